import type { AnswerJudgement } from '../answer/judge-answer';
import { goldAnswers, judgeByAny, judgeTrace } from '../answer/judge-traces';
import { isEqual } from '../answer/comparison';
import type { Reading, Trace } from '../profile/reading';
import type { Json } from '../row/json';
import { namedAnswers } from './given-answers';
import { modelNamed, solverOf } from './solver';

/** A model's final answer, held against the row's own. */
export interface ModelAnswer {
  /** The model, by the field or the column that names it; empty where nothing does. */
  by: string;
  outcome: Outcome;
  /** What the dataset itself says of the answer; null when it says nothing. */
  published: boolean | null;
}

export type Outcome = 'equal' | 'different' | 'cannot tell';

/** The answers of models in a row: of its traces, and of columns that are named for models. None where the row has no answer. */
export function modelAnswers(row: Json, reading: Reading): ModelAnswer[] {
  const golds = goldAnswers(reading);
  if (golds.length === 0) return [];
  const traced = reading.traces.flatMap((trace) => ofTrace(trace, golds, row, reading));
  const told = new Set(traced.map(({ by }) => by));
  return [...traced, ...ofColumns(row, golds, reading).filter(({ by }) => !told.has(by))]; // what is drawn out of a trace counts once
}

/** A reference solution is nobody's, unless the row names the model that wrote it. */
function ofTrace(trace: Trace, golds: readonly string[], row: Json, reading: Reading): ModelAnswer[] {
  if (trace.kind === 'reference' && (modelNamed(row) === '' || reading.answers.length === 0)) return [];
  const judgement = judgeTrace(trace, golds);
  if (!judgement) return [];
  const guessed = trace.finalAnswer === null && !TOLD.has(judgement.found);
  const { published } = judgement;
  return [{ by: solverOf(trace, row), outcome: outcomeOf(judgement, guessed), published }];
}

/** A number or formula at the end of a text may be the answer when it is the right one; another one there says nothing. */
const TOLD: ReadonlySet<AnswerJudgement['found']> = new Set(['whole', 'boxed', 'hashes', 'sentence']);

function ofColumns(row: Json, golds: readonly string[], reading: Reading): ModelAnswer[] {
  return namedAnswers(row, reading).flatMap(({ field, by, answer }) => {
    const best = judgeByAny(golds, answer);
    const name = /^\d+$/.test(by) ? field : by;
    return best ? [{ by: name, outcome: outcomeOf(best), published: null }] : [];
  });
}

function outcomeOf(judgement: AnswerJudgement, guessed = false): Outcome {
  if (isEqual(judgement)) return 'equal';
  return guessed || judgement.verdict === 'cannot-tell' ? 'cannot tell' : 'different';
}
