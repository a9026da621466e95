import type { Dialect } from '../maths/dialect';
import type { Json, JsonPath } from '../row/json';

/** A row in the roles that people read: what a profile makes of its fields. Parts that a row lacks are empty. */
export interface Reading {
  problem: SourceText[];
  /** Ids of problems that stand in a sibling file. */
  problemIds: Extract<Reference, { kind: 'id' }>[];
  answers: SourceText[];
  hints: Reference[];
  concepts: Reference[];
  traces: Trace[];
  media: Medium[];
  /** Turns of a dialogue that lead up to the problem. */
  context: Turn[];
  /** Short values that place the row: subject, level, generator. */
  facts: Field[];
  /** Fields that no role claims. */
  others: Field[];
}

/** Text as it stands in one field. `start` and `end` are UTF-16 offsets in the field's decoded text. */
export interface SourceText {
  path: JsonPath;
  start: number;
  end: number;
  text: string;
  dialect: Dialect;
}

export interface Field {
  path: JsonPath;
  value: Json;
}

/** A problem, hint or concept: its text in this row, or the id of a row in a sibling file. */
export type Reference = { kind: 'text'; source: SourceText } | { kind: 'id'; id: string; path: JsonPath };

export interface Turn {
  speaker: string;
  source: SourceText;
}

/** An image: a path relative to the dataset's folder. */
export interface Medium {
  path: JsonPath;
  file: string;
}

/** One worked solution. */
export interface Trace {
  /** Lasting within the row: the path of the field that holds it. */
  id: string;
  author: string;
  /** How it was made, for example the prompt: may be empty. */
  setting: string;
  /** `reference` is the dataset's own solution, `model` is one to be judged. */
  kind: 'reference' | 'model';
  steps: Step[];
  finalAnswer: SourceText | null;
  published: Published | null;
}

export interface Step {
  source: SourceText;
  /** Ids of the hints and concepts that the step uses. */
  uses: string[];
  /** Spans that the dataset marks as wrong, as UTF-16 offsets in `source.text`. */
  wrong: { start: number; end: number }[];
  /** Who speaks, in a dialogue. */
  speaker?: string;
}

/** What the dataset itself says of a trace. */
export interface Published {
  /** 0-based step of the first error; null when the dataset says there is none. */
  firstError: number | null;
  /** Whether the final answer is right, where the dataset says so. */
  answerRight: boolean | null;
}

export function emptyReading(): Reading {
  return {
    problem: [],
    problemIds: [],
    answers: [],
    hints: [],
    concepts: [],
    traces: [],
    media: [],
    context: [],
    facts: [],
    others: [],
  };
}
