/** What two answers are to each other. Only the first three mean that they are the same. */
export type AnswerVerdict = 'equal-exact' | 'equal-symbolic' | 'equal-rounded' | 'different' | 'cannot-tell';

export interface Comparison {
  verdict: AnswerVerdict;
  /** Why, in a few words. */
  how: string;
}

export const EXACT: Comparison = { verdict: 'equal-exact', how: 'same exact value' };

export function isEqual({ verdict }: Comparison): boolean {
  return verdict.startsWith('equal');
}

const ORDER: AnswerVerdict[] = ['equal-exact', 'equal-symbolic', 'equal-rounded', 'cannot-tell', 'different'];

/** Of parts that must all be the same, the one that is least so. */
export function weakest(parts: Comparison[]): Comparison {
  return parts.reduce(
    (worst, part) => (ORDER.indexOf(part.verdict) > ORDER.indexOf(worst.verdict) ? part : worst),
    EXACT,
  );
}
