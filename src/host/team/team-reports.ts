import * as vscode from 'vscode';
import type { AgreementFigure } from '../../core/agreement/agreement-report';
import { errorAnswersOf } from '../../core/agreement/answered-first-errors';
import { figureWords } from '../../core/agreement/figure-words';
import { suggestionEffects, suggestionEffectWords } from '../../core/review/suggestion-effect';
import { schemesOf, wordQuestionsOf } from '../../core/scheme/scheme-in-force';
import { wordQuestions } from '../../core/scheme/word-questions';
import { teamStatus, teamStatusWords } from '../../core/review/team-status';
import type { AgreementReport, AgreementRequest } from '../../protocol/agreement-worker';
import { runAgreementThread } from '../../workers/threads';
import type { DatasetDocument } from '../document/dataset-document';
import type { ReadOnlyTexts } from '../read-only-texts';
import { withCancel } from '../with-cancel';
import type { Tell } from '../with-cancel';

/** Shows who labelled how much of a dataset, from the logs beside it. */
export async function showTeamStatus(document: DatasetDocument, texts: ReadOnlyTexts): Promise<void> {
  const { fold } = document.annotations;
  refuseWithoutLabels(document);
  const effects = suggestionEffectWords(suggestionEffects(fold.decisions));
  const status = teamStatusWords(teamStatus(fold, wordQuestionsOf(document.project)));
  const text = [document.name, status, effects].filter((part) => part !== '').join('\n\n');
  await texts.show(vscode.l10n.t('Team status of {0}.txt', document.name), text);
}

/** Shows every figure of agreement of a dataset's annotators. `worker`: the script that computes them in a thread. */
export async function showAgreement(
  document: DatasetDocument,
  texts: ReadOnlyTexts,
  worker: string,
): Promise<void> {
  refuseWithoutLabels(document);
  const { name, file, uri, project, inForce } = document;
  const { profile } = inForce;
  const schemes = schemesOf(project);
  const asked = { errors: errorAnswersOf(schemes), words: wordQuestions(schemes) };
  const request = { dataset: uri.fsPath, file, profile, ...asked };
  const questions = await withCancel(vscode.l10n.t('Computing the agreement of annotators'), (signal, tell) =>
    agreementFigures(worker, request, signal, tell),
  );
  if (!questions) return;
  const lines = [name, '', ...questions.flatMap((figures) => [...figures.map(figureWords), ''])];
  await texts.show(vscode.l10n.t('Agreement on {0}.txt', name), lines.join('\n'));
}

/** By question. Rejects when it was stopped, or could not be computed. */
async function agreementFigures(
  worker: string,
  request: AgreementRequest,
  signal: AbortSignal,
  tell: Tell,
): Promise<AgreementFigure[][]> {
  let last: AgreementReport | null = null;
  await runAgreementThread(worker, request, signal, (report) => {
    last = report;
    if (report.kind === 'progress') tell(report.about, report.share);
  });
  signal.throwIfAborted();
  const ended = last as AgreementReport | null;
  if (ended?.kind === 'done') return ended.questions;
  const why = ended?.kind === 'failed' ? ended.message : vscode.l10n.t('the thread ended early');
  throw new Error(vscode.l10n.t('The agreement was not computed: {0}', why));
}

function refuseWithoutLabels({ annotations: { fold }, name }: DatasetDocument): void {
  if (fold.annotators.length > 0) return;
  throw new Error(
    vscode.l10n.t('Nobody has labelled {0} yet: label a step, or pull the logs of your team.', name),
  );
}
