import { CODE, readPlace } from './json-walk';
import type { ValuePlace } from './json-walk';
import { spellInside } from './row-style';
import type { RowStyle } from './row-style';

const QUOTE = Buffer.from('"');

/** How the characters of a part of a row are read: as they stand in a JSON string, or as they stand. */
interface Characters {
  /** Behind the character that starts at a byte. */
  endOf: (row: Buffer, start: number) => number;
  /** UTF-16 */
  textOf: (row: Buffer, start: number, end: number) => string;
}

const INSIDE_STRING: Characters = { endOf: unitEnd, textOf: unitText };
const AS_THEY_STAND: Characters = { endOf: characterEnd, textOf: plainText };

/**
 * The bytes of the string at `place` when it is to say `text`: what both have in common at the start and at the end keeps
 * its bytes, so that an edit of one word leaves odd escapes and broken UTF-8 elsewhere in the string alone.
 */
export function stringBytes(row: Buffer, place: ValuePlace, text: string, style: RowStyle): Buffer {
  const inside = { start: place.start + 1, end: place.end - 1 };
  const kept = keepCommon(row, inside, INSIDE_STRING, text, (middle) => spellInside(middle, style));
  const bytes = Buffer.concat([QUOTE, kept, QUOTE]);
  if (readPlace(bytes, { start: 0, end: bytes.length }) === text) return bytes;
  return Buffer.from(`"${spellInside(text, style)}"`); // half a character was kept
}

/** The bytes of a whole row when its source is to read `text`, with the same care. */
export function sourceBytes(row: Buffer, text: string): Buffer {
  const whole = { start: 0, end: row.length };
  const kept = keepCommon(row, whole, AS_THEY_STAND, text, (middle) => middle);
  return kept.toString('utf8') === text ? kept : Buffer.from(text);
}

function keepCommon(
  row: Buffer,
  place: ValuePlace,
  { endOf, textOf }: Characters,
  text: string,
  spell: (middle: string) => string,
): Buffer {
  const starts = startsOf(row, place, endOf);
  const at = (number: number) => starts[number] ?? place.end;
  const character = (number: number) => textOf(row, at(number), at(number + 1));
  let head = 0;
  let from = 0;
  for (; head < starts.length; head++) {
    const kept = character(head);
    if (!text.startsWith(kept, from)) break;
    from += kept.length;
  }
  let tail = starts.length;
  let to = text.length;
  for (; tail > head; tail--) {
    const kept = character(tail - 1);
    if (to - kept.length < from || !text.endsWith(kept, to)) break;
    to -= kept.length;
  }
  return Buffer.concat([
    row.subarray(place.start, at(head)),
    Buffer.from(spell(text.slice(from, to))),
    row.subarray(at(tail), place.end),
  ]);
}

/** Where characters begin: four bytes for each, where a text for each would be a hundred. */
function startsOf(row: Buffer, { start, end }: ValuePlace, endOf: Characters['endOf']): Uint32Array {
  const starts = new Uint32Array(end - start);
  let count = 0;
  for (let at = start; at < end; at = endOf(row, at)) starts[count++] = at;
  return starts.subarray(0, count);
}

function plainText(row: Buffer, start: number, end: number): string {
  const byte = row[start] ?? 0;
  return end === start + 1 && byte < 0x80 ? String.fromCharCode(byte) : row.toString('utf8', start, end);
}

function unitText(row: Buffer, start: number, end: number): string {
  if (row[start] !== CODE.backslash) return plainText(row, start, end);
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
