import type { Segment } from './text-segment';
import { texForKatex } from './tex-for-katex';

/** Short answers in words, which letters alone would not tell from a product. */
const SHORT_WORDS =
  /\b(?:yes|no|odd|even|true|false|none|all|and|or|not|the|of|is|are|it|if|one|two|six|ten|am|pm)\b/i;

/**
 * A field that should be one formula and nothing else (an answer): the formula, without the dollar signs some authors leave around it.
 * Words ("none of these") are prose. `undefined` when delimiters stand among other text: then it is to be cut as Markdown.
 */
export function segmentFormula(text: string): Segment | undefined {
  const inside = stripDelimiters(text.trim());
  if (/(?<!\\)\$|\\[([]/.test(withoutEscapes(inside))) return undefined;
  const kind = isWords(inside) ? 'prose' : 'maths';
  const content = kind === 'prose' ? text : texForKatex(inside);
  return { kind, start: 0, end: text.length, content, display: false };
}

function withoutEscapes(text: string): string {
  return text.replace(/\\\\/g, '');
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
];

function stripDelimiters(text: string): string {
  for (const [open, close] of PAIRS) {
    if (text.length <= open.length + close.length || !text.startsWith(open) || !text.endsWith(close))
      continue;
    const inside = text.slice(open.length, text.length - close.length);
    if (!inside.includes(open) && !inside.endsWith('\\')) return inside.trim();
  }
  return text;
}

function isWords(text: string): boolean {
  if (text === '') return true;
  if (/[\\^_{}]/.test(text)) return false;
  if (SHORT_WORDS.test(text)) return true;
  return (text.match(/[A-Za-z]{4,}/g) ?? []).some(
    (word) => /[aeiouy]/i.test(word) && word !== word.toUpperCase(),
  );
}
