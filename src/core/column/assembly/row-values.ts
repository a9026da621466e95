// Rows as records: for each value of a row that is counted, its kind, its key's hash, its place, its length and hash.
// Counted are the values of the row's keys, of the keys of objects right under it, and what stands in their lists.
// A row that cannot be read so (broken, blank, no object) is one record of its own, for the plain path.
import { hashBytes, hashHigh, hashLow } from './hash';
import { inexact, number, readNumber } from './number';
import { oddlySpelt, readText, units } from './text';

/** Bytes of a record: eleven words of 32 bits, in the order of `store` below, and one unused. */
const RECORD: usize = 48;

const TEXT: i32 = 1;
const NUMBER: i32 = 2;
const TRUE: i32 = 3;
const FALSE: i32 = 4;
const NULL: i32 = 5;
const LIST: i32 = 6;
const OBJECT: i32 = 7;
const ROW: i32 = 8;
const PLAIN_ROW: i32 = 9;

const WITHIN_ROW: i32 = 0;
const WITHIN_OBJECT: i32 = 1;
const WITHIN_LIST: i32 = 2;

const ODD_VALUE: i32 = 1;
const ODD_KEY: i32 = 2;

const LINE_FEED: u8 = 0x0a;
const DEEPEST: i32 = 64;

/** Where the last call stopped: at the end, or at a row whose records found no room. */
export let readTo: usize = 0;

let out: usize = 0;
let outEnd: usize = 0;
let full: bool = false;

/**
 * Reads the rows from `from` to `to`, each with its line feed, and writes their records at `start`. Returns where the records
 * end. Stops before a row for whose records there is no room. Reads up to 64 bytes beyond `to`.
 */
export function readRows(from: usize, to: usize, start: usize, end: usize): usize {
  out = start;
  outEnd = end;
  full = false;
  while (from < to) {
    const row = out;
    if (row + RECORD > outEnd) break;
    out += RECORD;
    let rowEnd = readRow(from);
    if (full) {
      out = row;
      break;
    }
    const plain = rowEnd == 0;
    if (plain) {
      out = row + RECORD;
      rowEnd = findLineFeed(from);
    }
    store<i32>(row, plain ? PLAIN_ROW : ROW);
    store<i32>(row, <i32>((out - row) / RECORD) - 1, 4);
    store<i32>(row, <i32>from, 8);
    store<i32>(row, <i32>rowEnd, 12);
    from = rowEnd + 1;
  }
  readTo = from;
  return out;
}

/** Returns where the row's line feed is; 0 when it is to be read plainly. */
function readRow(at: usize): usize {
  at = afterBlanks(at);
  if (load<u8>(at) != 0x7b) return 0;
  at = readMembers(at + 1, WITHIN_ROW);
  if (at == 0) return 0;
  at = afterBlanks(at);
  return load<u8>(at) == LINE_FEED ? at : 0;
}

/** The members of an object, from after its brace to after its other brace; 0 when they are not JSON. */
function readMembers(at: usize, within: i32): usize {
  at = afterBlanks(at);
  if (load<u8>(at) == 0x7d) return at + 1;
  while (true) {
    if (load<u8>(at) != 0x22) return 0;
    const key = at + 1;
    const keyEnd = readText(key);
    if (keyEnd == 0) return 0;
    const record = newRecord();
    if (record == 0) return 0;
    hashBytes(key, keyEnd);
    store<i32>(record, hashLow, 8);
    store<i32>(record, hashHigh, 12);
    store<i32>(record, <i32>key, 16);
    store<i32>(record, <i32>keyEnd, 20);
    const odd = oddlySpelt ? ODD_KEY : 0;
    at = afterBlanks(keyEnd + 1);
    if (load<u8>(at) != 0x3a) return 0;
    at = readValue(afterBlanks(at + 1), record, within, odd);
    if (at == 0) return 0;
    at = afterBlanks(at);
    const sign = load<u8>(at);
    if (sign == 0x7d) return at + 1;
    if (sign != 0x2c) return 0;
    at = afterBlanks(at + 1);
  }
}

/** Completes the record of a value. Returns where the value ends, 0 when it is not JSON. */
function readValue(at: usize, record: usize, within: i32, odd: i32): usize {
  const first = load<u8>(at);
  let end: usize = 0;
  let kind = TEXT;
  if (first == 0x22) {
    end = readText(at + 1);
    if (end == 0) return 0;
    hashBytes(at + 1, end);
    store<i32>(record, units, 32);
    store<i32>(record, hashLow, 36);
    store<i32>(record, hashHigh, 40);
    if (oddlySpelt) odd |= ODD_VALUE;
    end++;
  } else if (first == 0x7b) {
    kind = OBJECT;
    end = within == WITHIN_ROW ? readMembers(at + 1, WITHIN_OBJECT) : skipNested(at);
  } else if (first == 0x5b) {
    kind = LIST;
    end = readElements(at + 1, record);
  } else if (first == 0x74) {
    kind = TRUE;
    if (load<u32>(at) == 0x65757274) end = at + 4;
  } else if (first == 0x66) {
    kind = FALSE;
    if (load<u32>(at, 1) == 0x65736c61) end = at + 5;
  } else if (first == 0x6e) {
    kind = NULL;
    if (load<u32>(at) == 0x6c6c756e) end = at + 4;
  } else {
    kind = NUMBER;
    end = readNumber(at);
    store<f64>(record, number, 32);
    if (inexact) odd |= ODD_VALUE;
  }
  store<i32>(record, kind | (within << 8) | (odd << 16));
  store<i32>(record, <i32>at, 24);
  store<i32>(record, <i32>end, 28);
  return end;
}

/** The elements of a list, to after its bracket. Writes their number in `record`, and records of those that have a value. */
function readElements(at: usize, list: usize): usize {
  let count: i32 = 0;
  at = afterBlanks(at);
  if (load<u8>(at) == 0x5d) {
    store<i32>(list, 0, 32);
    return at + 1;
  }
  while (true) {
    const first = load<u8>(at);
    if (first == 0x7b || first == 0x5b) {
      at = skipNested(at);
    } else {
      const record = newRecord();
      if (record == 0) return 0;
      at = readValue(at, record, WITHIN_LIST, 0);
    }
    if (at == 0) return 0;
    count++;
    at = afterBlanks(at);
    const sign = load<u8>(at++);
    if (sign == 0x5d) break;
    if (sign != 0x2c) return 0;
    at = afterBlanks(at);
  }
  store<i32>(list, count, 32);
  return at;
}

/** Passes an object or list whole, looking only at its texts and brackets. Returns where it ends, 0 when it does not close. */
function skipNested(at: usize): usize {
  let open: u64 = 0; // a bit for each bracket that is open, the last one lowest: set for an object
  let depth: i32 = 0;
  while (true) {
    const byte = load<u8>(at);
    if (byte == 0x22) {
      at = readText(at + 1);
      if (at == 0) return 0;
    } else if ((byte | 0x20) == 0x7b) {
      if (++depth > DEEPEST) return 0;
      open = (open << 1) | <u64>(byte >> 5 & 1);
    } else if ((byte | 0x20) == 0x7d) {
      if (<u8>(open & 1) != (byte >> 5 & 1)) return 0;
      open >>= 1;
      if (--depth == 0) return at + 1;
    } else if (byte == LINE_FEED) {
      return 0;
    }
    at++;
  }
}

/** Room for one more record; 0 when there is none. */
// @ts-ignore: decorator
@inline
function newRecord(): usize {
  const record = out;
  if (record + RECORD > outEnd) {
    full = true;
    return 0;
  }
  out += RECORD;
  return record;
}

// @ts-ignore: decorator
@inline
function afterBlanks(at: usize): usize {
  for (let byte = load<u8>(at); byte == 0x20 || byte == 0x09 || byte == 0x0d; byte = load<u8>(at)) at++;
  return at;
}

function findLineFeed(at: usize): usize {
  const feeds = i8x16.splat(LINE_FEED);
  while (true) {
    const places = i8x16.bitmask(i8x16.eq(v128.load(at), feeds));
    if (places != 0) return at + <usize>ctz(places);
    at += 16;
  }
}
