import type { Likeness, LikenessBound } from './likeness';

/** How a text holds a benchmark item. */
export type MatchClass =
  'exact' | 'inside' | 'near' | 'partial' | 'numbers changed' | 'reworded' | 'in the trace' | 'translated';

/** Scores from which a row should be removed, and from which somebody should look at it. docs/contamination.md has the curve. */
export const THRESHOLDS = { remove: 0.9, review: 0.45 };

/** A text that holds all of an item of at least so many tokens does so for certain. */
export const LEAST_INSIDE = 4;
export const LEAST_INSIDE_SHARE = 0.985;

/**
 * The likelihood, from 0 to 1, that a problem holds the item. Weights are those of a logistic regression on labelled pairs of
 * GSM8K, MATH and others with rows made of them; docs/contamination.md says which half it was fitted on.
 */
export function likelihood(likeness: Likeness): number {
  if (likeness.exact || isInside(likeness)) return 1;
  return Math.min(0.999, logistic(weighed(likeness, BIAS)));
}

export const BIAS = -6.2;

/** The likelihood is no higher, however the tokens that both have are aligned. */
export function likelihoodAtMost(most: LikenessBound): number {
  if (most.share >= LEAST_INSIDE_SHARE) return 1;
  const aligned = { ...most, run: most.best, runContent: 0, equalNumbers: 0, otherNumbers: 0 };
  return logistic(weighed(aligned, BIAS + NO_CONTENT));
}

function weighed(likeness: Aligned, bias: number): number {
  return termsOf(likeness).reduce((total, value, at) => total + value * (WEIGHTS[at] ?? 0), bias);
}

/** What the lack of aligned content adds to the sum, at most. */
const NO_CONTENT = 0.96;
export const WEIGHTS = [
  3.04,
  4.15,
  8.43,
  3.65,
  1.48,
  -1.97,
  2.62,
  NO_CONTENT,
  -2.99,
  -0.82,
  -1.23,
  -0.48,
  1.92,
  4.66,
  4.52,
  1.24,
  -0.47,
];

function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** The measures that `WEIGHTS` weigh, in their order. */
function termsOf(likeness: Aligned): number[] {
  const { best, covered, run, runContent, content, shareOfRow, bagOfItem, bagOfRow } = likeness;
  const { equalNumbers, otherNumbers, contentWeight, numberWeight, itemLength, rowLength } = likeness;
  const lengths = Math.log((itemLength + 5) / (rowLength + 5));
  const sameNumbers = likeness.numbers * likeness.numbersOfRow;
  const rareNumbers = upTo(1, numberWeight / 8);
  return [
    covered,
    Math.max(0, covered - 0.6),
    shareOfRow ** 2,
    upTo(1, best / 40),
    upTo(1, run / 30),
    upTo(1, runContent / 6),
    upTo(1, content / 10),
    content === 0 ? 1 : 0,
    bagOfRow,
    lengths,
    Math.abs(lengths),
    Math.log(itemLength + 5),
    upTo(1, contentWeight / 40),
    sameNumbers * upTo(1, contentWeight / 30),
    sameNumbers * rareNumbers,
    rareNumbers * Math.sqrt(bagOfItem * bagOfRow),
    otherNumbers / (otherNumbers + equalNumbers + 1),
  ];
}

type Aligned = Omit<Likeness, 'pairs' | 'share' | 'runLength' | 'exact'>;

function upTo(most: number, value: number): number {
  return Math.min(most, value);
}

/** A text holds all of an item, with its numbers. */
export function isInside({ share, otherNumbers, itemLength }: Likeness): boolean {
  return share >= LEAST_INSIDE_SHARE && otherNumbers === 0 && itemLength >= LEAST_INSIDE;
}

/** What a trace has of an item: weight, words of content, share of the weight. */
export const LEAST_TOLD = 25;
export const LEAST_CONTENT = 4;
export const LEAST_SHARE = 0.6;

/**
 * The same for a trace, which holds an item only when it repeats nearly all of it with its numbers: solutions share identities,
 * names of functions and small numbers with many items.
 */
export function traceLikelihood(likeness: Likeness): number {
  const { share, best, equalNumbers, otherNumbers, content, exact } = likeness;
  const numbers = equalNumbers + otherNumbers;
  const sameNumbers = otherNumbers <= numbers * 0.15;
  const told = best >= LEAST_TOLD && content >= LEAST_CONTENT;
  if (!told || !sameNumbers || share < LEAST_SHARE) return 0;
  return exact || isInside(likeness) ? 1 : Math.min(0.999, share);
}

/** Whether a trace can hold the item at all. */
export function mayBeInTrace({ share, best, content }: LikenessBound): boolean {
  return best >= LEAST_TOLD && content >= LEAST_CONTENT && share >= LEAST_SHARE;
}

export function classOf(likeness: Likeness): Exclude<MatchClass, 'in the trace' | 'translated'> {
  const { share, shareOfRow, covered, otherNumbers, itemLength, rowLength } = likeness;
  if (likeness.exact) return 'exact';
  if (covered >= 0.75 && otherNumbers > 0) return 'numbers changed';
  if (isInside(likeness)) return rowLength > itemLength * 1.2 ? 'inside' : 'near';
  if (share >= 0.75) return 'near';
  if (shareOfRow >= 0.8 && rowLength < itemLength * 0.9) return 'partial';
  return 'reworded';
}
