import type { SignedDecision } from '../annotation/event';

type Says = Extract<SignedDecision, { what: 'quarantine' | 'contamination' | 'duplicate' }>;

/**
 * Whether a row stays out of what is exported clean: somebody judged it to be a problem of a benchmark or one that stands elsewhere
 * too, or put it there by hand. What was said last decides, whoever said it.
 */
export function isQuarantined(standing: readonly SignedDecision[]): boolean {
  return quarantinedBy(standing) !== null;
}

/** What put a row into quarantine; null where it is not in it. */
export function quarantinedBy(standing: readonly SignedDecision[]): Says['what'] | null {
  const newest = standing
    .filter(says)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .at(-1);
  if (newest === undefined || (newest.what === 'quarantine' && !newest.value.on)) return null;
  return newest.what;
}

function says(decision: SignedDecision): decision is Says {
  switch (decision.what) {
    case 'quarantine':
      return true;
    case 'contamination':
      return decision.value.verdict === 'same';
    case 'duplicate':
      return decision.value.verdict === 'same' && decision.value.stays !== true;
    default:
      return false;
  }
}
