/** How far several answers to one problem agree. */
export interface AnswerAgreement {
  answers: number;
  /** The answer that most gave; of several, the one that was given first. */
  majority: string;
  /** Share of the answers that are the majority's, 0 to 1. */
  share: number;
  /** Shannon's entropy in bits: 0 when all agree, log2(n) when no two do. */
  entropy: number;
}

/** Null for fewer than two answers. Answers are compared as they stand: the caller brings them into one form. */
export function answerAgreement(answers: readonly string[]): AnswerAgreement | null {
  if (answers.length < 2) return null;
  const counts = new Map<string, number>();
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const [[majority, most] = ['', 0]] = [...counts].toSorted((a, b) => b[1] - a[1]);
  const shares = [...counts.values()].map((count) => count / answers.length);
  const entropy = shares.reduce((sum, share) => sum - share * Math.log2(share), 0);
  return { answers: answers.length, majority, share: most / answers.length, entropy: Math.abs(entropy) };
}
