import type { ComponentChildren } from 'preact';
import type { Trace } from '../../src/core/profile/reading';
import type { AnswerTarget } from '../../src/core/annotation/event';

/** What a step shows of the answers to the questions about it. */
export interface StepAnswer {
  /** The answers, in words; empty where there are none. */
  words: string;
  /** `due`: an answer is asked for; `after`: none is, behind an error; `none`: the questions are not about steps. */
  tone: 'plain' | 'error' | 'due' | 'after' | 'none';
  implied: boolean;
  /** While it is in hand: the answers that have room beside it. */
  choices: StepChoice[];
}

/** An answer beside the step in hand. */
export interface StepChoice {
  key: string;
  title: string;
  on: boolean;
}

/** What a row shows while the questions of a scheme are asked of it. */
export interface RowAsking {
  /** The part of the row that they are about now. */
  inHand: AnswerTarget | null;
  /** Null where the questions are not about steps. */
  ofStep: ((trace: Trace, step: number) => StepAnswer) | null;
  onKey: (key: string) => void;
  guideline: ComponentChildren;
  panel: ComponentChildren;
  /** The other row of a pair, in place of traces. */
  beside: ComponentChildren;
}
