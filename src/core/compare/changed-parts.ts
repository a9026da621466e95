import type { Dialect } from '../maths/dialect';
import { segment } from '../maths/segment';
import type { Segment } from '../maths/text-segment';
import { editScript } from './edit-script';
import { textDiff } from './text-diff';
import type { TextSpan } from './text-diff';

/** A part of the newer text that the older has not; `formula`: it lies within a formula, or is one. */
export interface ChangedPart extends TextSpan {
  formula: boolean;
}

/** A formula of which more than this share changed is another one: its parts tell nothing. */
export const ANOTHER = 0.7;
/** TeX as it is read: commands, numbers, and every other character by itself. */
const TOKEN = /\\[a-zA-Z]+|\\[^]|\d+(?:\.\d+)?|[^]/gu;

/** What of `after` differs from `before`: words in prose, and in a formula the terms that are not the same. */
export function changedParts(before: string, after: string, dialect: Dialect): ChangedPart[] {
  const diff = textDiff(before, after, dialect);
  const formulas = changedFormulas(before, diff.before, dialect);
  const now = changedFormulas(after, diff.after, dialect);
  const prose = diff.after.flatMap((span) => without(span, now, after));
  const terms = now.flatMap((formula, at) => changedTerms(formulas[at], formula, after));
  return [...prose.map((span) => ({ ...span, formula: false })), ...terms].toSorted(
    (a, b) => a.start - b.start,
  );
}

interface FormulaIn extends TextSpan {
  content: string;
}

function changedFormulas(text: string, changed: readonly TextSpan[], dialect: Dialect): FormulaIn[] {
  const isChanged = ({ start, end }: Segment) => changed.some((span) => span.start < end && span.end > start);
  return segment(text, dialect).flatMap((part) =>
    part.kind === 'maths' && isChanged(part)
      ? [{ start: part.start, end: part.end, content: part.content }]
      : [],
  );
}

/** The pieces of a span that lie in none of the formulas; spaces alone are none. */
function without(span: TextSpan, formulas: readonly FormulaIn[], whole: string): TextSpan[] {
  const inside = formulas.filter((formula) => formula.start < span.end && formula.end > span.start);
  const bounds = [span.start, ...inside.flatMap(({ start, end }) => [start, end]), span.end];
  const pieces: TextSpan[] = [];
  for (let at = 0; at < bounds.length; at += 2) {
    const [from = 0, to = 0] = [bounds[at], bounds[at + 1]];
    const text = whole.slice(from, to);
    const start = from + text.length - text.trimStart().length;
    if (text.trim() !== '') pieces.push({ start, end: start + text.trim().length });
  }
  return pieces;
}

/** The terms of a formula that another one in its place has not. All of it where there is none, or where they have little in common. */
function changedTerms(before: FormulaIn | undefined, after: FormulaIn, text: string): ChangedPart[] {
  const whole = [{ start: after.start, end: after.end, formula: true }];
  const at = text.slice(after.start, after.end).indexOf(after.content);
  if (!before || at === -1) return whole;
  const terms = differentTerms(before.content, after.content);
  const changed = terms.reduce((sum, { start, end }) => sum + end - start, 0);
  if (terms.length === 0 || changed > ANOTHER * after.content.length) return whole;
  const from = after.start + at;
  return terms.map(({ start, end }) => ({ start: from + start, end: from + end, formula: true }));
}

/** Where two formulas differ, as offsets in the newer one: whole groups, so that each part can be drawn by itself. */
export function differentTerms(before: string, after: string): TextSpan[] {
  const tokens = Array.from(after.matchAll(TOKEN), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const words = Array.from(after.matchAll(TOKEN), ([word]) => word);
  const edits = editScript(
    Array.from(before.matchAll(TOKEN), ([word]) => word),
    words,
  );
  const spans = edits.flatMap(({ newStart, newEnd }): TextSpan[] => {
    const [from, to] = balanced(words, newStart, newEnd);
    const [first, last] = [tokens[from], tokens[to - 1]];
    return first && last && to > from ? [{ start: first.start, end: last.end }] : [];
  });
  return joined(spans.filter(({ start, end }) => after.slice(start, end).trim() !== ''));
}

/** Widens a range of tokens until every brace in it has its partner there. */
function balanced(words: readonly string[], from: number, to: number): [number, number] {
  let [start, end] = [from, to];
  for (;;) {
    const { unopened, unclosed } = bracesIn(words.slice(start, end));
    if (unopened === 0 && unclosed === 0) return [start, end];
    if (unopened > 0 && start > 0) start--;
    else if (unclosed > 0 && end < words.length) end++;
    else return [start, end];
  }
}

function bracesIn(words: readonly string[]): { unopened: number; unclosed: number } {
  let [unopened, unclosed] = [0, 0];
  for (const word of words) {
    if (word === '{') unclosed++;
    else if (word === '}' && unclosed > 0) unclosed--;
    else if (word === '}') unopened++;
  }
  return { unopened, unclosed };
}

/** Spans that touch or overlap are one. */
function joined(spans: readonly TextSpan[]): TextSpan[] {
  const parts: TextSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = parts.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else parts.push({ ...span });
  }
  return parts;
}
