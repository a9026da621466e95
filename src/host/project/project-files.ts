import path from 'node:path';
import * as vscode from 'vscode';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { findProject, openProject, PROJECT_FILE } from '../../core/project/project';
import type { Project } from '../../core/project/project';

const EVERYWHERE = `**/${PROJECT_FILE}`;
/** A project may name one of these. */
const SCHEMAS = '**/*.schema.json';
const NOT_THERE = '**/{node_modules,.git}/**';
const MOST = 100;
/** A burst of changes is answered once, this long (ms) after its last. */
const SETTLE_MS = 100;

/** The project files of the workspace: read when they are asked for, and again when they change on disk. */
export class ProjectFiles implements vscode.Disposable {
  private opened = new Map<string, Promise<Project | null>>();
  private timer: NodeJS.Timeout | undefined;
  private readonly changes = new vscode.EventEmitter<void>();
  /** A project file changed, came or went. */
  readonly onDidChange = this.changes.event;
  private readonly watchers = [EVERYWHERE, SCHEMAS].map((pattern) =>
    vscode.workspace.createFileSystemWatcher(pattern),
  );
  private readonly log: vscode.LogOutputChannel;

  constructor(log: vscode.LogOutputChannel) {
    this.log = log;
    const notice = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.readAgain(), SETTLE_MS);
    };
    for (const watcher of this.watchers) {
      watcher.onDidChange(notice);
      watcher.onDidCreate(notice);
      watcher.onDidDelete(notice);
    }
  }

  /** The project that a dataset belongs to: that of the file nearest above it, within the workspace's folder. */
  async of(dataset: string): Promise<Project | null> {
    const within = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(dataset))?.uri.fsPath;
    const file = await findProject(nodeFileStore, path.dirname(dataset), within);
    if (file === null) return null;
    const opened = this.opened.get(file) ?? this.open(file);
    this.opened.set(file, opened);
    return opened;
  }

  /** Where a dataset's project file is, or would be made. */
  async placeFor(dataset: string): Promise<string> {
    const project = await this.of(dataset);
    const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(dataset))?.uri.fsPath;
    return project?.file ?? path.join(folder ?? path.dirname(dataset), PROJECT_FILE);
  }

  /** All project files of the workspace. */
  async all(): Promise<vscode.Uri[]> {
    return vscode.workspace.findFiles(EVERYWHERE, NOT_THERE, MOST);
  }

  /** What was read does not hold any more. */
  readAgain(): void {
    this.opened = new Map();
    this.changes.fire();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers) watcher.dispose();
    this.changes.dispose();
  }

  private async open(file: string): Promise<Project | null> {
    try {
      return await openProject(nodeFileStore, file);
    } catch (error) {
      this.log.error(`${file} cannot be read`, error);
      return null;
    }
  }
}
