/** Bytes of a row that is too long to be sent whole, from an offset on; null when they could not be read. */
export type ReadPart = (row: number, from: number, length: number) => Promise<ArrayBuffer | null>;

/** Bytes of a part of a long row. */
export const PART = 65_536;

/** Bytes that a character of UTF-8 has after its first, at most: a part is read so much further. */
export const MORE = 3;

/** The parts of a long row: how they are read, and the one in sight. */
export interface LongRowParts {
  read: ReadPart;
  at: number;
  onGo: (part: number) => void;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The text of a part: `bytes` begin where the part begins and reach up to `MORE` further than its `length`. A character
 * belongs to the part in which it begins.
 */
export function textOfPart(bytes: Uint8Array, isFirst: boolean, length = PART): string {
  const start = isFirst ? 0 : firstCharacter(bytes, 0);
  const end = bytes.length <= length ? bytes.length : firstCharacter(bytes, length);
  return utf8.decode(bytes.subarray(Math.min(start, end), end));
}

/** Where the next character begins, at an offset or behind it. */
function firstCharacter(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < from + MORE && at < bytes.length && isContinuation(bytes[at])) at++;
  return at;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

export function partsOf(size: number): number {
  return Math.max(1, Math.ceil(size / PART));
}

/** The part at a share of the row, as people type it: `12`, `12.5 %`. Null when it is no share. */
export function partAt(typed: string, size: number): number | null {
  const share = Number(/^\s*(\d{1,3}(?:\.\d*)?)\s*%?\s*$/.exec(typed)?.[1] ?? NaN);
  if (!(share >= 0 && share <= 100)) return null;
  return Math.min(partsOf(size) - 1, Math.floor((size * share) / 100 / PART));
}

/** Millions of bytes, with a decimal. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
