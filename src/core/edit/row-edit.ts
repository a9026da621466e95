import { isDeepStrictEqual } from 'node:util';
import { pathText } from '../row/json';
import type { Json, JsonPath } from '../row/json';
import { itemsOf, readPlace, rootPlace } from './json-walk';
import type { ItemPlace, ValuePlace } from './json-walk';
import { RowEditRefusal } from './row-edit-refusal';
import { spell, styleFrom, styleOf } from './row-style';
import type { RowStyle } from './row-style';
import { sourceBytes, stringBytes } from './string-edit';

// Edits of one row: its bytes in (without line end and byte order mark), its bytes out. What is not edited keeps its bytes;
// what is new is written as the row writes: spacing, escapes, hex digits. Everything that cannot be done throws a
// RowEditRefusal and changes nothing.

/** The row with the value at `path` set. The very bytes that came in when the row says that already. */
export function setValue(row: Uint8Array, path: JsonPath, value: Json, usual?: RowStyle): Uint8Array {
  return edited(row, (bytes) => {
    const place = placeOf(bytes, path).value;
    return [...changesOf(bytes, place, value, usual)];
  });
}

/** The row with the value at `path` set to JSON as typed, so that a number keeps its spelling. */
export function setJson(row: Uint8Array, path: JsonPath, json: string): Uint8Array {
  const typed = json.trim();
  refuseLineBreak(typed);
  if (!isJson(typed)) throw new RowEditRefusal('not-json', `What was typed for ${named(path)} is not JSON.`);
  return edited(row, (bytes) => [{ ...placeOf(bytes, path).value, bytes: Buffer.from(typed) }]);
}

/** The row with a field more, behind the others of its object; or with an element more behind the others of a list. */
export function addField(row: Uint8Array, path: JsonPath, value: Json, usual?: RowStyle): Uint8Array {
  return edited(row, (bytes) => {
    const key = path.at(-1);
    const parent = placeOf(bytes, path.slice(0, -1)).value;
    const items = itemsOf(bytes, parent.start);
    refuseToAdd(bytes, path, parent, items);
    const style = rowStyle(bytes, parent, usual);
    const text = spell(value, style);
    const item = typeof key === 'string' ? `${spell(key, style)}${style.colon}${text}` : text;
    const at = items.at(-1)?.value.end ?? parent.start + 1;
    return [{ start: at, end: at, bytes: Buffer.from(items.length > 0 ? style.comma + item : item) }];
  });
}

/** The row without a field, or without an element of a list. */
export function removeField(row: Uint8Array, path: JsonPath): Uint8Array {
  return edited(row, (bytes) => {
    const { value, key, siblings, at } = placeOf(bytes, path);
    if (!siblings) throw new RowEditRefusal('no-such-field', 'Name the field to remove.');
    const [before, after] = [siblings[at - 1], siblings[at + 1]];
    const start = (key ?? value).start;
    if (after) return [{ start, end: (after.key ?? after.value).start, bytes: NOTHING }];
    return [{ start: before ? before.value.end : start, end: value.end, bytes: NOTHING }];
  });
}

/** The row with a field's last key renamed; its place and value stay. */
export function renameField(row: Uint8Array, path: JsonPath, name: string, usual?: RowStyle): Uint8Array {
  if (path.at(-1) === name) return row;
  return edited(row, (bytes) => {
    const { key, siblings = [] } = placeOf(bytes, path);
    if (!key) throw new RowEditRefusal('no-such-field', `${named(path)} has no name of its own.`);
    const renamed = [...path.slice(0, -1), name];
    if (siblings.some((item) => keyText(bytes, item) === name)) throw alreadyThere(renamed);
    return [{ ...key, bytes: Buffer.from(spell(name, rowStyle(bytes, key, usual))) }];
  });
}

/** Another text for the whole row, JSON or not: what people type in the source of a row. */
export function replaceRow(row: Uint8Array, text: string): Uint8Array {
  refuseLineBreak(text);
  const bytes = sourceBytes(Buffer.from(row.buffer, row.byteOffset, row.byteLength), text);
  return bytes.equals(row) ? row : bytes;
}

interface Change extends ValuePlace {
  bytes: Uint8Array;
}

const NOTHING = new Uint8Array();

function edited(row: Uint8Array, change: (bytes: Buffer) => Change[]): Uint8Array {
  const bytes = Buffer.from(row.buffer, row.byteOffset, row.byteLength);
  if (!isJson(bytes.toString('utf8'))) {
    throw new RowEditRefusal('not-json', 'This row is not JSON. Edit its source.');
  }
  try {
    return applied(bytes, change(bytes)) ?? row;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RowEditRefusal(
      'too-deep',
      'This value is nested too deeply to be written. Edit the row’s source.',
    );
  }
}

/** Null when nothing changes. Changes come in the order of the row. */
function applied(row: Buffer, changes: Change[]): Uint8Array | null {
  const real = changes.filter(({ start, end, bytes }) => !row.subarray(start, end).equals(bytes));
  if (real.length === 0) return null;
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, end, bytes } of real) {
    parts.push(row.subarray(at, start), bytes);
    at = end;
  }
  return Buffer.concat([...parts, row.subarray(at)]);
}

/** What changes between a value in the row and a new one: within lists and objects of the same shape, only what differs. */
function* changesOf(row: Buffer, place: ValuePlace, value: Json, usual?: RowStyle): Generator<Change> {
  const old: unknown = readPlace(row, place);
  if (isDeepStrictEqual(old, value)) return;
  const parts = sameShape(row, place, value);
  if (parts) for (const [part, to] of parts) yield* changesOf(row, part, to, usual);
  else {
    const style = rowStyle(row, place, usual);
    const isText = typeof old === 'string' && typeof value === 'string';
    const bytes = isText ? stringBytes(row, place, value, style) : Buffer.from(spell(value, style));
    yield { ...place, bytes };
  }
}

/** The parts of a list or object with what each is to say; null when keys or length differ, or a key stands twice. */
function sameShape(row: Buffer, place: ValuePlace, value: Json): [ValuePlace, Json][] | null {
  if (typeof value !== 'object' || value === null) return null;
  const items = itemsOf(row, place.start);
  const isList = Array.isArray(value);
  if (items.length === 0 || isList !== (items[0]?.key === null)) return null;
  const wanted = new Map(Object.entries(value));
  const parts: [ValuePlace, Json][] = [];
  for (const [at, item] of items.entries()) {
    const key = isList ? String(at) : String(keyText(row, item));
    const to = wanted.get(key);
    if (to === undefined || !wanted.delete(key)) return null;
    parts.push([item.value, to]);
  }
  return wanted.size === 0 ? parts : null;
}

/** As the value at hand is written, else the row, else the dataset. */
function rowStyle(row: Buffer, place: ValuePlace, usual: RowStyle | undefined): RowStyle {
  const style = styleFrom(styleOf(row, place), styleOf(row));
  const { colon, comma } = style;
  return usual ? { ...styleFrom(style, usual), colon, comma } : style;
}

interface Found extends ItemPlace {
  siblings?: ItemPlace[];
  at: number;
}

/** Where the value at `path` stands. Throws where there is none, or where a key on the way stands twice. */
function placeOf(row: Buffer, path: JsonPath): Found {
  let found: Found = { key: null, value: rootPlace(row), at: 0 };
  for (const [depth, part] of path.entries()) {
    const siblings = itemsOf(row, found.value.start);
    const here = path.slice(0, depth + 1);
    const at = typeof part === 'number' ? elementAt(siblings, part) : memberAt(row, siblings, part, here);
    const item = siblings[at];
    if (!item) throw new RowEditRefusal('no-such-field', `This row has no ${named(here)}.`);
    found = { ...item, siblings, at };
  }
  return found;
}

function elementAt(items: ItemPlace[], position: number): number {
  return items[position]?.key === null ? position : -1;
}

function memberAt(row: Buffer, items: ItemPlace[], key: string, path: JsonPath): number {
  const at = items.findIndex((item) => keyText(row, item) === key);
  if (at !== -1 && items.slice(at + 1).some((item) => keyText(row, item) === key)) {
    const message = `${named(path)} stands twice in this row, so it is not clear which one is meant. Edit the row’s source.`;
    throw new RowEditRefusal('duplicate-key', message);
  }
  return at;
}

function keyText(row: Buffer, { key }: ItemPlace): unknown {
  return key && readPlace(row, key);
}

function refuseToAdd(row: Buffer, path: JsonPath, parent: ValuePlace, items: ItemPlace[]): void {
  const key = path.at(-1);
  const opening = typeof key === 'string' ? '{' : '[';
  if (key === undefined || row.toString('latin1', parent.start, parent.start + 1) !== opening) {
    throw new RowEditRefusal('no-such-field', `There is no place for ${named(path)} in this row.`);
  }
  if (typeof key === 'number' && key !== items.length) {
    throw new RowEditRefusal('no-such-field', `The next element of the list is number ${items.length + 1}.`);
  }
  if (items.some((item) => item.key && keyText(row, item) === key)) throw alreadyThere(path);
}

function alreadyThere(path: JsonPath): RowEditRefusal {
  return new RowEditRefusal('already-there', `This row has ${named(path)} already.`);
}

function refuseLineBreak(text: string): void {
  if (!/\n|\r$/.test(text)) return;
  throw new RowEditRefusal('line-break', 'A row is one line. Take the line breaks out.');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function named(path: JsonPath): string {
  return path.length === 0 ? 'the row' : `the field ${pathText(path)}`;
}
