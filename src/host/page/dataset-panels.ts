import * as vscode from 'vscode';
import type { DatasetDocument } from '../document/dataset-document';

/** A webview about a dataset, beside its editor: its concepts, its measures, problems of benchmarks in it. */
export interface DatasetPanel<Action> {
  readonly document: DatasetDocument;
  readonly panel: vscode.WebviewPanel;
  /** Whether keys reach the page: it has the focus. */
  readonly wantsKeys: boolean;
  act(action: Action): void;
}

/** What a panel needs of the rest. */
export interface DatasetPanelDoing {
  /** Resolves once the keys are bound, or not any more. */
  onKeys(): Promise<void>;
  /** Shows the rows that a query finds, in the dataset's own page. */
  find(document: DatasetDocument, query: string): Promise<void>;
}

/** The panels of one kind that are open, one for a dataset. */
export class DatasetPanels<Action> implements vscode.Disposable {
  private readonly panels = new Map<DatasetDocument, DatasetPanel<Action>>();
  private readonly openings = new vscode.EventEmitter<void>();
  /** A panel was opened. */
  readonly onDidOpen = this.openings.event;
  private readonly keysContext: string;
  private readonly make: (document: DatasetDocument, doing: DatasetPanelDoing) => DatasetPanel<Action>;
  private readonly find: DatasetPanelDoing['find'];

  /** `keysContext`: the context key that says whether the keys of a panel in front are bound. */
  constructor(
    keysContext: string,
    make: (document: DatasetDocument, doing: DatasetPanelDoing) => DatasetPanel<Action>,
    find: DatasetPanelDoing['find'],
  ) {
    this.keysContext = keysContext;
    this.make = make;
    this.find = find;
  }

  /** Opens the panel of a dataset, or brings it to the front. It is closed with the dataset. */
  open(document: DatasetDocument): void {
    const known = this.panels.get(document);
    if (known) return known.panel.reveal();
    const made = this.make(document, { onKeys: () => this.setKeys(), find: this.find });
    this.panels.set(document, made);
    made.panel.onDidChangeViewState(() => void this.setKeys());
    made.panel.onDidDispose(() => {
      this.panels.delete(document);
      void this.setKeys();
    });
    document.onDidDispose(() => made.panel.dispose());
    this.openings.fire();
  }

  /** Sends an action to the panel in front. */
  act(action: Action): void {
    this.active?.act(action);
  }

  dispose(): void {
    for (const { panel } of [...this.panels.values()]) panel.dispose();
    this.openings.dispose();
  }

  /** The dataset of the panel in front. */
  get shown(): DatasetDocument | null {
    return this.active?.document ?? null;
  }

  private get active(): DatasetPanel<Action> | null {
    for (const panel of this.panels.values()) if (panel.panel.active) return panel;
    return null;
  }

  /** Keys are bound only while the panel in front has the focus. */
  private async setKeys(): Promise<void> {
    const on = this.active?.wantsKeys ?? false;
    await vscode.commands.executeCommand('setContext', this.keysContext, on);
  }
}
