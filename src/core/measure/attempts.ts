import { isEqual } from '../answer/comparison';
import { judgeAnswer } from '../answer/judge-answer';
import { goldAnswers } from '../answer/judge-traces';
import { measuresIn, verdictOf } from '../profile/decoders/beside';
import type { Reading, Trace } from '../profile/reading';
import type { Json, JsonObject } from '../row/json';
import { isObject } from '../row/json';
import { authorOf, modelNamed } from './solver';

/** What somebody made of a problem: how many solutions, and how many of them are right. */
export interface Attempts {
  /** Model, teacher or student: as a trace or a field is named for it, else as the row's `model` says; empty where nothing does. */
  by: string;
  total: number;
  right: number;
}

/** Who solved a row, from all that tells it: judged traces, counts n and c, and columns of yes and no. */
export function attemptsOf(row: Json, reading: Reading): Attempts[] {
  const judged = fromTraces(reading.traces, row);
  if (!isObject(row)) return judged;
  const counts = fromCounts(row).filter(({ by }) => by !== '' || judged.length === 0); // else they are of the same solutions
  const known = [...judged, ...counts, ...fromSolvedColumns(row)];
  const model = modelNamed(row);
  const byModel = new Map<string, Attempts>();
  for (const { by, total, right } of known.length > 0 ? known : fromVerdict(row, reading)) {
    const name = by === '' ? model : by;
    if (!byModel.has(name)) byModel.set(name, { by: name, total, right }); // what is told twice is of the same solutions
  }
  return [...byModel.values()];
}

function fromTraces(traces: Trace[], row: Json): Attempts[] {
  const by = new Map<string, Attempts>();
  for (const trace of traces) {
    const right = trace.kind === 'reference' ? null : verdictOn(trace.published);
    if (right === null) continue;
    const author = authorOf(trace, row);
    const of = by.get(author) ?? { by: author, total: 0, right: 0 };
    by.set(author, { by: author, total: of.total + 1, right: of.right + Number(right) });
  }
  return [...by.values()];
}

/** Where nothing is said of the answer, a solution without a wrong step is right. */
function verdictOn(published: Trace['published']): boolean | null {
  if (!published) return null;
  if (published.answerRight !== null) return published.answerRight;
  return published.firstError === undefined ? null : published.firstError === null;
}

const TOTAL = /^(?:n|num_samples|n_samples|num_generations|samples_total)$/;
const RIGHT = ['c', 'num_correct', 'n_correct', 'correct_count', 'correctness_count'];

/** `n` and `c`, or `n_MODEL` and `c_MODEL`. */
function fromCounts(row: JsonObject): Attempts[] {
  return Object.keys(row).flatMap((key) => {
    const model = TOTAL.test(key) ? undefined : /^n[_@:](.+)$/.exec(key)?.[1];
    if (model !== undefined) return countsOf(model, row[key], row[`c${key.slice(1)}`]);
    if (!TOTAL.test(key)) return [];
    const right = RIGHT.find((name) => Object.hasOwn(row, name));
    return right === undefined ? [] : countsOf('', row[key], row[right]);
  });
}

function countsOf(by: string, n: Json | undefined, c: Json | undefined): Attempts[] {
  const total = measuresIn(n, [])[0]?.value;
  const right = measuresIn(c, [])[0]?.value;
  if (total === undefined || right === undefined || !isCount(total) || !isCount(right)) return [];
  return right <= total && total > 0 ? [{ by, total, right }] : [];
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 0;
}

const SOLVED = /^(?:(?:solved|passed|correct|is_correct)_by|solved|passed|is_correct)[_@: ](?<by>.+)$/i;

/** `solved_by_small: true`. */
function fromSolvedColumns(row: JsonObject): Attempts[] {
  return Object.keys(row).flatMap((key) => {
    const by = SOLVED.exec(key)?.groups?.['by'];
    const right = by === undefined ? null : verdictOf(row[key]);
    return by === undefined || right === null ? [] : [{ by, total: 1, right: Number(right) }];
  });
}

/** Verdicts on the variants of a seed that is one row: `Variant 1: correct`. They are no attempts at one problem. */
export function variantVerdicts(row: Json): boolean[] {
  if (!isObject(row)) return [];
  return Object.keys(row).flatMap((key) => {
    const right = /^variant[ _]?\d+$/i.test(key) ? verdictOf(row[key]) : null;
    return right === null ? [] : [right];
  });
}

const VERDICTS = [
  'is_correct',
  'correct',
  'right',
  'solved',
  'passed',
  'joker',
  'final_answer_correct',
  'verdict',
];
/** Of a question with choices, a number so named is the place of the right one. */
const PLACES = new Set(['correct', 'right']);
const RESPONSES = ['processed_answer', 'response', 'prediction', 'pred', 'model_answer'];

/** One verdict on the row as a whole, or a response to a question with one right choice. */
function fromVerdict(row: JsonObject, reading: Reading): Attempts[] {
  for (const name of VERDICTS) {
    const isPlace = reading.choices.length > 0 && PLACES.has(name) && typeof row[name] === 'number';
    const right = isPlace ? null : verdictOf(row[name]);
    if (right !== null) return [{ by: '', total: 1, right: Number(right) }];
  }
  const response = RESPONSES.map((name) => row[name]).find((value) => typeof value === 'string');
  const right = typeof response === 'string' ? choosesRight(response, reading) : null;
  return right === null ? [] : [{ by: '', total: 1, right: Number(right) }];
}

/** Whether a response names the right choice, by its letter or its text. Null where not one is right: several are another measure's. */
function choosesRight(response: string, reading: Reading): boolean | null {
  const { choices, links } = reading;
  const golds = goldAnswers(reading);
  const several = choices.filter(({ right }) => right).length > 1;
  if (choices.length === 0 || golds.length === 0 || several) return null;
  if (links.some(({ type }) => type === 'sub-problem')) {
    const letter = chosenLetter(response);
    return golds.some((gold) => gold.trim().toUpperCase() === letter);
  }
  return golds.some((gold) => isEqual(judgeAnswer(gold, response)));
}

/** The letter behind the last word "Answer", as We-Math's evaluation reads a response; null where there is none. */
function chosenLetter(response: string): string | null {
  const behind =
    response
      .split('Answer')
      .at(-1)
      ?.replaceAll(/[<>:.]/g, '')
      .trim() ?? '';
  return /^[A-H]/.exec(behind)?.[0] ?? null;
}
