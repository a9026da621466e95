import type { ComponentChildren } from 'preact';
import type { JsonPath } from '../../src/core/row/json';
import type { Trace } from '../../src/core/profile/reading';
import type { AnswerTarget } from '../../src/core/annotation/event';
import type { Suggested } from '../reading/trace-columns';

/** What a step shows of the answers to the questions about it. */
export interface StepAnswer {
  /** The answers, in words; empty where there are none. */
  words: string;
  /** `due`: an answer is asked for; `after`: none is, behind an error; `none`: the questions are not about steps. */
  tone: 'plain' | 'error' | 'due' | 'after' | 'none';
  implied: boolean;
  /** While it is in hand: the answers that have room beside it. */
  choices: StepChoice[];
  /** What models answered to the first question, once one has oneself. */
  suggested: Suggested[];
}

/** An answer beside the step in hand. */
export interface StepChoice {
  key: string;
  title: string;
  on: boolean;
}

/** A part of a field's text, as UTF-16 offsets in it. */
export interface ChosenSpan {
  path: JsonPath;
  start: number;
  end: number;
  kind: 'chosen' | 'picked';
  /** What it was chosen for. */
  says: string;
}

/** What a row shows while the questions of a scheme are asked of it. */
export interface RowAsking {
  /** The part of the row that they are about now. */
  inHand: AnswerTarget | null;
  /** Null where the questions are not about steps. */
  ofStep: ((trace: Trace, step: number) => StepAnswer) | null;
  /** Parts of the row's texts that were chosen, and the one in hand. */
  spans: ChosenSpan[];
  onKey: (key: string) => void;
  guideline: ComponentChildren;
  panel: ComponentChildren;
  /** The other row of a pair, in place of traces. */
  beside: ComponentChildren;
}
