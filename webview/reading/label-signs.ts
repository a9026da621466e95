import type { StepLabel, TraceVerdict } from '../../src/core/annotation/event';
import type { Action } from '../../src/protocol/actions';

export interface LabelSign {
  value: StepLabel;
  word: string;
  /** What the label means, for the guideline. */
  meaning: string;
  icon: string;
  action: Action;
}

/** The four labels in the order of their places. */
export const labelSigns: LabelSign[] = [
  { value: 'good', word: 'Good', meaning: 'true, and helps', icon: 'check', action: 'labelGood' },
  {
    value: 'neutral',
    word: 'Neutral',
    meaning: 'true, gets no nearer',
    icon: 'dash',
    action: 'labelNeutral',
  },
  { value: 'bad', word: 'Bad', meaning: 'false: the first error', icon: 'close', action: 'labelBad' },
  {
    value: 'unsure',
    word: 'Unsure',
    meaning: 'not settled in 30 s',
    icon: 'question',
    action: 'labelUnsure',
  },
];

export interface VerdictSign {
  value: TraceVerdict;
  word: string;
  icon: string;
  tone: 'good' | 'bad' | 'unsure';
  action: Action;
}

export const verdictSigns: VerdictSign[] = [
  { value: 'right', word: 'Right', icon: 'pass', tone: 'good', action: 'verdictRight' },
  { value: 'wrong', word: 'Wrong', icon: 'error', tone: 'bad', action: 'verdictWrong' },
  {
    value: 'right-answer-wrong-reasoning',
    word: 'Wrong reasoning',
    icon: 'warning',
    tone: 'unsure',
    action: 'verdictLucky',
  },
];
