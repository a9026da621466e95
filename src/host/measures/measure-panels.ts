import * as vscode from 'vscode';
import type { MeasureAction } from '../../protocol/measure-page';
import type { DatasetDocument } from '../document/dataset-document';
import { MeasurePanel } from './measure-panel';

/** The panels with measures that are open, one for a dataset. */
export class MeasurePanels implements vscode.Disposable {
  private readonly panels = new Map<DatasetDocument, MeasurePanel>();
  private readonly openings = new vscode.EventEmitter<void>();
  /** A panel was opened. */
  readonly onDidOpen = this.openings.event;
  private readonly pageFolder: vscode.Uri;
  private readonly script: string;
  private readonly find: (document: DatasetDocument, query: string) => Promise<void>;

  constructor(
    pageFolder: vscode.Uri,
    script: string,
    find: (document: DatasetDocument, query: string) => Promise<void>,
  ) {
    this.pageFolder = pageFolder;
    this.script = script;
    this.find = find;
  }

  /** Opens the panel of a dataset, or brings it to the front. It is closed with the dataset. */
  open(document: DatasetDocument): void {
    const known = this.panels.get(document);
    if (known) return known.panel.reveal();
    const panel = new MeasurePanel(document, this.pageFolder, this.script, {
      onKeys: () => this.setKeys(),
      find: this.find,
    });
    this.panels.set(document, panel);
    panel.panel.onDidChangeViewState(() => this.setKeys());
    panel.panel.onDidDispose(() => {
      this.panels.delete(document);
      this.setKeys();
    });
    document.onDidDispose(() => panel.panel.dispose());
    this.openings.fire();
  }

  /** Sends an action to the panel in front. */
  act(action: MeasureAction): void {
    this.active?.act(action);
  }

  dispose(): void {
    for (const { panel } of [...this.panels.values()]) panel.dispose();
    this.openings.dispose();
  }

  private get active(): MeasurePanel | null {
    for (const panel of this.panels.values()) if (panel.panel.active) return panel;
    return null;
  }

  /** Keys are bound only while the panel in front has the focus. */
  private setKeys(): void {
    const on = this.active?.wantsKeys ?? false;
    void vscode.commands.executeCommand('setContext', 'scholium.measureKeys', on);
  }
}
