import * as vscode from 'vscode';
import { isSettled } from '../core/annotation/finding-verdict';
import type { Finding, Severity } from '../core/check/finding';
import { pathText } from '../core/row/json';
import type { DatasetDocument } from './document/dataset-document';
import type { UnsavedTexts } from './findings/unsaved-texts';

/** VS Code itself shows no more problems of one file. */
const MOST_SHOWN = 1000;

const SEVERITIES: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** Puts the findings of open datasets into the Problems panel. */
export class Problems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('scholium');
  private readonly unsaved: UnsavedTexts;
  private readonly typing: vscode.Disposable;

  constructor(unsaved: UnsavedTexts) {
    this.unsaved = unsaved;
    this.typing = unsaved.onDidCheck((document) => this.show(document));
  }

  /** Follows a document until it is closed. */
  follow(document: DatasetDocument): void {
    const show = () => this.show(document);
    document.onDidChange(({ kind }) => {
      if (kind === 'rows' || kind === 'checked' || kind === 'reopened' || kind === 'decided') show();
    });
    document.onDidDispose(() => this.collection.delete(document.uri));
  }

  dispose(): void {
    this.typing.dispose();
    this.collection.dispose();
  }

  private show(document: DatasetDocument): void {
    this.collection.set(document.uri, diagnosticsOf(document, this.unsaved));
  }
}

/** What was judged a false alarm, or accepted, is no problem any more. Findings stand where their rows do in the unsaved text. */
function diagnosticsOf(document: DatasetDocument, unsaved: UnsavedTexts): vscode.Diagnostic[] {
  const { uri } = document;
  const { findings } = document.checks;
  const isOpen = (finding: Finding) => !isSettled(document.verdictOn(finding));
  const typed = unsaved.typed(uri);
  const inRows = findings
    .all()
    .filter(isOpen)
    .flatMap((finding) => {
      const line = unsaved.lineOf(uri, finding.row);
      return line === null || typed.has(line) ? [] : [{ ...finding, row: line }];
    });
  const all = [...[...typed.values()].flat().filter(isOpen), ...inRows];
  const shown = all.slice(0, MOST_SHOWN - 1);
  const diagnostics = shown.map((finding) => diagnosticOf(uri, finding));
  const more = findings.total - findings.kept + all.length - shown.length;
  if (more > 0) diagnostics.push(moreOf(more));
  return diagnostics;
}

function diagnosticOf(
  uri: vscode.Uri,
  { row, path, span, message, rule, severity }: Finding,
): vscode.Diagnostic {
  const place = path.length ? ` (${pathText(path)})` : '';
  const range = new vscode.Range(row, span?.start ?? 0, row, span?.end ?? 0);
  const text =
    vscode.l10n.t('Row {0}: {1}', row + 1, message) + (message.includes(pathText(path)) ? '' : place);
  const diagnostic = new vscode.Diagnostic(range, text, SEVERITIES[severity]);
  diagnostic.source = 'Scholium';
  diagnostic.code = { value: rule, target: rowLink(uri, row) };
  return diagnostic;
}

function moreOf(count: number): vscode.Diagnostic {
  const text = vscode.l10n.t(
    '{0} more findings: `scholium check` on the command line lists them all.',
    count,
  );
  return new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), text, vscode.DiagnosticSeverity.Information);
}

/** An address that opens Scholium at a row (0-based). */
function rowLink(uri: vscode.Uri, row: number): vscode.Uri {
  return vscode.Uri.from({
    scheme: vscode.env.uriScheme,
    authority: 'scholium.scholium',
    path: '/row',
    query: new URLSearchParams({ file: uri.toString(), row: String(row + 1) }).toString(),
  });
}
