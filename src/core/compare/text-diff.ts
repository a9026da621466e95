import type { Dialect } from '../maths/dialect';
import { segment } from '../maths/segment';
import { editScript } from './edit-script';
import type { Edit } from './edit-script';

/** UTF-16 offsets in a text. */
export interface TextSpan {
  start: number;
  end: number;
}

/** The changed parts of a text, in each of its versions. One of the lists may be empty: then words were only added, or only removed. */
export interface TextDiff {
  before: TextSpan[];
  after: TextSpan[];
}

/** Longer texts are compared by what they have in common at both ends. */
const LONGEST = 200_000;
/** Words, spaces, and every other character by itself. */
const TOKEN = /[\p{L}\p{N}\p{M}]+|\s+|[^]/gu;

/** What changed between two versions of a text: whole words in prose, whole formulas, code and drawings. */
export function textDiff(before: string, after: string, dialect: Dialect): TextDiff {
  if (before === after) return { before: [], after: [] };
  if (before.length > LONGEST || after.length > LONGEST) return betweenSharedEnds(before, after);
  const [old, now] = [tokensOf(before, dialect), tokensOf(after, dialect)];
  const words = { before: old.map((span) => cut(before, span)), after: now.map((span) => cut(after, span)) };
  const edits = joinClose(editScript(words.before, words.after), words.before);
  return {
    before: edits.flatMap(({ oldStart, oldEnd }) => spanOf(old, oldStart, oldEnd, before)),
    after: edits.flatMap(({ newStart, newEnd }) => spanOf(now, newStart, newEnd, after)),
  };
}

function tokensOf(text: string, dialect: Dialect): TextSpan[] {
  return segment(text, dialect).flatMap(({ kind, start, end }) => {
    if (kind !== 'prose') return [{ start, end }];
    return Array.from(text.slice(start, end).matchAll(TOKEN), ({ index, 0: word }) => ({
      start: start + index,
      end: start + index + word.length,
    }));
  });
}

/** Edits between which there is nothing but spaces and signs read as one. */
function joinClose(edits: Edit[], before: string[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    const between = last && before.slice(last.oldEnd, edit.oldStart);
    if (last && between?.every((word) => /^[\s\p{P}]+$/u.test(word))) {
      last.oldEnd = edit.oldEnd;
      last.newEnd = edit.newEnd;
    } else joined.push({ ...edit });
  }
  return joined;
}

/** Without the spaces around it, unless it is nothing else. */
function spanOf(tokens: TextSpan[], from: number, to: number, text: string): TextSpan[] {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!first || !last || from >= to) return [];
  const raw = text.slice(first.start, last.end);
  if (raw.trim() === '') return [{ start: first.start, end: last.end }];
  const start = first.start + raw.length - raw.trimStart().length;
  return [{ start, end: start + raw.trim().length }];
}

function betweenSharedEnds(before: string, after: string): TextDiff {
  const shared = Math.min(before.length, after.length);
  let start = 0;
  while (start < shared && before[start] === after[start]) start++;
  let end = 0;
  while (end < shared - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const span = (text: string) => (text.length - end > start ? [{ start, end: text.length - end }] : []);
  return { before: span(before), after: span(after) };
}

function cut(text: string, { start, end }: TextSpan): string {
  return text.slice(start, end);
}
