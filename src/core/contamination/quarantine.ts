import type { SignedDecision } from '../annotation/event';

/**
 * Whether a row stays out of what is exported clean: somebody judged it to be a problem of a benchmark, or put it there by hand. What
 * was said last decides, whoever said it.
 */
export function isQuarantined(standing: readonly SignedDecision[]): boolean {
  const newest = standing
    .filter(says)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .at(-1);
  return newest !== undefined && (newest.what !== 'quarantine' || newest.value.on);
}

function says(
  decision: SignedDecision,
): decision is Extract<SignedDecision, { what: 'quarantine' | 'contamination' }> {
  return (
    decision.what === 'quarantine' || (decision.what === 'contamination' && decision.value.verdict === 'same')
  );
}
