import { rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { CompareAction } from '../../protocol/compare-page';
import { ComparePanel } from './compare-panel';
import { CompareRun } from './compare-run';
import type { CompareSettings, CompareSide } from './compare-run';

/** All comparisons that are open. */
export class ComparePanels implements vscode.Disposable {
  private readonly panels = new Set<ComparePanel>();
  private readonly openings = new vscode.EventEmitter<void>();
  /** A comparison was opened. */
  readonly onDidOpen = this.openings.event;
  private readonly settings: CompareSettings;
  private readonly pageFolder: vscode.Uri;

  constructor(settings: CompareSettings, pageFolder: vscode.Uri) {
    this.settings = settings;
    this.pageFolder = pageFolder;
  }

  /** Opens a comparison. `scratch` is a folder that is removed when it is closed. */
  open(older: CompareSide, newer: CompareSide, scratch: string | null = null): void {
    const run = new CompareRun(older, newer, this.settings);
    const panel = new ComparePanel(run, this.pageFolder, () => this.setKeys());
    this.panels.add(panel);
    panel.panel.onDidChangeViewState(() => void this.setKeys());
    panel.panel.onDidDispose(() => {
      this.panels.delete(panel);
      void this.setKeys();
      void closed(run, scratch);
    });
    this.openings.fire();
    void run.start();
  }

  /** Sends an action to the comparison in front. */
  act(action: CompareAction): void {
    this.active?.act(action);
  }

  dispose(): void {
    for (const { panel } of this.panels) panel.dispose();
    this.openings.dispose();
  }

  private get active(): ComparePanel | null {
    for (const panel of this.panels) if (panel.panel.active) return panel;
    return null;
  }

  /** Keys are bound only while the comparison in front has the focus. */
  private async setKeys(): Promise<void> {
    await vscode.commands.executeCommand(
      'setContext',
      'scholium.compareKeys',
      this.active?.wantsKeys ?? false,
    );
  }
}

async function closed(run: CompareRun, scratch: string | null): Promise<void> {
  await run.dispose();
  if (scratch !== null) await rm(scratch, { recursive: true, force: true });
}
