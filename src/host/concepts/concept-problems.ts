import * as vscode from 'vscode';
import type { LibraryFinding } from '../../core/concept/concept-report';
import type { Severity } from '../../core/check/finding';
import type { DatasetDocument } from '../document/dataset-document';

const MOST_SHOWN = 200;
const SEVERITIES: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** Puts into the Problems panel what datasets and their libraries say of one another. */
export class ConceptProblems implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('scholium-concepts');
  private readonly byDocument = new Map<DatasetDocument, readonly LibraryFinding[]>();

  /** Follows a document until it is closed. */
  follow(document: DatasetDocument): void {
    document.concepts.onDidChange(() => {
      this.byDocument.set(document, document.concepts.report?.findings ?? []);
      this.show();
    });
    document.onDidDispose(() => {
      this.byDocument.delete(document);
      this.show();
    });
  }

  dispose(): void {
    this.collection.dispose();
  }

  /** Two datasets may have one library: what is wrong with it is told once. */
  private show(): void {
    const shown = new Map<string, Map<string, LibraryFinding>>();
    for (const findings of this.byDocument.values()) {
      for (const finding of findings) {
        const key = `${finding.rule} ${finding.row} ${finding.message}`;
        const ofFile = shown.get(finding.file) ?? new Map<string, LibraryFinding>();
        shown.set(finding.file, ofFile.set(key, finding));
      }
    }
    this.collection.clear();
    for (const [file, findings] of shown)
      this.collection.set(
        vscode.Uri.file(file),
        [...findings.values()].slice(0, MOST_SHOWN).map(diagnosticOf),
      );
  }
}

function diagnosticOf({ file, row, message, rule, severity }: LibraryFinding): vscode.Diagnostic {
  const inLines = !/\.json$/i.test(file); // where an entry of other JSON stands in its file is not known
  const text = inLines
    ? vscode.l10n.t('Row {0}: {1}', row + 1, message)
    : vscode.l10n.t('Entry {0}: {1}', row + 1, message);
  const line = inLines ? row : 0;
  const diagnostic = new vscode.Diagnostic(new vscode.Range(line, 0, line, 0), text, SEVERITIES[severity]);
  diagnostic.source = 'Scholium';
  diagnostic.code = rule;
  return diagnostic;
}
