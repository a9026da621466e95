// Walks over the bytes of a row that is known to be JSON. Byte by byte, because every byte outside of the edit must
// survive, broken UTF-8 among them; without recursion, because rows may be nested deeply.

/** A value's place: byte offsets in the row, `end` behind its last byte. */
export interface ValuePlace {
  start: number;
  end: number;
}

/** A member of an object (with a key), or an element of a list (without). */
export interface ItemPlace {
  key: ValuePlace | null;
  value: ValuePlace;
}

export const CODE = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

function skipSpace(row: Buffer, at: number): number {
  for (;;) {
    const byte = row[at];
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return at;
    at++;
  }
}

/** The row's one value. */
export function rootPlace(row: Buffer): ValuePlace {
  const start = skipSpace(row, 0);
  return { start, end: valueEnd(row, start) };
}

function valueEnd(row: Buffer, start: number): number {
  const first = row[start];
  if (first === CODE.quote) return stringEnd(row, start);
  if (first === CODE.openObject || first === CODE.openList) return containerEnd(row, start);
  let at = start;
  while (at < row.length && !endsScalar(row[at])) at++;
  return at;
}

function endsScalar(byte: number | undefined): boolean {
  return (
    byte === CODE.comma ||
    byte === CODE.closeObject ||
    byte === CODE.closeList ||
    byte === undefined ||
    byte <= 0x20
  );
}

function stringEnd(row: Buffer, start: number): number {
  for (let at = start + 1; ; at = row.indexOf(CODE.quote, at) + 1) {
    const quote = row.indexOf(CODE.quote, at);
    if (quote === -1) return row.length;
    let slashes = quote;
    while (slashes > at && row[slashes - 1] === CODE.backslash) slashes--;
    if ((quote - slashes) % 2 === 0) return quote + 1;
  }
}

function containerEnd(row: Buffer, start: number): number {
  let depth = 0;
  let at = start;
  while (at < row.length) {
    const byte = row[at];
    if (byte === CODE.quote) {
      at = stringEnd(row, at);
      continue;
    }
    at++;
    if (byte === CODE.openObject || byte === CODE.openList) depth++;
    else if ((byte === CODE.closeObject || byte === CODE.closeList) && --depth === 0) return at;
  }
  return at;
}

/** The members of the object, or the elements of the list, that begins at `start`; none for other values. */
export function itemsOf(row: Buffer, start: number): ItemPlace[] {
  const isObject = row[start] === CODE.openObject;
  if (!isObject && row[start] !== CODE.openList) return [];
  const items: ItemPlace[] = [];
  let at = skipSpace(row, start + 1);
  while (at < row.length && row[at] !== CODE.closeObject && row[at] !== CODE.closeList) {
    const key = isObject ? { start: at, end: stringEnd(row, at) } : null;
    const from = key ? skipSpace(row, skipSpace(row, key.end) + 1) : at;
    const value = { start: from, end: valueEnd(row, from) };
    items.push({ key, value });
    at = skipSpace(row, value.end);
    if (row[at] === CODE.comma) at = skipSpace(row, at + 1);
  }
  return items;
}

/** What a part of the row says as JSON. Bytes that are not UTF-8 read as U+FFFD. */
export function readPlace(row: Buffer, { start, end }: ValuePlace): unknown {
  return JSON.parse(row.toString('utf8', start, end));
}
