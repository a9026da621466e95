import { setImmediate as turn } from 'node:timers/promises';
import * as vscode from 'vscode';
import { agreementOn } from '../../core/agreement/agreement-report';
import { cutFigures } from '../../core/agreement/cut-apart';
import { collectRatings } from '../../core/agreement/collect-ratings';
import { figureWords } from '../../core/agreement/figure-words';
import { suggestionEffects, suggestionEffectWords } from '../../core/review/suggestion-effect';
import { teamStatus, teamStatusWords } from '../../core/review/team-status';
import type { DatasetDocument } from '../document/dataset-document';
import type { ReadOnlyTexts } from '../read-only-texts';

/** Shows who labelled how much of a dataset, from the logs beside it. */
export async function showTeamStatus(document: DatasetDocument, texts: ReadOnlyTexts): Promise<void> {
  const { fold } = document.annotations;
  refuseWithoutLabels(document);
  const effects = suggestionEffectWords(suggestionEffects(fold.decisions));
  const status = teamStatusWords(teamStatus(fold));
  const text = [document.name, status, effects].filter((part) => part !== '').join('\n\n');
  await texts.show(vscode.l10n.t('Team status of {0}.txt', document.name), text);
}

/** Shows every figure of agreement of a dataset's annotators. */
export async function showAgreement(document: DatasetDocument, texts: ReadOnlyTexts): Promise<void> {
  refuseWithoutLabels(document);
  const lines = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Computing the agreement of annotators'),
      cancellable: true,
    },
    (_, token) => agreementLines(document, token),
  );
  if (lines) await texts.show(vscode.l10n.t('Agreement on {0}.txt', document.name), lines.join('\n'));
}

/** Null when it was stopped. */
async function agreementLines(
  { annotations: { fold }, name }: DatasetDocument,
  token: vscode.CancellationToken,
): Promise<string[] | null> {
  const lines = [name, ''];
  const standing = [...fold.rowKeys].map((key) => fold.standing(key));
  const apart = cutFigures(standing).map(figureWords);
  if (apart.length > 0) lines.push(...apart, '');
  for (const question of collectRatings(standing)) {
    await turn(); // what else goes on comes to its turn
    if (token.isCancellationRequested) return null;
    lines.push(...agreementOn(question, () => []).map(figureWords), '');
  }
  return lines;
}

function refuseWithoutLabels({ annotations: { fold }, name }: DatasetDocument): void {
  if (fold.annotators.length > 0) return;
  throw new Error(
    vscode.l10n.t('Nobody has labelled {0} yet: label a step, or pull the logs of your team.', name),
  );
}
