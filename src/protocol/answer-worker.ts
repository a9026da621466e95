import type { AnswerJudgement } from '../core/answer/judge-answer';
import type { TraceJudgement } from '../core/answer/judge-traces';
import type { Profile } from '../core/profile/profile';

/** What the thread is started with that judges answers. It opens the file itself. */
export interface AnswerRequest {
  file: string;
  profile: Profile;
  /** `pairs`: rows have `gold` and `pred`; `traces`: every trace is judged against its row's answer. */
  of: 'traces' | 'pairs';
}

export interface JudgedPair {
  /** 0-based */
  row: number;
  judgement: AnswerJudgement;
}

export interface JudgedTrace {
  /** 0-based */
  row: number;
  judgement: TraceJudgement;
}

/** What it says, in this order: many `judged`, in the order of the rows, then one `done` or one `failed`. */
export type AnswerReport =
  | { kind: 'judged'; pairs: JudgedPair[]; traces: JudgedTrace[] }
  | { kind: 'done' }
  | { kind: 'failed'; message: string };
