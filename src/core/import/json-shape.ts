import { isTableName, startsTable } from './json-tables';
import { QUOTE, skipSpace, ValueScan } from './value-scan';

/** How JSON text holds its rows. `rowsIn`: the field of an object that holds them, and where its list begins. */
export type JsonShape =
  | { id: 'jsonl' | 'json-list' | 'json-keyed' | 'json-concatenated' | 'json-tables' }
  | { id: 'json-object'; rowsIn: { field: string; offset: number } };

const LINES_LOOKED_AT = 20;

/** How much of a text is at hand: all, the beginning, or so much of it that there has to be an answer. */
export type Extent = 'whole' | 'beginning' | 'enough';

/**
 * The shape of JSON in UTF-8 text; null when it is no JSON, `longer` when that takes more of it. `namedLines`: its name says that it
 * holds a row a line.
 */
export function jsonShape(bytes: Buffer, extent: Extent, namedLines: boolean): JsonShape | 'longer' | null {
  const whole = extent === 'whole';
  const start = skipSpace(bytes, 0);
  const first = bytes[start];
  if (hasRowsInLines(bytes, whole)) return { id: 'jsonl' };
  if (first !== 0x5b && first !== 0x7b) return null;
  const value = bytes.subarray(start);
  const end = new ValueScan().end(value);
  const oneLine = !value.subarray(0, end === -1 ? value.length : end).includes(0x0a);
  if (end === -1 && oneLine && extent === 'beginning') return 'longer';
  if (namedLines && oneLine) return { id: 'jsonl' };
  const behind = end === -1 ? value.length : skipSpace(value, end);
  if (behind < value.length) return { id: 'json-concatenated' };
  if (first === 0x5b) return { id: 'json-list' };
  return objectShape(value, start, extent) ?? { id: oneLine ? 'jsonl' : 'json-concatenated' };
}

/** Most of the first lines are each a list or object. */
function hasRowsInLines(bytes: Buffer, whole: boolean): boolean {
  const lines = firstLines(bytes, whole);
  if (lines[0]?.startsWith('[') && !isRow(lines[0])) return false;
  const rows = lines.filter(isRow);
  return rows.length > 0 && lines.length > 1 && rows.length * 2 >= lines.length;
}

function firstLines(bytes: Buffer, whole: boolean): string[] {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length && lines.length < LINES_LOOKED_AT;) {
    const feed = bytes.indexOf(0x0a, at);
    if (feed === -1 && !whole) break;
    const end = feed === -1 ? bytes.length : feed;
    const line = bytes.toString('latin1', at, end).trim();
    if (line !== '') lines.push(line);
    at = end + 1;
  }
  return lines;
}

function isRow(line: string): boolean {
  if (line[0] !== '{' && line[0] !== '[') return false;
  try {
    JSON.parse(line);
    return line.length > 2; // `[]` and `{}` stand in lines of their own in spread-out JSON too
  } catch {
    return false;
  }
}

/** An object alone in its file: rows by key, or rows in one of its fields; null when it is a row itself. */
function objectShape(value: Buffer, offset: number, extent: Extent): JsonShape | 'longer' | null {
  const members = firstMembers(value);
  const inField = members.find(({ start }) => startsListOfObjects(value, start));
  if (inField) return { id: 'json-object', rowsIn: { field: inField.name, offset: offset + inField.start } };
  const [first] = members;
  if (first && isTableName(first.name) && startsTable(value, first.start)) return { id: 'json-tables' };
  const objects = members.filter(({ start }) => value[start] === 0x7b).length;
  if (objects === members.length && objects > (extent === 'whole' ? 1 : 0)) return { id: 'json-keyed' };
  if (objects === 1 && members.every(({ start }) => startsTexts(value, start))) return { id: 'json-keyed' };
  return extent === 'beginning' ? 'longer' : null;
}

/** Names of the first members, and where their values begin. */
function firstMembers(value: Buffer): { name: string; start: number }[] {
  const members: { name: string; start: number }[] = [];
  let at = skipSpace(value, 1);
  while (value[at] === QUOTE && members.length < LINES_LOOKED_AT) {
    const key = new ValueScan().end(value.subarray(at));
    if (key === -1) break;
    const start = skipSpace(value, skipSpace(value, at + key) + 1);
    if (start >= value.length) break;
    members.push({ name: nameOf(value.toString('utf8', at, at + key)), start });
    const end = new ValueScan().end(value.subarray(start));
    if (end === -1) break;
    at = skipSpace(value, start + end);
    if (value[at] === 0x2c) at = skipSpace(value, at + 1);
  }
  return members;
}

function startsListOfObjects(value: Buffer, start: number): boolean {
  return value[start] === 0x5b && value[skipSpace(value, start + 1)] === 0x7b;
}

/** `{"3": ["1 + 2 = 3"`: lists of texts by number, which are rows even where there is one task only. */
function startsTexts(value: Buffer, start: number): boolean {
  return /^\{\s*"\d{1,4}"\s*:\s*\[\s*"/.test(value.toString('latin1', start, start + 200));
}

function nameOf(key: string): string {
  try {
    return String(JSON.parse(key));
  } catch {
    return key;
  }
}
