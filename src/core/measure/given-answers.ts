import { comparableAnswer } from '../link/answer-key';
import type { Reading, Trace } from '../profile/reading';
import type { Json } from '../row/json';
import { isObject } from '../row/json';
import { solverOf } from './solver';

/** An answer that a teacher or model gave, in the form that answers are compared in. */
export interface GivenAnswer {
  by: string;
  answer: string;
}

const LISTED = /(?:^|_)(?:answers|votes|preds|predictions)$/i;
const ONE_EACH = /^(?:answer|pred|vote)[_@:](?<by>.+)$|^(?<of>.+)_(?:answer|pred|vote)$/i;
/** Names that tell of the reference, not of somebody's answer. */
const REFERENCE =
  /^(?:final|gold|correct|expected|reference|ground_truth|right|type|true|choice)$|^type|kind$/i;
/** More answers than this of one row are not compared. */
const MOST = 4096;

/** What several answered: the fields that hold their answers, else the final answers of the traces. */
export function givenAnswers(row: Json, { traces }: Reading): GivenAnswer[] {
  const named = namedAnswers(row);
  const given = named.length > 1 ? named : traces.flatMap((trace) => answerOf(trace, row));
  return given
    .slice(0, MOST)
    .map(({ by, answer }) => ({ by, answer: comparableAnswer(answer) }))
    .filter(({ answer }) => answer !== '');
}

/** The answers of fields that are named for them, as they are written: `answer_alpha`, `beta_pred`, `model_votes`. */
export function namedAnswers(row: Json): (GivenAnswer & { field: string })[] {
  if (!isObject(row)) return [];
  return Object.keys(row).flatMap((field) =>
    answersIn(field, row[field]).map((each) => ({ ...each, field })),
  );
}

function answersIn(key: string, value: Json | undefined): GivenAnswer[] {
  if (LISTED.test(key)) {
    if (Array.isArray(value)) return value.flatMap((each, at) => scalar(`${at + 1}`, each));
    if (isObject(value)) return Object.keys(value).flatMap((by) => scalar(by, value[by]));
  }
  const groups = ONE_EACH.exec(key)?.groups;
  const by = groups?.['by'] ?? groups?.['of'];
  return by === undefined || REFERENCE.test(by) ? [] : scalar(by, value);
}

function answerOf(trace: Trace, row: Json): GivenAnswer[] {
  const { kind, finalAnswer, facts } = trace;
  if (kind === 'reference') return [];
  const extracted = facts?.find(({ path }) => /^preds?$|^predictions$/.test(String(path[0])))?.value;
  return scalar(solverOf(trace, row), extracted ?? finalAnswer?.text);
}

function scalar(by: string, value: Json | undefined): GivenAnswer[] {
  const short = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return short ? [{ by, answer: String(value) }] : [];
}
