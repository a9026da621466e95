import { segment } from './segment';
import type { Segment } from './text-segment';

/** A step's place in its text, without the white space around it. Offsets are UTF-16 code units. */
export interface StepSpan {
  start: number;
  end: number;
}

/** One line of a text, without its line break. */
interface Line extends StepSpan {
  text: string;
  /** The line break after it stands inside a formula, drawing or code block. */
  goesOn: boolean;
}

/** A step a line, as in GSM8K. */
export function splitLines(text: string): StepSpan[] {
  return findLines(text, []).flatMap((line) => trim(text, line.start, line.end));
}

/**
 * Cuts a worked solution into steps to label: at blank lines and before lines that head a step; at every line if there is no blank one.
 * Never inside a formula, a drawing, code or a table. A formula by itself stays with the words that introduce it, a heading with what
 * it heads, and a short list in one piece.
 */
export function splitSteps(text: string): StepSpan[] {
  const segments = segment(text, 'markdown');
  const lines = findLines(text, segments);
  const blocks = joinUnits(toUnits(lines));
  const merged = mergeFormulas(mergeHeadings(blocks), segments);
  return merged.flatMap((span) => trim(text, span.start, span.end));
}

function findLines(text: string, segments: readonly Segment[]): Line[] {
  const solid = segments.filter((part) => part.kind !== 'prose');
  const lines: Line[] = [];
  let next = 0;
  for (const match of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (match[0] === '') continue;
    const end = match.index + match[0].length;
    while ((solid[next]?.end ?? Infinity) < end) next += 1;
    const part = solid[next];
    const goesOn = part !== undefined && part.start < end && part.end > end;
    lines.push({ start: match.index, end, text: match[0].trim(), goesOn });
  }
  return lines;
}

/** Lines that cannot be parted, as one. */
function toUnits(lines: readonly Line[]): Line[] {
  const units: Line[] = [];
  lines.forEach((line, at) => {
    const last = units.at(-1);
    if (!last || !lines[at - 1]?.goesOn) units.push({ ...line });
    else extend(last, line);
  });
  return units;
}

const BULLET = /^(?:[-*+•]|\(?[a-z0-9]{1,3}[.)])\s/i;
const NUMBERED = /^(?:\*\*|__)?\d{1,3}[.)]\s/;
const HEADING =
  /^(?:#{1,6}\s|(?:\*\*|__)?(?:step|case|part|claim|lemma|proof)\b[^.\n]{0,20}[:.]|(?:\*\*|__)[^*_\n]{1,80}:?(?:\*\*|__):?$)/i;

/** What a unit's place in the text says about it. */
interface Place {
  units: readonly Line[];
  at: number;
  /** Blank lines part the text into paragraphs. */
  paragraphs: boolean;
}

function joinUnits(units: readonly Line[]): Line[] {
  const lastText = units.findLastIndex((unit) => unit.text !== '');
  const paragraphs = units.some((unit, at) => unit.text === '' && at > 0 && at < lastText);
  const blocks: Line[] = [];
  units.forEach((unit, at) => {
    if (unit.text === '') return;
    const last = blocks.at(-1);
    if (!last || startsStep({ units, at, paragraphs })) blocks.push({ ...unit });
    else extend(last, unit);
  });
  return blocks;
}

function startsStep({ units, at, paragraphs }: Place): boolean {
  const [text, before] = [units[at]?.text ?? '', units[at - 1]?.text ?? ''];
  if (text.startsWith('|') && before.startsWith('|')) return false;
  if (before === '' || HEADING.test(text)) return true;
  const listed = inShortList(units, at);
  if (NUMBERED.test(text)) return !(paragraphs && listed);
  if (BULLET.test(text)) return !paragraphs && !listed;
  return !paragraphs;
}

/** In characters of source: items up to this length make a list, longer ones are steps. */
const SHORT_ITEM = 160;
const SHORT_LIST = 8;

/** A list is a run of item lines under a line of words; without one, its items are the author's steps. */
function inShortList(units: readonly Line[], at: number): boolean {
  let [from, to] = [at, at];
  while (at - from <= SHORT_LIST && BULLET.test(units[from - 1]?.text ?? '')) from -= 1;
  while (to - at <= SHORT_LIST && BULLET.test(units[to + 1]?.text ?? '')) to += 1;
  const items = units.slice(from, to + 1);
  const introduced = (units[from - 1]?.text ?? '') !== '';
  return introduced && items.length <= SHORT_LIST && items.every((item) => item.text.length <= SHORT_ITEM);
}

function extend(block: Line, unit: Line): void {
  block.end = unit.end;
  block.text += `\n${unit.text}`;
}

/** A heading in a paragraph of its own is no step by itself. */
function mergeHeadings(blocks: readonly Line[]): Line[] {
  const merged: Line[] = [];
  let heading = false;
  for (const block of blocks) {
    const last = merged.at(-1);
    const next = isHeadingOnly(block);
    if (last && heading && !next) extend(last, block);
    else merged.push({ ...block });
    heading = next;
  }
  return merged;
}

function isHeadingOnly(block: Line): boolean {
  return !block.text.includes('\n') && HEADING.test(block.text) && /^#|[:*_]$/.test(block.text);
}

/** A paragraph that is a formula and no more belongs to the sentence before it, if that has not come to its end. */
function mergeFormulas(blocks: readonly Line[], segments: readonly Segment[]): Line[] {
  const merged: Line[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (last && isFormula(block, segments) && !/[.!?]["')\]*_]*$/.test(last.text)) last.end = block.end;
    else merged.push({ ...block });
  }
  return merged;
}

function isFormula(block: Line, segments: readonly Segment[]): boolean {
  let shown = false;
  for (let at = firstEndingAfter(segments, block.start); at < segments.length; at += 1) {
    const part = segments[at];
    if (!part || part.start >= block.end) break;
    if (part.kind === 'prose' ? /[\p{L}\p{N}]/u.test(proseWithin(part, block)) : part.kind !== 'maths')
      return false;
    shown ||= part.kind === 'maths' && part.display;
  }
  return shown;
}

/** By halving, since a long text has many segments and this is asked for every paragraph. */
function firstEndingAfter(segments: readonly Segment[], place: number): number {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

function proseWithin(part: Segment, block: Line): string {
  return part.content.slice(Math.max(0, block.start - part.start), Math.max(0, block.end - part.start));
}

function trim(text: string, start: number, end: number): StepSpan[] {
  const part = text.slice(start, end);
  const inside = part.trim();
  const from = start + part.indexOf(inside);
  return inside === '' ? [] : [{ start: from, end: from + inside.length }];
}
