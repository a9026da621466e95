import { isModel } from '../annotation/annotator-name';
import type { AnswerRuling, AnswerTarget } from '../annotation/event';
import { isAnswer, isAnswerRuling } from '../annotation/label-kinds';
import { placeOf } from '../annotation/target-place';
import type { AnswerValue } from '../scheme/asked-questions';
import { isInWords, NO_WORD_QUESTIONS } from '../scheme/word-questions';
import type { WordQuestions } from '../scheme/word-questions';
import type { ReviewedDecision, Standing } from './trace-review';

interface SaidAnswer {
  value: AnswerValue;
  /** Why, where that was said. */
  rationale?: string | undefined;
  /** The event's id. */
  id: string;
}

/** What everybody answers to one question about one part of a row, and what settled it. */
export interface AnswerReview {
  scheme: string;
  question: string;
  target: AnswerTarget;
  /** By annotator; models take no part. */
  said: Map<string, SaidAnswer>;
  settled: { value: AnswerValue; by: string; id: string; over: readonly string[] } | null;
  standing: Standing;
}

/**
 * `decisions`: those that stand, oldest first. In the order in which the questions were first answered. What people say in their own
 * words is nothing that they agree or differ on.
 */
export function reviewAnswers(
  decisions: readonly ReviewedDecision[],
  words: WordQuestions = NO_WORD_QUESTIONS,
): AnswerReview[] {
  const reviews = new Map<string, AnswerReview>();
  for (const decision of decisions) {
    if (!isAnswer(decision) && !isAnswerRuling(decision)) continue;
    const { scheme, question, target, annotator, id } = decision;
    const key = JSON.stringify([scheme, question, placeOf(target)]);
    const review: AnswerReview = reviews.get(key) ?? {
      ...{ scheme, question, target, said: new Map(), settled: null, standing: 'nothing' },
    };
    reviews.set(key, review);
    if (isAnswerRuling(decision)) {
      const { answer, over } = decision.value;
      review.settled = { value: answer, by: annotator, id, over };
    } else if (decision.value === null) review.said.delete(annotator);
    else if (!isModel(annotator)) {
      const { value, rationale } = decision;
      review.said.set(annotator, { value, rationale, id });
    }
  }
  const found = [...reviews.values()].filter(({ said }) => said.size > 0);
  return found.map((review) => ({
    ...review,
    standing: isInWords(review, words) && !review.settled ? 'alone' : standingOf(review),
  }));
}

/** The ruling that an answer holds, over what everybody said. */
export function answerRuling(
  { scheme, question, target, said }: AnswerReview,
  answer: AnswerValue,
): AnswerRuling {
  const over = [...said.values()].map(({ id }) => id);
  return { what: 'adjudication', scheme, question, target, value: { answer, over } };
}

function standingOf({ said, settled }: AnswerReview): Standing {
  const values = [...said.values()];
  const words = values.map(({ value }) => JSON.stringify(value));
  if (settled) {
    const ruled = JSON.stringify(settled.value);
    const news = values.some(({ id }, at) => !settled.over.includes(id) && words[at] !== ruled);
    return news ? 'outdated' : 'settled';
  }
  if (new Set(words).size > 1) return 'disputed';
  return values.length > 1 ? 'agreed' : 'alone';
}
