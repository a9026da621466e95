import { copyFile, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Action } from '../protocol/actions';
import { DatasetDocument } from './dataset-document';
import type { DocumentSettings } from './dataset-document';
import { PagePanel } from './page-panel';
import type { PanelSurroundings } from './page-panel';

export const VIEW_TYPE = 'scholium.dataset';

/** The custom editor for JSONL files. A dataset's bytes are never touched here: labels go to the log beside it. */
export class DatasetEditor implements vscode.CustomEditorProvider<DatasetDocument> {
  readonly documents = new Set<DatasetDocument>();
  private readonly panels = new Set<PagePanel>();
  private readonly openings = new vscode.EventEmitter<DatasetDocument>();
  private readonly activations = new vscode.EventEmitter<PagePanel | null>();
  private readonly edits = new vscode.EventEmitter<vscode.CustomDocumentEditEvent<DatasetDocument>>();
  readonly onDidOpen = this.openings.event;
  /** The panel that the keys go to, or null. */
  readonly onDidChangeActive = this.activations.event;
  readonly onDidChangeCustomDocument = this.edits.event;
  private readonly settings: DocumentSettings;
  private readonly around: PanelSurroundings;

  constructor(settings: DocumentSettings, around: PanelSurroundings) {
    this.settings = settings;
    this.around = around;
  }

  get active(): PagePanel | null {
    for (const panel of this.panels) if (panel.active) return panel;
    return null;
  }

  /** Sends an action to the page in front. */
  act(action: Action): void {
    this.active?.act(action);
  }

  async openCustomDocument(uri: vscode.Uri): Promise<DatasetDocument> {
    if (uri.scheme !== 'file') {
      throw new Error(
        vscode.l10n.t('Scholium reads files on the disk. This one ({0}) opens as text.', uri.scheme),
      );
    }
    const document = await DatasetDocument.open(uri, this.settings);
    this.documents.add(document);
    document.onDidDispose(() => this.documents.delete(document));
    this.openings.fire(document);
    return document;
  }

  resolveCustomEditor(document: DatasetDocument, panel: vscode.WebviewPanel): void {
    const page = new PagePanel(document, panel, this.around, () => this.setKeys());
    const changed = () => {
      this.activations.fire(this.active);
      this.setKeys();
    };
    this.panels.add(page);
    changed();
    panel.onDidChangeViewState(changed);
    panel.onDidDispose(() => {
      this.panels.delete(page);
      changed();
    });
  }

  /** Label keys are bound only while the page in front has the focus. */
  private setKeys(): void {
    void vscode.commands.executeCommand('setContext', 'scholium.keys', this.active?.wantsKeys ?? false);
    void vscode.commands.executeCommand('setContext', 'scholium.view', this.active?.view ?? null);
  }

  /** Nothing to write: Scholium holds no edits of the dataset itself. */
  async saveCustomDocument(): Promise<void> {}

  /** Copies the file as it is on disk, whole or not at all. */
  async saveCustomDocumentAs(document: DatasetDocument, destination: vscode.Uri): Promise<void> {
    await copyWhole(document.uri.fsPath, destination.fsPath);
  }

  async revertCustomDocument(document: DatasetDocument): Promise<void> {
    await document.reopen();
  }

  async backupCustomDocument(
    _document: DatasetDocument,
    context: vscode.CustomDocumentBackupContext,
  ): Promise<vscode.CustomDocumentBackup> {
    return { id: context.destination.toString(), delete: () => undefined };
  }
}

async function copyWhole(from: string, to: string): Promise<void> {
  const temporary = path.join(path.dirname(to), `.${path.basename(to)}.${process.pid}.tmp`);
  try {
    await copyFile(from, temporary);
    const handle = await open(temporary, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, to);
  } finally {
    await rm(temporary, { force: true });
  }
}
