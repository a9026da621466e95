/** How far several answers to one question agree. */
export interface Agreement {
  /** The commonest answer; null where two are equally common. */
  majority: string | null;
  /** Share of the answers that are the commonest one. */
  share: number;
  /** Shannon entropy of the answers, in bits: 0 where all agree. */
  entropy: number;
}

export function agreementOf(answers: readonly string[]): Agreement {
  const counts = new Map<string, number>();
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const commonest = [...counts].filter(([, count]) => count === most);
  const shares = [...counts.values()].map((count) => count / answers.length);
  const entropy = shares.reduce((sum, share) => sum - share * Math.log2(share), 0);
  return {
    majority: commonest.length === 1 ? (commonest[0]?.[0] ?? null) : null,
    share: answers.length === 0 ? 0 : most / answers.length,
    entropy: entropy + 0,
  };
}
