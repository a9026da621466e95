import * as vscode from 'vscode';
import { ratesInWords } from '../../core/hygiene/corpus-words';
import { scanCorpusInThread } from '../../workers/corpus-client';
import type { DatasetDocument } from '../document/dataset-document';
import type { ReadOnlyTexts } from '../read-only-texts';
import { withCancel } from '../with-cancel';

/** Looks for what may have been mixed into a dataset. What is found stands among the findings. `folder`: where the threads are. */
export async function scanForPlanted(
  document: DatasetDocument,
  folder: string,
  texts: ReadOnlyTexts,
): Promise<void> {
  const { file, inForce, name } = document;
  const request = { file, profile: inForce.profile };
  const title = vscode.l10n.t('Looking for what was mixed into {0}', name);
  const scanned = await withCancel(title, (signal, tell) =>
    scanCorpusInThread(folder, request, signal, (share) => tell(`${Math.floor(100 * share)} %`, share)),
  );
  if (!scanned) return;
  const { findings, report } = scanned;
  document.checks.foundApart('corpus', findings);
  const [summary = '', ...rates] = ratesInWords(report);
  const [show, bySource] = [vscode.l10n.t('Show Findings'), vscode.l10n.t('By Source')];
  const honest = vscode.l10n.t('Such a scan misses what is subtle.');
  const acts = findings.length === 0 ? [] : rates.length > 0 ? [show, bySource] : [show];
  const chosen = await vscode.window.showInformationMessage(`${name}: ${summary}. ${honest}`, ...acts);
  if (chosen === show) await vscode.commands.executeCommand('scholium.findings.focus');
  if (chosen === bySource) await texts.show(`${name}.sources.txt`, [summary, ...rates, honest].join('\n'));
}
