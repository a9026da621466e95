import type { Dialect } from '../maths/dialect';
import type { Json, JsonPath } from '../row/json';
import type { LinkType } from './profile';

/** A row in the roles that people read: what a profile makes of its fields. Parts that a row lacks are empty. */
export interface Reading {
  problem: SourceText[];
  /** Ids of problems that stand in a sibling file. */
  problemIds: Extract<Reference, { kind: 'id' }>[];
  answers: Answer[];
  /** What may be chosen, in the row's order. */
  choices: Choice[];
  hints: Reference[];
  concepts: Reference[];
  traces: Trace[];
  media: Medium[];
  /** The problem's texts and images in their order; empty where the texts come first and the images after them. */
  layout: ProblemPart[];
  /** The same problem, answer or choices in further languages. */
  translations: Translation[];
  /** Places in the row's images that the dataset marks. */
  regions: Region[];
  /** Ways in which this row belongs together with others. */
  links: Link[];
  measures: Measure[];
  /** Turns of a dialogue that lead up to the problem. */
  context: Turn[];
  /** Short values that place the row: subject, level, generator. */
  facts: Field[];
  /** Fields that no role claims. */
  others: Field[];
}

/**
 * Text as it stands in one field. `start` and `end` are UTF-16 offsets in the field's decoded text: the text's length apart, but for
 * an answer, choice, hint or concept out of JSON that was itself written as a text, which is longer there by its escapes.
 */
export interface SourceText {
  path: JsonPath;
  start: number;
  end: number;
  text: string;
  dialect: Dialect;
  /** As the row or its profile names it: a tag such as `zh`, or a name. */
  language?: string;
}

/** A reference answer. A choice is named by its label. */
export interface Answer extends SourceText {
  /** `none`: the dataset says by a word, such as "proof", that there is no answer to compare with. */
  kind?: 'choice' | 'none';
  /** How the answer was come by, where the dataset says so: by majority vote, for example. */
  provenance?: string;
  unit?: string;
}

export interface Choice {
  /** A letter or number that answers name it by. */
  label: string;
  source: SourceText;
  medium: Medium | null;
  /** Of a proposition: its proof. */
  proof?: SourceText;
  /** Null where the row does not say which are right. */
  right: boolean | null;
}

export type ProblemPart = { kind: 'text'; source: SourceText } | { kind: 'medium'; medium: Medium };

export interface Translation {
  /** As the row or its profile names it: a tag (BCP 47) such as `zh`, or a name; empty where nothing does. */
  language: string;
  role: 'problem' | 'answer' | 'choice' | 'trace';
  source: SourceText;
}

/** One row's place in a group of linked rows. Rows with the same `type` and `group` belong together. */
export interface Link {
  type: LinkType;
  group: string;
  /** Its part in the group, such as `seed`, `2`, `en`; empty where all are alike. */
  place: string;
  /** The value that it was read from; empty where a rule computed it. */
  path: JsonPath;
  /** Rows that this one names, in their order: the parents of a fusion, the parts of a composition, the row it was made from. */
  rows?: NamedRow[];
  /** The text that this row was made from, where the row itself has it. */
  original?: SourceText;
}

/** Another row, by its id, and its place in the group. */
export interface NamedRow {
  id: string;
  place: string;
}

/** A number about the row: difficulty, pass rate, rubric score. */
export interface Measure {
  name: string;
  path: JsonPath;
  value: number;
}

export interface Field {
  path: JsonPath;
  value: Json;
  /** The value as JSON, with its numbers as the row writes them, where JavaScript would write them in another way. */
  written?: string;
  /** What the value stands for, where the profile says so: the name of a class label. */
  words?: string;
}

/** A problem, hint or concept: its text in this row, or the id of a row in a sibling file. */
export type Reference = { kind: 'text'; source: SourceText } | { kind: 'id'; id: string; path: JsonPath };

export interface Turn {
  speaker: string;
  source: SourceText;
}

/** An image. */
export interface Medium {
  path: JsonPath;
  /** How the row names it: a path, a name without extension, an id, an address. What stands in the row may have no name: ''. */
  file: string;
  /** Its bytes in base64 or as a data URL, where they stand in the row. */
  data?: string;
  /** What it shows, in a word or two: may be missing. */
  caption?: string;
}

/** A box or a point in an image, of which the row says what it is. */
export interface Region {
  path: JsonPath;
  label: string;
  /** Which of the row's images, by its place among them. */
  image: number;
  shape: Shape;
  /** Whether the numbers are pixels of the image, or parts of its width and height from 0 to 1. */
  unit: 'pixel' | 'part';
}

/** `x` and `y` are those of the corner at the top left; a point is a box without width and height. */
export interface Shape {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One worked solution. */
export interface Trace {
  /** Lasting within the row: the path of the field that holds it. */
  id: string;
  author: string;
  /** How it was made, for example the prompt: may be empty. */
  setting: string;
  /** `reference` is the dataset's own solution; `model` and `student` are to be judged. */
  kind: 'reference' | 'model' | 'student';
  steps: Step[];
  finalAnswer: SourceText | null;
  published: Published | null;
  /** As the dataset has it, where an annotator cuts it otherwise. */
  uncut?: Trace;
  /** Numbers about this trace: reward-model scores, log-likelihoods. */
  measures?: Measure[];
  /** Short values about this trace: finish reason, error category. */
  facts?: Field[];
}

export interface Step {
  source: SourceText;
  /** Where it is among the dataset's steps, in a trace that an annotator cuts otherwise. */
  cut?: StepCut;
  /** What an annotator joined to it: steps, or pieces of steps. */
  joined?: Step[];
  /** Ids of the hints and concepts that the step uses. */
  uses: string[];
  /** Spans that the dataset marks as wrong, as UTF-16 offsets in `source.text`. */
  wrong: { start: number; end: number }[];
  /** Who speaks, in a dialogue. */
  speaker?: string;
  /** What is asked before it, in a solution that asks itself. */
  subQuestion?: SourceText;
  /** The block that it stands within, where its heading is that of a part of it. */
  within?: string;
  /** What part of the solution it is, in the dataset's own word: a stage, a template's tag. */
  heading?: string;
  /** Code is never run; output is what the dataset says that it printed. Prose where missing. */
  form?: 'code' | 'output';
  media?: Medium[];
  /** What the dataset says of this step. */
  label?: 'good' | 'neutral' | 'bad';
  /** The dataset's numbers about this step: probability of being right, advantage. */
  measures?: Measure[];
  /** What the dataset says of it in words: why it is wrong, by which misconception. */
  remarks?: SourceText[];
  /** Other texts that were offered for this step. */
  alternatives?: Alternative[];
}

export interface StepCut {
  /** The dataset's step that it begins in, 0-based. */
  step: number;
  /** `4`, `4a`, `4b`, `4–5`: by the dataset's numbers, from 1. */
  name: string;
  /** Missing where it is a step of the dataset. UTF-16 offsets in the texts of the steps that it begins and ends in. */
  piece?: { from: number; to: { step: number; at: number } };
}

export interface Alternative {
  source: SourceText;
  label?: 'good' | 'neutral' | 'bad';
  chosen: boolean;
}

/** What the dataset itself says of a trace. */
export interface Published {
  /** 0-based step of the first error; null when the dataset says there is none, missing when it says nothing of it. */
  firstError?: number | null;
  /** Whether the final answer is right, where the dataset says so. */
  answerRight: boolean | null;
  /** Whether it was preferred to, or rejected for, another trace. */
  preferred?: boolean;
  /** Who says so, such as a grader's name; the dataset itself where missing. */
  by?: string;
}

export function emptyReading(): Reading {
  return {
    problem: [],
    problemIds: [],
    answers: [],
    choices: [],
    hints: [],
    concepts: [],
    traces: [],
    media: [],
    layout: [],
    translations: [],
    regions: [],
    links: [],
    measures: [],
    context: [],
    facts: [],
    others: [],
  };
}
