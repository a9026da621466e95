import { CODE, readPlace } from './json-walk';
import type { ValuePlace } from './json-walk';
import { spellInside } from './row-style';
import type { RowStyle } from './row-style';

const QUOTE = Buffer.from('"');

/** One character of a JSON string as it stands in the row. */
interface Unit {
  start: number;
  end: number;
  /** UTF-16 */
  text: string;
}

/**
 * The bytes of the string at `place` when it is to say `text`: what both have in common at the start and at the end keeps
 * its bytes, so that an edit of one word leaves odd escapes and broken UTF-8 elsewhere in the string alone.
 */
export function stringBytes(row: Buffer, place: ValuePlace, text: string, style: RowStyle): Buffer {
  const inside = { start: place.start + 1, end: place.end - 1 };
  const units = unitsOf(row, inside, unitEnd, unitText);
  const kept = keepCommon(row, inside, units, text, (middle) => spellInside(middle, style));
  const bytes = Buffer.concat([QUOTE, kept, QUOTE]);
  if (readPlace(bytes, { start: 0, end: bytes.length }) === text) return bytes;
  return Buffer.from(`"${spellInside(text, style)}"`); // half a character was kept
}

/** The bytes of a whole row when its source is to read `text`, with the same care. */
export function sourceBytes(row: Buffer, text: string): Buffer {
  const whole = { start: 0, end: row.length };
  const units = unitsOf(row, whole, characterEnd, (bytes, start, end) => bytes.toString('utf8', start, end));
  const kept = keepCommon(row, whole, units, text, (middle) => middle);
  return kept.toString('utf8') === text ? kept : Buffer.from(text);
}

function keepCommon(
  row: Buffer,
  { start, end }: ValuePlace,
  units: Unit[],
  text: string,
  spell: (middle: string) => string,
): Buffer {
  const { head, headText } = commonHead(units, text);
  const { tail, tailText } = commonTail(units.slice(head), text.slice(headText));
  return Buffer.concat([
    row.subarray(start, units[head]?.start ?? end),
    Buffer.from(spell(text.slice(headText, text.length - tailText))),
    row.subarray(units[units.length - tail]?.start ?? end, end),
  ]);
}

function commonHead(units: Unit[], text: string): { head: number; headText: number } {
  let head = 0;
  let headText = 0;
  for (const unit of units) {
    if (!text.startsWith(unit.text, headText)) break;
    headText += unit.text.length;
    head++;
  }
  return { head, headText };
}

function commonTail(units: Unit[], text: string): { tail: number; tailText: number } {
  let tail = 0;
  let tailText = 0;
  for (const unit of units.toReversed()) {
    if (!text.endsWith(unit.text, text.length - tailText)) break;
    tailText += unit.text.length;
    tail++;
  }
  return { tail, tailText };
}

function unitsOf(
  row: Buffer,
  place: ValuePlace,
  endOf: (row: Buffer, start: number) => number,
  textOf: (row: Buffer, start: number, end: number) => string,
): Unit[] {
  const units: Unit[] = [];
  for (let { start } = place; start < place.end;) {
    const end = Math.min(endOf(row, start), place.end);
    units.push({ start, end, text: textOf(row, start, end) });
    start = end;
  }
  return units;
}

function unitText(row: Buffer, start: number, end: number): string {
  if (row[start] !== CODE.backslash) return row.toString('utf8', start, end);
  return String(JSON.parse(`"${row.toString('latin1', start, end)}"`));
}

function unitEnd(row: Buffer, start: number): number {
  if (row[start] === CODE.backslash) return start + (row[start + 1] === 0x75 ? 6 : 2);
  return characterEnd(row, start);
}

function characterEnd(row: Buffer, start: number): number {
  const byte = row[start] ?? 0;
  const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
  let end = start + 1;
  while (end < start + wanted && ((row[end] ?? 0) & 0xc0) === 0x80) end++;
  return end;
}
