import { comparableAnswer } from '../link/answer-key';
import type { Reading, Trace } from '../profile/reading';
import type { Json, JsonPath } from '../row/json';
import { isObject } from '../row/json';
import { modelNamed, solverOf } from './solver';

/** An answer that a teacher or model gave, in the form that answers are compared in. */
export interface GivenAnswer {
  by: string;
  answer: string;
}

const LISTED = /^(?:(?<of>.+)_)?(?:answers|votes|preds|predictions)$/i;
const ONE_EACH = /^(?:answer|pred|vote)[_@:](?<by>.+)$|^(?<of>.+)_(?:answer|pred|vote)$/i;
/** Words that tell how an answer is written, or of which kind or side it is: `answer_latex`, `incorrect_answers`, `answer_idx`. */
const NOBODY = new Set(
  `accepted acceptable alternative alternate correct incorrect right wrong true false valid invalid gold golden expected reference ref
  ground truth target label possible plausible other distractor final short long full exact original orig source old new clean cleaned
  raw normalized normalised type kind choice choices option options letter index idx id number num count no key value start end text
  string str int float numeric numerical latex tex markdown md html json sympy expr expression format form unit units precision
  explanation rationale solution url image images page span question problem sub step has is answers majority consensus voted`.split(
    /\s+/,
  ),
);
const TYPE = /^type|kind$/i;
/** `model_answer`: of whichever model the row names. */
const MODELS = /^(?:model|predicted|extracted|processed|parsed|generated)$/i;
/** More answers than this of one row are not compared. */
const MOST = 4096;

/** What several answered: the fields that hold their answers, else the final answers of the traces. */
export function givenAnswers(row: Json, reading: Reading): GivenAnswer[] {
  const named = namedAnswers(row, reading);
  const given = named.length > 1 ? named : reading.traces.flatMap((trace) => answerOf(trace, row));
  return given
    .slice(0, MOST)
    .map(({ by, answer }) => ({ by, answer: comparableAnswer(answer) }))
    .filter(({ answer }) => answer !== '');
}

/**
 * The answers of fields that are named for who gave them, as they are written: `answer_alpha`, `beta_pred`, `model_votes`. Fields that are
 * the row's own answer, its choices or translations are nobody's.
 */
export function namedAnswers(row: Json, reading: Reading): (GivenAnswer & { field: string })[] {
  if (!isObject(row)) return [];
  const own = ownFields(reading);
  const named = (by: string) => (MODELS.test(by) && modelNamed(row)) || by;
  return Object.keys(row).flatMap((field) =>
    own.has(field)
      ? []
      : answersIn(field, row[field]).map(({ by, answer }) => ({ by: named(by), answer, field })),
  );
}

function ownFields({ answers, choices, translations }: Reading): Set<JsonPath[number] | undefined> {
  const sources = [
    ...answers,
    ...choices.map(({ source }) => source),
    ...translations.map(({ source }) => source),
  ];
  return new Set(sources.map(({ path }) => path[0]));
}

function answersIn(key: string, value: Json | undefined): GivenAnswer[] {
  const listed = LISTED.exec(key);
  if (listed && !tellsNobody(listed.groups?.['of'] ?? listed[0])) {
    if (Array.isArray(value)) return value.flatMap((each, at) => scalar(`${at + 1}`, each));
    if (isObject(value)) return Object.keys(value).flatMap((by) => scalar(by, value[by]));
  }
  const groups = ONE_EACH.exec(key)?.groups;
  const by = groups?.['by'] ?? groups?.['of'];
  return by === undefined || tellsNobody(by) ? [] : scalar(by, value);
}

function tellsNobody(by: string): boolean {
  const words = by.toLowerCase().match(/[a-z]+/g) ?? [];
  return TYPE.test(by) || (words.length > 0 && words.every((word) => NOBODY.has(word)));
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
