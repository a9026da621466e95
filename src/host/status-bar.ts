import * as vscode from 'vscode';
import type { AnnotatorIdentity } from './document/annotator';
import type { DatasetDocument } from './document/dataset-document';
import { plainLabel } from './plain-label';

/** Says for the dataset in front how many rows it has, how many one has labelled, and as whom. */
export class StatusBar implements vscode.Disposable {
  private readonly rows = vscode.window.createStatusBarItem(
    'scholium.rows',
    vscode.StatusBarAlignment.Right,
    101,
  );
  private readonly who = vscode.window.createStatusBarItem(
    'scholium.who',
    vscode.StatusBarAlignment.Right,
    100,
  );
  private readonly annotator: AnnotatorIdentity;
  private shown: DatasetDocument | null = null;
  private listening: vscode.Disposable | null = null;

  constructor(annotator: AnnotatorIdentity) {
    this.annotator = annotator;
    this.rows.name = vscode.l10n.t('Scholium rows');
    this.rows.command = 'scholium.goToRow';
    this.who.name = vscode.l10n.t('Scholium annotator');
    this.who.command = 'scholium.chooseAnnotator';
  }

  /** Shows `document`, or nothing. */
  show(document: DatasetDocument | null): void {
    if (document !== this.shown) {
      this.listening?.dispose();
      this.listening = document?.onDidChange(() => this.write()) ?? null;
    }
    this.shown = document;
    this.write();
  }

  dispose(): void {
    this.listening?.dispose();
    this.rows.dispose();
    this.who.dispose();
  }

  private write(): void {
    if (!this.shown) {
      this.rows.hide();
      this.who.hide();
      return;
    }
    const { progress, annotations, inForce } = this.shown;
    const { findings } = this.shown.checks;
    const by = this.annotator.known;
    const labelled = by
      ? annotations.fold.rowsLabelledBy(by.name, inForce.asks.scheme?.name ?? null).size
      : 0;
    this.rows.text = vscode.l10n.t(
      '$(book) {0}, {1} labelled',
      rowsText(progress),
      labelled.toLocaleString('en'),
    );
    this.rows.tooltip =
      findings.total === 1
        ? vscode.l10n.t('1 finding. Click to go to a row.')
        : vscode.l10n.t('{0} findings. Click to go to a row.', findings.total.toLocaleString('en'));
    this.who.text = `$(person) ${by ? plainLabel(by.name) : vscode.l10n.t('no annotator')}`;
    this.who.tooltip = vscode.l10n.t('Labels carry this name. Click to change it.');
    this.rows.show();
    this.who.show();
  }
}

function rowsText({ rows, complete, bytesRead, bytesTotal, failure }: DatasetDocument['progress']): string {
  const count = rows.toLocaleString('en');
  if (failure !== null) return vscode.l10n.t('{0} rows, then: {1}', count, plainLabel(failure));
  if (complete) return rows === 1 ? vscode.l10n.t('1 row') : vscode.l10n.t('{0} rows', count);
  return vscode.l10n.t(
    '{0} rows so far ({1} %)',
    count,
    Math.floor((100 * bytesRead) / Math.max(bytesTotal, 1)),
  );
}
