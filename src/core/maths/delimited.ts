import { findCode } from './code-spans';
import type { Delimiters } from './dialect';

interface Delimited {
  start: number;
  end: number;
  inside: string;
}

/** A longer formula nobody writes: its beginning is then no delimiter. In UTF-16 units. */
const LONGEST = 8000;

/** What stands between delimiters of a dataset's own, in order; never within code. */
export function findDelimited(text: string, delimiters: readonly Delimiters[]): Delimited[] {
  if (!delimiters.some(([open]) => text.includes(open))) return [];
  const code = findCode(text);
  const found: Delimited[] = [];
  let next = 0;
  for (let at = nearest(text, delimiters, 0); at; at = nearest(text, delimiters, next)) {
    const inCode = code.find(({ start, end }) => at && at.start >= start && at.start < end);
    const close = text.indexOf(at.close, at.start + at.open.length);
    const inside = close === -1 ? '' : text.slice(at.start + at.open.length, close);
    const beforeCode = !code.some(({ start }) => at && start > at.start && start < close);
    const isFormula = !inCode && beforeCode && inside.trim() !== '' && inside.length <= LONGEST;
    if (isFormula) found.push({ start: at.start, end: close + at.close.length, inside });
    next = isFormula ? close + at.close.length : (inCode?.end ?? at.start + at.open.length);
  }
  return found;
}

/** The first opening sign from an offset on; of two in one place the longer one. */
function nearest(
  text: string,
  delimiters: readonly Delimiters[],
  from: number,
): { start: number; open: string; close: string } | null {
  const signs = delimiters.flatMap(([open, close]) => {
    const start = text.indexOf(open, from);
    return start === -1 ? [] : [{ start, open, close }];
  });
  return signs.toSorted((a, b) => a.start - b.start || b.open.length - a.open.length)[0] ?? null;
}
