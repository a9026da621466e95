import type { Json, JsonPath } from '../../row/json';
import { isObject } from '../../row/json';

/** An element of a list, or of an object that numbers its members, and its place. */
export interface StepMember {
  value: Json;
  path: JsonPath;
}

/** The elements of a list; of an object whose keys are numbers, with one word before them or none, its members in their order. */
export function stepMembers(value: Json, path: JsonPath): StepMember[] {
  if (Array.isArray(value)) return value.map((each, at) => ({ value: each, path: [...path, at] }));
  if (!isObject(value) || !isNumbered(value)) return [];
  return Object.keys(value)
    .toSorted((a, b) => numberIn(a) - numberIn(b))
    .map((key) => ({ value: value[key] ?? null, path: [...path, key] }));
}

/** `{"step1": ..., "step2": ...}`, `{"1": ..., "2": ...}`. */
export function isNumbered(value: Json): boolean {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  const words = new Set(keys.map((key) => NUMBERED.exec(key)?.[1]?.toLowerCase()));
  return keys.length > 0 && words.size === 1 && STEP_WORDS.has([...words][0] ?? 'none');
}

const NUMBERED = /^(\p{L}*)[\s_-]*\d{1,3}$/u;
const STEP_WORDS: ReadonlySet<string> = new Set(['', 'step', 's', 'thought', 'line', 'stage', '步骤']);

function numberIn(key: string): number {
  return Number(/\d+$/.exec(key)?.[0] ?? 0);
}

/** Where an object has a step's text, and what it answers or is done to. */
export interface StepKeys {
  text: string;
  asked?: string;
  heading?: string;
}

const TEXTS = [
  'text',
  'step',
  'content',
  'completion',
  'reasoning',
  'statement',
  'value',
  'explanation',
  'description',
  'thought',
  'tactic',
  'expression',
  'equation',
  'operation',
  'action',
];
const ASKED = [
  'sub_question',
  'subquestion',
  'sub_problem',
  'subproblem',
  'sub_q',
  'question',
  'q',
  'problem',
  'state_before',
  'goal',
];
const ANSWERS = [
  'sub_answer',
  'subanswer',
  'sub_solution',
  'sub_a',
  'solution',
  'answer',
  'a',
  'response',
  'tactic',
];

/** By which names an object has a step; null where it has none. */
export function stepKeys(value: Json): StepKeys | null {
  if (!isObject(value)) return null;
  const asked = ASKED.find((key) => typeof value[key] === 'string');
  const answer = ANSWERS.find((key) => typeof value[key] === 'string' || typeof value[key] === 'number');
  if (asked !== undefined && answer !== undefined) return { text: answer, asked };
  const texts = TEXTS.filter((key) => typeof value[key] === 'string');
  const text = texts.find((key) => !isCount(value[key])) ?? texts[0];
  if (text === undefined) return null;
  const title = value['title'];
  return { text, ...(typeof title === 'string' && title !== '' ? { heading: title } : {}) };
}

/** `"step": "2"` only says which one it is. */
function isCount(value: Json | undefined): boolean {
  return typeof value === 'string' && /^\s*\d*\s*$/.test(value);
}

/** A sub-question with its answer, or a goal with the tactic that is applied to it. */
export function isAskedStep(value: Json): boolean {
  return stepKeys(value)?.asked !== undefined;
}
