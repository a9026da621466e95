import { askedQuestions } from './asked-questions';
import type { NamedScheme } from './scheme';

/** Questions that are answered in one's own words, as `scheme/question`: that two people wrote other words is no disagreement. */
export type WordQuestions = ReadonlySet<string>;

export const NO_WORD_QUESTIONS: WordQuestions = new Set();

export function wordQuestions(schemes: readonly NamedScheme[]): WordQuestions {
  return new Set(
    schemes.flatMap(({ name, scheme }) =>
      askedQuestions(scheme).flatMap(({ id, way }) => (way === 'text' ? [`${name}/${id}`] : [])),
    ),
  );
}

export function isInWords(
  { scheme, question }: { scheme: string; question: string },
  words: WordQuestions,
): boolean {
  return words.has(`${scheme}/${question}`);
}
