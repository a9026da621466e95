import type { SpanPair } from '../../src/core/contamination/evidence';
import type { SourceText } from '../../src/core/profile/reading';
import type { JsonPath } from '../../src/core/row/json';
import { pathText } from '../../src/core/row/json';
import type { Mark, Span } from '../text/mark';
import type { MarkedText } from './loaded-evidence';

/** A run that is long enough to be told from others by a number. */
export interface NumberedRun extends SpanPair {
  number: number;
}

/** A shorter run (characters of the item) is underlined, and has no number. */
const NUMBERED = 12;
const MOST_NUMBERED = 9;

/** The long runs, numbered in the order in which they stand in the item. */
export function longRuns(runs: readonly SpanPair[]): NumberedRun[] {
  return runs
    .filter(({ item }) => item.end - item.start >= NUMBERED)
    .slice(0, MOST_NUMBERED)
    .map((run, at) => ({ ...run, number: at + 1 }));
}

/** What is marked of a text that is a part of the field at `path`. */
export function marksInField(
  source: SourceText,
  path: JsonPath,
  runs: readonly SpanPair[],
  numbers: readonly SpanPair[],
): Mark[] {
  if (pathText(source.path) !== pathText(path)) return [];
  return marksWithin(marksOf(runs, numbers, 'row'), source.start, source.text.length);
}

/** The same for the texts of a whole problem, whose places are counted as if a line break stood between them. */
export function marksInProblem(
  problem: readonly SourceText[],
  runs: readonly SpanPair[],
  numbers: readonly SpanPair[],
  side: 'item' | 'row',
): MarkedText[] {
  const all = marksOf(runs, numbers, side);
  let start = 0;
  return problem.map((source) => {
    const marks = marksWithin(all, start, source.text.length);
    start += source.text.length + 1;
    return { source, marks };
  });
}

function marksOf(runs: readonly SpanPair[], numbers: readonly SpanPair[], side: 'item' | 'row'): Mark[] {
  const numbered = longRuns(runs);
  const numberOf = ({ item }: SpanPair) => numbered.find((run) => run.item.start === item.start)?.number;
  return [
    ...runs.map((pair): Mark => ({ ...pair[side], kind: 'same', number: numberOf(pair) })),
    ...numbers.map((pair): Mark => ({ ...pair[side], kind: 'ring' })),
  ];
}

/** Marks as offsets in a text of this length that begins at `start`. */
function marksWithin(marks: readonly Mark[], start: number, length: number): Mark[] {
  const end = start + length;
  return marks
    .filter((mark: Span) => mark.end > start && mark.start < end)
    .map((mark) => ({
      ...mark,
      start: Math.max(0, mark.start - start),
      end: Math.min(length, mark.end - start),
    }));
}
