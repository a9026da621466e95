import { isAnswer } from '../../src/core/annotation/label-kinds';
import { placeOf } from '../../src/core/annotation/target-place';
import type { AnswerValue } from '../../src/core/scheme/asked-questions';
import type { StandingDecision } from '../../src/protocol/page';

/** A model's answer to a question that one has answered oneself. */
export interface SuggestedAnswer {
  by: string;
  question: string;
  value: AnswerValue;
}

/** What models answered under a scheme, by the place of the part of the row. `suggested`: what may be shown of the row. */
export function suggestedAnswers(
  suggested: readonly StandingDecision[],
  scheme: string,
): ReadonlyMap<string, SuggestedAnswer[]> {
  const answers = new Map<string, SuggestedAnswer[]>();
  for (const { decision } of suggested) {
    if (!isAnswer(decision) || decision.scheme !== scheme || decision.value === null) continue;
    const { annotator: by, question, value, target } = decision;
    const place = placeOf(target);
    answers.set(place, [...(answers.get(place) ?? []), { by, question, value }]);
  }
  return answers;
}
