import type { Comparison } from './comparison';

const SAID_OF_ANY = /^(?:(?:square|cubic|sq) ?)?units?(?:\^\d)?$/;
/** Words that say nothing of what is counted. */
const EMPTY = /^(?:of|the|a|an|in|and|or|is|total|different|possible|such|exactly|about|long|old|each|all)$/;

/**
 * Compares the units of two equal numbers of which one has no known size: null where they may be the same. `5 red apples` are `5 apples`,
 * but `5 apples` may be wrong where `5 oranges` are right, as `3 boys` are where `3 girls` are, and `8 students` are perhaps `8 people`.
 */
export function compareUnitWords(a: string, b: string): Comparison | null {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  const scales = [one, other].every((unit) => TEMPERATURE.test(unit));
  if (scales && one !== other) return { verdict: 'different', how: `${a} against ${b}` };
  if (SAID_OF_ANY.test(one) || SAID_OF_ANY.test(other)) return null;
  const [words, others] = [wordsOf(one), wordsOf(other)];
  if (words.every((word) => others.includes(word)) || others.every((word) => words.includes(word)))
    return null;
  return { verdict: 'cannot-tell', how: `${a} against ${b}` };
}

const TEMPERATURE = /^(?:celsius|fahrenheit)$/;

function wordsOf(unit: string): string[] {
  return unit
    .replace(/per ?cent|pct/g, ' ')
    .split(/[^\p{L}\p{N}^]+/u)
    .map((word) => word.replace(/(?<=.{2})s$/, '').replace(/(?<=.{2})e$/, ''))
    .filter((word) => word !== '' && !EMPTY.test(word));
}
