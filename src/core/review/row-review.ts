import { isModel } from '../annotation/annotator-name';
import type { SignedDecision } from '../annotation/event';
import { isAnswer } from '../annotation/label-kinds';
import { placeOf } from '../annotation/target-place';
import { isDue, reviewRow } from './trace-review';
import type { Standing, TraceReview } from './trace-review';

/** How a whole row stands. */
export type RowReview = 'alone' | 'agreed' | 'disputed' | 'settled';

/** Disputed while anything is due; settled once something was; null when nobody labelled anything. */
export function rowReview(standing: readonly SignedDecision[]): RowReview | null {
  const found = [...standingsIn(reviewRow(standing)), ...answerStandings(standing)];
  if (found.some(isDue)) return 'disputed';
  if (found.includes('settled')) return 'settled';
  if (found.includes('agreed')) return 'agreed';
  return found.includes('alone') ? 'alone' : null;
}

/** How much of a row is disputed, from 0 to 1: the share of its steps and verdicts on which several spoke that is still due. */
export function disagreement(standing: readonly SignedDecision[]): number {
  const found = standingsIn(reviewRow(standing)).filter((each) => each !== 'nothing' && each !== 'alone');
  return found.length === 0 ? 0 : found.filter(isDue).length / found.length;
}

function standingsIn(traces: readonly TraceReview[]): Standing[] {
  return traces.flatMap(({ steps, verdict }) => [...steps.map(({ standing }) => standing), verdict.standing]);
}

/** How each question of a scheme stands on each target: models take no part, and several answers at once are one. */
function answerStandings(standing: readonly SignedDecision[]): Standing[] {
  const said = new Map<string, Map<string, string>>();
  for (const decision of standing) {
    if (!isAnswer(decision) || decision.value === null || isModel(decision.annotator)) continue;
    const { scheme, question, target, value, annotator } = decision;
    const key = JSON.stringify([scheme, question, placeOf(target)]);
    const answers = said.get(key) ?? new Map<string, string>();
    said.set(key, answers.set(annotator, JSON.stringify(value)));
  }
  return [...said.values()].map((answers) => {
    if (answers.size === 1) return 'alone';
    return new Set(answers.values()).size > 1 ? 'disputed' : 'agreed';
  });
}
