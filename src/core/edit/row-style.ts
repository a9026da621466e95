import type { Json } from '../row/json';
import { itemsOf, rootPlace } from './json-walk';
import { RowEditRefusal } from './row-edit-refusal';

/** How a row is written: what a new value in it must look like. */
export interface RowStyle {
  /** Characters beyond ASCII as \uXXXX; null where the row has none to show it. */
  ascii: boolean | null;
  upperHex: boolean;
  /** Characters that the row escapes wherever they occur, and how: `/` as `\/`, `<` as `\u003c`. */
  escapes: ReadonlyMap<string, string>;
  /** Between key and value, `: ` for instance. */
  colon: string;
  /** Between two members. */
  comma: string;
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|.)/gs;
const SHORT: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** The style of a row's bytes; of some part of them where `within` is given (spacing is the whole row's). */
export function styleOf(row: Buffer, within = { start: 0, end: row.length }): RowStyle {
  const text = row.toString('latin1', within.start, within.end);
  const { escapes, wide, upperHex } = readEscapes(text);
  const bare = text.replace(ESCAPE, '');
  for (const char of escapes.keys()) if (bare.includes(char) && char !== '"') escapes.delete(char);
  const raw = /[\x80-\xff]/.test(bare);
  return { ascii: raw ? false : wide ? true : null, upperHex, escapes, ...readSpacing(row) };
}

function readEscapes(text: string) {
  const escapes = new Map<string, string>();
  let wide = false;
  let upperHex = false;
  for (const [spelled, hex] of text.matchAll(ESCAPE)) {
    const code = hex === undefined ? 0 : Number.parseInt(hex, 16);
    if (hex !== undefined && /[A-F]/.test(hex)) upperHex = true;
    if (code >= 0x7f) wide = true;
    else escapes.set(String(JSON.parse(`"${spelled}"`)), spelled);
  }
  return { escapes, wide, upperHex };
}

/** The bytes around the first colon and the first comma of the row. */
function readSpacing(row: Buffer): { colon: string; comma: string } {
  const [first, second] = itemsOf(row, rootPlace(row).start);
  const between = (from: number, to: number) => row.toString('latin1', from, to);
  const colon = first?.key ? between(first.key.end, first.value.start) : ': ';
  if (!first || !second) return { colon, comma: colon === ':' ? ',' : ', ' };
  return { colon, comma: between(first.value.end, (second.key ?? second.value).start) };
}

/** What `first` does not show is taken from `then`. */
export function styleFrom(first: RowStyle, then: RowStyle): RowStyle {
  return {
    ...then,
    ascii: first.ascii ?? then.ascii,
    upperHex: first.upperHex || then.upperHex,
    escapes: new Map([...then.escapes, ...first.escapes]),
  };
}

/** A value as JSON in a style. Throws a RowEditRefusal for what JSON cannot say. */
export function spell(value: Json, style: RowStyle): string {
  if (typeof value === 'string') return `"${spellInside(value, style)}"`;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RowEditRefusal('not-json', `JSON has no number for ${value}.`);
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((element) => spell(element, style)).join(style.comma)}]`;
  const members = Object.entries(value).map(
    ([key, member]) => `${spell(key, style)}${style.colon}${spell(member, style)}`,
  );
  return `{${members.join(style.comma)}}`;
}

/** A text as it stands between the quotes. */
export function spellInside(text: string, style: RowStyle): string {
  let spelled = '';
  for (const char of text) spelled += spellCharacter(char, style);
  return spelled;
}

function spellCharacter(char: string, style: RowStyle): string {
  const code = char.codePointAt(0) ?? 0;
  const known = style.escapes.get(char);
  if (known !== undefined) return known;
  if (char === '"' || char === '\\' || code < 0x20) return SHORT[char] ?? unicodeEscape(code, style);
  const alone = code >= 0xd800 && code <= 0xdfff; // half a surrogate pair: UTF-8 cannot say it
  if (!alone && (code < 0x7f || !style.ascii)) return char;
  return Array.from({ length: char.length }, (_, at) => unicodeEscape(char.charCodeAt(at), style)).join('');
}

function unicodeEscape(code: number, { upperHex }: RowStyle): string {
  const hex = code.toString(16).padStart(4, '0');
  return `\\u${upperHex ? hex.toUpperCase() : hex}`;
}
