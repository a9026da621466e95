import type { Dialect } from '../maths/dialect';
import { segment } from '../maths/segment';
import { ANOTHER, differentTerms } from './changed-parts';
import type { TextSpan } from './text-diff';

/**
 * What changed since the line before: of each formula, the terms that the formula most like it of that line has not. UTF-16 offsets
 * in the text. Formulas that are like none of them are left alone.
 */
export function changedSince(before: string, text: string, dialect: Dialect): TextSpan[] {
  const old = formulasIn(before, dialect);
  return formulasIn(text, dialect).flatMap(({ content, at }) => {
    const tries = old.map((each) => differentTerms(each.content, content));
    const least = tries.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
    if (!least || sizeOf(least) > ANOTHER * content.length) return [];
    return least.map(({ start, end }) => ({ start: at + start, end: at + end }));
  });
}

function formulasIn(text: string, dialect: Dialect): { content: string; at: number }[] {
  return segment(text, dialect).flatMap(({ kind, content, start, end }) => {
    const at = kind === 'maths' ? text.slice(start, end).indexOf(content) : -1;
    return at === -1 ? [] : [{ content, at: start + at }];
  });
}

function sizeOf(spans: readonly TextSpan[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
