import { rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { RowChange } from '../../core/edit/row-changes';
import type { Action } from '../../protocol/actions';
import type { RowEdit } from '../../protocol/row-edit';
import { DatasetDocument } from '../document/dataset-document';
import type { DocumentSettings } from '../document/document-settings';
import { restoreEdits, tellEditsAside } from './edit-restore';
import { saveOrAsk } from './edit-conflict';
import { EditHistory } from './edit-history';
import { saveWithProgress } from './dataset-saving';
import { PagePanel } from '../page/page-panel';
import type { PanelSurroundings } from '../page/page-panel';
import { changeOf } from './row-edits';

/** VS Code can take an edit back; where only the content changed it cannot, and offers to save it. */
type DocumentEvent =
  vscode.CustomDocumentEditEvent<DatasetDocument> | vscode.CustomDocumentContentChangeEvent<DatasetDocument>;

/** The custom editor for JSONL files. Edits lie over the file until they are saved; labels go to the log beside it. */
export class DatasetEditor implements vscode.CustomEditorProvider<DatasetDocument> {
  readonly documents = new Set<DatasetDocument>();
  readonly history = new EditHistory(() => this.active);
  private readonly panels = new Set<PagePanel>();
  /** Those that are being saved. */
  private readonly saving = new Set<DatasetDocument>();
  private readonly openings = new vscode.EventEmitter<DatasetDocument>();
  private readonly activations = new vscode.EventEmitter<PagePanel | null>();
  private readonly edits = new vscode.EventEmitter<DocumentEvent>();
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

  /** A page on a dataset: the one in front, else any. */
  pageOn(document: DatasetDocument): PagePanel | null {
    const { active } = this;
    if (active?.document === document) return active;
    for (const panel of this.panels) if (panel.document === document) return panel;
    return null;
  }

  /** Sends an action to the page in front. */
  act(action: Action): void {
    this.active?.act(action);
  }

  async openCustomDocument(
    uri: vscode.Uri,
    { backupId }: vscode.CustomDocumentOpenContext,
  ): Promise<DatasetDocument> {
    if (uri.scheme !== 'file') {
      throw new Error(
        vscode.l10n.t('Scholium reads files on the disk. This one ({0}) opens as text.', uri.scheme),
      );
    }
    const document = await DatasetDocument.open(uri, this.settings);
    this.documents.add(document);
    document.onDidDispose(() => this.documents.delete(document));
    document.onDidChange((change) => {
      if (change.kind === 'edited' && change.anew) this.tellUnsaved(document);
    });
    this.openings.fire(document);
    tellEditsAside(document);
    if (backupId !== undefined) await restoreEdits(document, vscode.Uri.parse(backupId).fsPath);
    return document;
  }

  async resolveCustomEditor(document: DatasetDocument, panel: vscode.WebviewPanel): Promise<void> {
    const page = new PagePanel(document, panel, this.around, {
      onKeys: () => this.setKeys(),
      change: (asked) => this.change(document, asked),
      edit: (change, label) => this.edit(document, change, label),
    });
    const changed = () => {
      this.activations.fire(this.active);
      void this.setKeys();
    };
    this.panels.add(page);
    changed();
    panel.onDidChangeViewState(changed);
    panel.onDidDispose(() => {
      this.panels.delete(page);
      changed();
    });
    if (await restoreEdits(document)) this.edits.fire({ document });
  }

  /** Label keys are bound only while the page in front has the focus. */
  private async setKeys(): Promise<void> {
    await Promise.all([
      vscode.commands.executeCommand('setContext', 'scholium.keys', this.active?.wantsKeys ?? false),
      vscode.commands.executeCommand('setContext', 'scholium.view', this.active?.keyView ?? null),
    ]);
  }

  /** Changes a dataset as its page asks, so that VS Code can take it back. */
  private async change(document: DatasetDocument, asked: RowEdit): Promise<void> {
    const { change, label } = changeOf(asked);
    await this.edit(document, change, label);
  }

  /** Makes a change that VS Code can undo. Returns whether there was something to change. */
  async edit(document: DatasetDocument, change: RowChange, label: string): Promise<boolean> {
    if (document.readOnly !== null) throw new Error(document.readOnly);
    const made = await document.edit(change);
    if (!made) return false;
    const undo = () => this.taken(document, () => made.undo());
    const redo = () => this.taken(document, () => made.redo());
    this.edits.fire({ document, label, undo, redo });
    return true;
  }

  /** VS Code takes a step for done before it is: where it fails, or waited for a save, VS Code may take the document for saved. */
  private async taken(document: DatasetDocument, act: () => Promise<void>): Promise<void> {
    const whileSaving = this.saving.has(document);
    try {
      await act();
    } catch (error) {
      this.tellUnsaved(document);
      throw error;
    }
    if (whileSaving) this.tellUnsaved(document);
  }

  private tellUnsaved(document: DatasetDocument): void {
    if (document.dirty) this.edits.fire({ document });
  }

  async saveCustomDocument(document: DatasetDocument, cancellation: vscode.CancellationToken): Promise<void> {
    await this.history.settled();
    const { bytesTotal } = document.progress;
    this.saving.add(document);
    try {
      await saveWithProgress(document.name, bytesTotal, cancellation, (options) =>
        saveOrAsk(document, this.around.compare, options),
      );
    } finally {
      this.saving.delete(document);
    }
  }

  /** Writes the rows as they are here to another file; this one stays as it is. */
  async saveCustomDocumentAs(
    document: DatasetDocument,
    destination: vscode.Uri,
    cancellation: vscode.CancellationToken,
  ): Promise<void> {
    if (destination.fsPath === document.uri.fsPath) return this.saveCustomDocument(document, cancellation);
    await this.history.settled();
    const { bytesTotal } = document.progress;
    await saveWithProgress(document.name, bytesTotal, cancellation, (options) =>
      document.saveAs(destination.fsPath, options),
    );
  }

  async revertCustomDocument(document: DatasetDocument): Promise<void> {
    await document.revert();
  }

  async backupCustomDocument(
    document: DatasetDocument,
    { destination }: vscode.CustomDocumentBackupContext,
  ): Promise<vscode.CustomDocumentBackup> {
    await document.backup(destination.fsPath);
    return {
      id: destination.toString(),
      delete: () => void rm(destination.fsPath, { recursive: true, force: true }),
    };
  }
}
