import type { Reading, SourceText } from '../profile/reading';

/** A place that tells the answer, as UTF-16 offsets in `source.text`. */
export interface AnswerLeak {
  where: 'problem' | 'hint';
  source: SourceText;
  place: { start: number; end: number };
}

/** Longer answers are prose, which a hint may well share; in UTF-16 units. */
const LONGEST = 200;

/** Where the problem or a hint tells the answer: says it as an answer, not merely a number that is given. */
export function leaksOf(answer: string, { problem, hints }: Reading): AnswerLeak[] {
  if (answer === '' || answer.length > LONGEST) return [];
  const told = hints.flatMap((hint) => (hint.kind === 'text' ? [hint.source] : []));
  return [
    ...problem.flatMap((source) => leakIn(source, answer, 'problem')),
    ...told.flatMap((source) => leakIn(source, answer, 'hint')),
  ];
}

function leakIn(source: SourceText, answer: string, where: AnswerLeak['where']): AnswerLeak[] {
  const place = placeOf(source.text, answer);
  return place ? [{ where, source, place }] : [];
}

/** `the answer is 4.5`, `4 + x`, `4 more than x`: it is another one. */
const GOES_ON =
  /^(?:\w|[.,]\d|\s*[-+*/^=]|\s+(?:more|less|fewer|greater|larger|smaller|bigger|times|plus|minus|divided|percent)\b)/;

/** UTF-16 offsets; null where it is not told. */
function placeOf(text: string, answer: string): { start: number; end: number } | null {
  for (const mark of marksOf(answer)) {
    const start = text.indexOf(mark);
    if (start < 0) continue;
    const rest = text.slice(start + mark.length);
    if (!GOES_ON.test(rest)) return { start, end: start + mark.length };
  }
  return null;
}

function marksOf(answer: string): string[] {
  const words = ['answer is ', 'Answer: ', 'answer: ', 'answer is: ', 'Answer is '];
  const shown = [answer, `$${answer}$`, `\\(${answer}\\)`, `@@${answer}@@`];
  return [
    `\\boxed{${answer}}`,
    `\\boxed{\\text{${answer}}}`,
    `#### ${answer}`,
    ...words.flatMap((word) => shown.map((each) => `${word}${each}`)),
  ];
}
