import * as vscode from 'vscode';
import type { AnswerTarget, Decision } from '../../core/annotation/event';
import { readRow } from '../../core/profile/read-row';
import type { Reading } from '../../core/profile/reading';
import { modelAnswersIn, refusalWords } from '../../core/review/model-answers';
import { judgementIn, judgementPrompt } from '../../core/review/model-judgement';
import { partsToAsk, questionsPrompt } from '../../core/review/model-questions';
import { askedQuestions } from '../../core/scheme/asked-questions';
import type { AskedQuestion } from '../../core/scheme/asked-questions';
import { titleOfScheme } from '../../core/scheme/scheme';
import type { NamedScheme } from '../../core/scheme/scheme';
import type { DatasetDocument } from '../document/dataset-document';
import { catalogueOf } from '../page/catalogue';
import { linkedReading } from '../page/group-requests';
import type { IdentifiedRow } from '../page/row-packets';
import type { Sending } from './model-consent';

/** What a model is asked about a row, and how its reply is read. */
export interface ModelExchange {
  prompt: string;
  sending: Sending;
  /** `before`: what the model said of the row until now. Throws when nothing of the reply can be kept. */
  read(reply: string, before: readonly Decision[]): { decisions: Decision[]; words: (by: string) => string };
}

/** By the scheme in force, about the part of the row in hand. Rejects with what is missing. */
export async function exchangeAbout(
  document: DatasetDocument,
  row: IdentifiedRow,
  inHand: AnswerTarget,
): Promise<ModelExchange> {
  const reading = readRow(row.value ?? null, document.inForce.profile);
  const { scheme } = document.inForce.asks;
  return scheme
    ? aboutQuestions(document, row, reading, scheme, inHand)
    : aboutTrace(row, reading, 'trace' in inHand ? inHand.trace : '');
}

function aboutTrace({ raw }: IdentifiedRow, reading: Reading, id: string): ModelExchange {
  const trace = reading.traces.find((each) => each.id === id);
  if (!trace) throw new Error(vscode.l10n.t('This row has no steps to ask about.'));
  return {
    prompt: judgementPrompt(reading, trace),
    sending: {
      purpose: '',
      question: (model) => vscode.l10n.t('Send the problem and the steps in sight to {0}?', model),
      detail: vscode.l10n.t('Nothing else of the dataset is sent: no label, no other row.'),
    },
    read: (reply) => ({
      decisions: judgementIn(reply, trace),
      words: (by) => vscode.l10n.t('{0} judged a trace of row {1}.', by, raw.number + 1),
    }),
  };
}

async function aboutQuestions(
  document: DatasetDocument,
  { raw }: IdentifiedRow,
  reading: Reading,
  named: NamedScheme,
  inHand: AnswerTarget,
): Promise<ModelExchange> {
  const parts = partsToAsk(named, reading, inHand);
  const questions = await Promise.all(
    askedQuestions(named.scheme).map((question) => withCatalogue(document, question)),
  );
  const other = inHand.kind === 'pair' ? await linkedReading(document, raw.number, inHand.with) : null;
  if (inHand.kind === 'pair' && !other)
    throw new Error(vscode.l10n.t('The other row of this pair, {0}, was not found.', inHand.with));
  const asked = { named, questions, parts };
  return {
    prompt: questionsPrompt(asked, { reading, other, library: await document.library }),
    sending: {
      purpose: 'questions',
      question: (model) =>
        vscode.l10n.t('Send what “{0}” asks about in the row in sight to {1}?', titleOfScheme(named), model),
      detail: vscode.l10n.t(
        'Sent are the questions of a scheme with their guidelines, and what they are about: of steps and traces the problem and the trace in hand; of anything else the problem, choices, reference answers, hints, concepts and solutions of the row, of a pair also those of the other row. No label, no name of an author, no picture and no other field is.',
      ),
    },
    read: (reply, before) => {
      const { decisions, answered, refused } = modelAnswersIn(reply, asked, before);
      const kept = (by: string) =>
        answered === 1
          ? vscode.l10n.t('{0} gave one answer about row {1}.', by, raw.number + 1)
          : vscode.l10n.t('{0} gave {1} answers about row {2}.', by, answered, raw.number + 1);
      const why = refusalWords(refused);
      const rest =
        refused.length === 1
          ? vscode.l10n.t('One does not fit the questions and was not kept: {0}', why)
          : vscode.l10n.t('{0} do not fit the questions and were not kept: {1}', refused.length, why);
      return { decisions, words: (by) => (refused.length === 0 ? kept(by) : `${kept(by)} ${rest}`) };
    },
  };
}

/** A question with the entries of its catalogue as its values. */
async function withCatalogue(document: DatasetDocument, question: AskedQuestion): Promise<AskedQuestion> {
  if (question.catalogue === null) return question;
  const entries = await catalogueOf(document, question.id);
  const values = entries.map(({ id, name }) => ({
    value: id,
    title: name,
    key: '',
    guideline: '',
    error: false,
  }));
  return { ...question, values };
}
