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
      return line === null || typed.has(line) ? [] : [{ finding, line, link: rowLink(uri, finding.row) }];
    });
  const inTyped = [...typed].flatMap(([line, found]) =>
    found.filter(isOpen).map((finding) => ({ finding, line, link: null })),
  );
  const all = [...inTyped, ...inRows];
  const shown = all.slice(0, MOST_SHOWN - 1);
  const diagnostics = shown.map(diagnosticOf);
  const more = findings.total - findings.kept + all.length - shown.length;
  if (more > 0) diagnostics.push(moreOf(more));
  return diagnostics;
}

/** A finding on its line of the text, and where its row is opened: a row that was only typed is not in the file. */
interface Placed {
  finding: Finding;
  line: number;
  link: vscode.Uri | null;
}

function diagnosticOf({ finding, line, link }: Placed): vscode.Diagnostic {
  const { path, span, message, rule, severity } = finding;
  const place = path.length ? ` (${pathText(path)})` : '';
  const range = new vscode.Range(line, span?.start ?? 0, line, span?.end ?? 0);
  const text =
    vscode.l10n.t('Row {0}: {1}', line + 1, message) + (message.includes(pathText(path)) ? '' : place);
  const diagnostic = new vscode.Diagnostic(range, text, SEVERITIES[severity]);
  diagnostic.source = 'Scholium';
  diagnostic.code = link ? { value: rule, target: link } : rule;
  return diagnostic;
}

function moreOf(count: number): vscode.Diagnostic {
  const text = vscode.l10n.t(
    '{0} more findings: `scholium check` on the command line lists them all.',
    count,
  );
  return new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), text, vscode.DiagnosticSeverity.Information);
}

/** The row (0-based) that a problem's link opens; null where it has none. */
export function linkedRow({ code }: vscode.Diagnostic): number | null {
  const link = typeof code === 'object' ? code.target : null;
  return link ? Number(new URLSearchParams(link.query).get('row')) - 1 : null;
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
