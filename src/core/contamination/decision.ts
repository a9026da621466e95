import type { Likeness } from './likeness';

/** How a text holds a benchmark item. */
export type MatchClass =
  'exact' | 'inside' | 'near' | 'partial' | 'numbers changed' | 'reworded' | 'in the trace';

/** Scores from which a row should be removed, and from which somebody should look at it. docs/contamination.md has the curve. */
export const THRESHOLDS = { remove: 0.9, review: 0.45 };

/** A text that holds all of an item of at least so many tokens does so for certain. */
const LEAST_INSIDE = 4;

/**
 * The likelihood, from 0 to 1, that a problem holds the item. Weights are those of a logistic regression on labelled pairs of
 * GSM8K, MATH and others with rows made of them; docs/contamination.md says which half it was fitted on.
 */
export function likelihood(likeness: Likeness): number {
  if (likeness.exact || isInside(likeness)) return 1;
  const sum = termsOf(likeness).reduce((total, [weight, value]) => total + weight * value, BIAS);
  return Math.min(0.999, 1 / (1 + Math.exp(-sum)));
}

const BIAS = -6.2;

function termsOf(likeness: Likeness): [weight: number, value: number][] {
  const { best, covered, run, runContent, content, shareOfRow, bagOfItem, bagOfRow } = likeness;
  const { equalNumbers, otherNumbers, contentWeight, numberWeight, itemLength, rowLength } = likeness;
  const lengths = Math.log((itemLength + 5) / (rowLength + 5));
  const sameNumbers = likeness.numbers * likeness.numbersOfRow;
  const rareNumbers = upTo(1, numberWeight / 8);
  return [
    [3.04, covered],
    [4.15, Math.max(0, covered - 0.6)],
    [8.43, shareOfRow ** 2],
    [3.65, upTo(1, best / 40)],
    [1.48, upTo(1, run / 30)],
    [-1.97, upTo(1, runContent / 6)],
    [2.62, upTo(1, content / 10)],
    [0.96, content === 0 ? 1 : 0],
    [-2.99, bagOfRow],
    [-0.82, lengths],
    [-1.23, Math.abs(lengths)],
    [-0.48, Math.log(itemLength + 5)],
    [1.92, upTo(1, contentWeight / 40)],
    [4.66, sameNumbers * upTo(1, contentWeight / 30)],
    [4.52, sameNumbers * rareNumbers],
    [1.24, rareNumbers * Math.sqrt(bagOfItem * bagOfRow)],
    [-0.47, otherNumbers / (otherNumbers + equalNumbers + 1)],
  ];
}

function upTo(most: number, value: number): number {
  return Math.min(most, value);
}

function isInside({ share, otherNumbers, itemLength }: Likeness): boolean {
  return share >= 0.985 && otherNumbers === 0 && itemLength >= LEAST_INSIDE;
}

/**
 * The same for a trace, which holds an item only when it repeats nearly all of it with its numbers: solutions share identities,
 * names of functions and small numbers with many items.
 */
export function traceLikelihood(likeness: Likeness): number {
  const { share, best, equalNumbers, otherNumbers, content, exact } = likeness;
  const numbers = equalNumbers + otherNumbers;
  const sameNumbers = otherNumbers <= numbers * 0.15;
  const told = best >= 25 && content >= 4;
  if (!told || !sameNumbers || share < 0.6) return 0;
  return exact || isInside(likeness) ? 1 : Math.min(0.999, share);
}

export function classOf(likeness: Likeness): Exclude<MatchClass, 'in the trace'> {
  const { share, shareOfRow, covered, otherNumbers, itemLength, rowLength } = likeness;
  if (likeness.exact) return 'exact';
  if (covered >= 0.75 && otherNumbers > 0) return 'numbers changed';
  if (isInside(likeness)) return rowLength > itemLength * 1.2 ? 'inside' : 'near';
  if (share >= 0.75) return 'near';
  if (shareOfRow >= 0.8 && rowLength < itemLength * 0.9) return 'partial';
  return 'reworded';
}
