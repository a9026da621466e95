import * as vscode from 'vscode';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { PROJECT_FILE } from '../../core/project/project';
import type { ProjectFault } from '../../core/project/project-fault';
import { projectOfText } from '../../core/project/project';
import type { ProjectFiles } from './project-files';

/** Puts into the Problems panel what is wrong in project files: in those that are open, as they are typed. */
export class ProjectProblems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('scholium-project');
  private readonly subscriptions: vscode.Disposable[];
  private readonly projects: ProjectFiles;

  constructor(projects: ProjectFiles) {
    this.projects = projects;
    const look = ({ uri }: vscode.TextDocument) => {
      if (uri.path.endsWith(`/${PROJECT_FILE}`)) void this.show(uri);
    };
    this.subscriptions = [
      projects.onDidChange(() => void this.showAll()),
      vscode.workspace.onDidOpenTextDocument(look),
      vscode.workspace.onDidCloseTextDocument(look),
      vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
    ];
    void this.showAll();
  }

  dispose(): void {
    this.collection.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async showAll(): Promise<void> {
    const there = await this.projects.all();
    const names = new Set(there.map(String));
    this.collection.forEach((uri) => {
      if (!names.has(uri.toString())) this.collection.delete(uri);
    });
    await Promise.all(there.map((uri) => this.show(uri)));
  }

  /** What a JSON Schema tells of a file that is open as text, the text editor shows by itself. */
  private async show(uri: vscode.Uri): Promise<void> {
    const open = vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString() && !document.isClosed,
    );
    const text = open?.getText() ?? (await textOf(uri));
    if (text === null) return this.collection.delete(uri);
    const { faults } = await projectOfText(nodeFileStore, uri.fsPath, text);
    const shown = faults.filter(({ structural }) => !open || !structural);
    this.collection.set(uri, shown.map(diagnosticOf));
  }
}

async function textOf(uri: vscode.Uri): Promise<string | null> {
  const bytes = await nodeFileStore.readAll(uri.fsPath).catch(() => null);
  return bytes && new TextDecoder().decode(bytes);
}

function diagnosticOf({ line, column, length, path, message, severity }: ProjectFault): vscode.Diagnostic {
  const range = new vscode.Range(line - 1, column - 1, line - 1, column - 1 + length);
  const { Error: error, Warning: warning } = vscode.DiagnosticSeverity;
  const text = path === '' ? message : `${path}: ${message}`;
  const diagnostic = new vscode.Diagnostic(range, text, severity === 'error' ? error : warning);
  diagnostic.source = 'Scholium';
  return diagnostic;
}
