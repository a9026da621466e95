import type { Reading } from '../profile/reading';
import { isObject } from '../row/json';
import type { Json } from '../row/json';

/** One try at a row's problem. */
export interface Outcome {
  /** Who tried, such as a model; empty where the dataset tells one try from the next, but not who made it. */
  by: string;
  right: boolean;
}

/** `Variant 3`, `trial_1`: tries of one and the same model. */
const NUMBERED = /^(?:variant|trial|attempt|sample|run|rollout|try)s?[ _-]?\d+$/i;
/** `solved_by_small`, `correct_alpha`, `alpha_is_correct`: who tried is the rest of the name. */
const NAMED =
  /^(?:(?:is_)?(?:solved|correct|passed)(?:_by)?[ _-](.+)|(.+?)[ _-](?:is_)?(?:solved|correct|passed))$/i;
/** `joker` is We-Math's word. */
const ONLY = /^(?:is_)?(?:correct|solved|passed|hit|joker)$|^answer_correct$/i;
const PREDICTED =
  /^(?:pred|prediction|predicted(?:_answer)?|model_answer|processed_answer|extracted_answer)$/i;
const RIGHT = new Set(['correct', 'right', 'pass', 'passed', 'true', 'yes', '1', 'solved']);
const WRONG = new Set(['incorrect', 'wrong', 'fail', 'failed', 'false', 'no', '0', '-1', 'unsolved']);

/** What a row says of tries at its problem: verdicts on traces, else fields that are named for it and say so, else a chosen letter. */
export function outcomesOf(row: Json, reading: Reading): Outcome[] {
  const ofTraces = reading.traces.flatMap(({ kind, author, published }): Outcome[] => {
    const right = published?.answerRight ?? null;
    return kind === 'reference' || right === null ? [] : [{ by: author, right }];
  });
  if (ofTraces.length > 0) return ofTraces;
  if (!isObject(row)) return [];
  const ofFields = Object.entries(row).flatMap(([name, value]) => fieldOutcome(name, value));
  return ofFields.length > 0 ? ofFields : chosenLetter(row, reading);
}

/** Whether a field of this name and value says of a try whether it is right. */
export function isOutcome(name: string, value: Json): boolean {
  return fieldOutcome(name, value).length > 0;
}

function fieldOutcome(name: string, value: Json | undefined): Outcome[] {
  const right = verdictIn(value);
  if (right === null) return [];
  if (NUMBERED.test(name) || ONLY.test(name)) return [{ by: '', right }];
  const [, behind, before] = NAMED.exec(name) ?? [];
  const by = behind ?? before;
  return by === undefined || /count|number|num|total|^#/i.test(by) ? [] : [{ by, right }];
}

/** Whether a value says right or wrong; null when it says neither. */
function verdictIn(value: Json | undefined): boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const word = String(value).trim().toLowerCase();
  return RIGHT.has(word) ? true : WRONG.has(word) ? false : null;
}

/** A model's choice among lettered ones, held against the answer's letter. */
function chosenLetter(row: Record<string, Json>, { choices }: Reading): Outcome[] {
  const [answer, ...more] = choices.filter(({ right }) => right).map(({ label }) => label.toUpperCase());
  if (answer === undefined || more.length > 0) return [];
  for (const [name, value] of Object.entries(row)) {
    if (typeof value !== 'string') continue;
    const letter = PREDICTED.test(name) ? /^\W*([A-J])\b/.exec(value)?.[1] : spokenLetter(name, value);
    if (letter !== undefined) return [{ by: '', right: letter === answer }];
  }
  return [];
}

/** The letter behind the last "Answer" of a response, as We-Math's own evaluation reads it. */
function spokenLetter(name: string, value: string): string | undefined {
  if (!/^(?:response|model_response)$/i.test(name)) return undefined;
  const tail = value.split('Answer').at(-1) ?? '';
  return /^[\s><:.*]*([A-H])/.exec(tail)?.[1];
}
