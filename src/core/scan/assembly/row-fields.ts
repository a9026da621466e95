// The top-level fields of rows: a record for each, of 32 bytes:
//   u32 row, u32 column, u32 kind, u32 start, u32 end, u32 length, and 8 bytes: the number as f64, else the value's hash.
// It is no validator of JSON: what lies inside a value is passed over.
import { columnOf, follower, hashOf, isKey, keyBytes, NONE, setFollower } from './columns';
import { endOfContainer } from './containers';
import { findLineFeed } from './line-feeds';
import { endOfNumber, value } from './numbers';
import { endOfString, units } from './strings';

const RECORD: usize = 32;
/** Fields of one row; what a row has beyond them is not told. */
const MOST_FIELDS: u32 = 1024;
/** Stands for the begin of a row among the columns. */
const ROW_BEGIN: u32 = NONE;

const NULL: u32 = 0;
const FALSE: u32 = 1;
const TRUE: u32 = 2;
const NUMBER: u32 = 3;
const STRING: u32 = 4;
const ARRAY: u32 = 5;
const OBJECT: u32 = 6;
/** Records of a row itself, without column. */
const BLANK: u32 = 8;
const NOT_OBJECT: u32 = 9;
const BROKEN: u32 = 10;
const MORE: u32 = 11;
const EMPTY: u32 = 12;

/** Where the last call stopped: at the end, or before a row whose records might not have found room. */
export let fieldsTo: usize = 0;
export let fieldRows: u32 = 0;

let hashed: u32 = 0;
let out: usize = 0;
let kind: u32 = 0;
let length: u32 = 0;

/**
 * Writes the records of the rows from `from` to `to` at `start`, and returns how many. `longestHashed`: longer values (bytes)
 * have the hash 0. There must be room for 1,025 records. Reads up to 80 bytes beyond `to`.
 */
export function scanFields(from: usize, to: usize, start: usize, outEnd: usize, longestHashed: u32): u32 {
  hashed = longestHashed;
  out = start;
  let row: u32 = 0;
  while (from < to && out + RECORD * (MOST_FIELDS + 1) <= outEnd) {
    const end = findLineFeed(from, to, 1);
    scanRow(from, end, row);
    from = end + 1;
    row++;
  }
  fieldsTo = min(from, to);
  fieldRows = row;
  return <u32>((out - start) / RECORD);
}

function scanRow(begin: usize, end: usize, row: u32): void {
  let at = afterSpace(begin, end);
  if (at == end) return ofRow(row, BLANK, begin, end);
  if (load<u8>(at) != 0x7b) return ofRow(row, NOT_OBJECT, begin, end);
  at = afterSpace(at + 1, end);
  if (at < end && load<u8>(at) == 0x7d) return ofRow(row, afterSpace(at + 1, end) == end ? EMPTY : BROKEN, begin, end);
  let column = ROW_BEGIN;
  for (let fields: u32 = 0; ; fields++) {
    if (fields == MOST_FIELDS) return ofRow(row, MORE, begin, end);
    if (at >= end || load<u8>(at) != 0x22) break;
    column = columnAt(at + 1, end, column);
    at = afterSpace(keyEnd + 1, end);
    if (at >= end || load<u8>(at) != 0x3a) break;
    const from = afterSpace(at + 1, end);
    const to = endOfValue(from, end);
    if (to == from) break;
    ofField(row, column, from, to);
    at = afterSpace(to, end);
    if (at >= end) break;
    const sign = load<u8>(at);
    if (sign == 0x7d && afterSpace(at + 1, end) == end) return;
    if (sign != 0x2c) break;
    at = afterSpace(at + 1, end);
  }
  ofRow(row, BROKEN, begin, end);
}

/** Where the key ends that `columnAt` read last: the address of its quote. */
let keyEnd: usize = 0;

/** The column of the key at `at`; most often the one that came next in the row before. */
function columnAt(at: usize, end: usize, before: u32): u32 {
  const likely = follower(before);
  if (likely != NONE && isKey(at, likely)) {
    keyEnd = at + keyBytes(likely);
    return likely;
  }
  keyEnd = endOfString(at, end);
  if (keyEnd == end) return NONE;
  const column = columnOf(at, keyEnd - at);
  setFollower(before, column);
  return column;
}

/** The address after the value at `at`, `at` itself when there is none. Sets `kind` and `length`. */
function endOfValue(at: usize, end: usize): usize {
  length = 0;
  const first = at < end ? load<u8>(at) : 0;
  if (first == 0x22) {
    kind = STRING;
    const quote = endOfString(at + 1, end);
    length = units;
    return quote == end ? at : quote + 1;
  }
  if (first == 0x5b || first == 0x7b) {
    kind = first == 0x5b ? ARRAY : OBJECT;
    const after = endOfContainer(at, end);
    return after == 0 ? at : after;
  }
  if (first == 0x6e) return afterWord(at, end, 0x6c6c756e, 4, NULL);
  if (first == 0x74) return afterWord(at, end, 0x65757274, 4, TRUE);
  if (first == 0x66 && load<u8>(at + 4) == 0x65) return afterWord(at, end, 0x736c6166, 5, FALSE);
  kind = NUMBER;
  return endOfNumber(at, end);
}

function afterWord(at: usize, end: usize, word: u32, bytes: usize, meant: u32): usize {
  kind = meant;
  return load<u32>(at) == word && at + bytes <= end ? at + bytes : at;
}

function afterSpace(at: usize, end: usize): usize {
  while (at < end && isSpace(load<u8>(at))) at++;
  return at;
}

// @ts-ignore: decorator
@inline
function isSpace(byte: u8): bool {
  return byte == 0x20 || byte == 0x09 || byte == 0x0d;
}

function ofField(row: u32, column: u32, from: usize, to: usize): void {
  record(row, column, kind, from, to);
  if (kind == NUMBER) store<f64>(out - RECORD, value, 24);
  else store<u64>(out - RECORD, <u32>(to - from) <= hashed ? hashOf(from, to - from) : 0, 24);
}

function ofRow(row: u32, what: u32, from: usize, to: usize): void {
  length = 0;
  record(row, NONE, what, from, to);
  store<u64>(out - RECORD, 0, 24);
}

// @ts-ignore: decorator
@inline
function record(row: u32, column: u32, what: u32, from: usize, to: usize): void {
  store<u32>(out, row);
  store<u32>(out, column, 4);
  store<u32>(out, what, 8);
  store<u32>(out, <u32>from, 12);
  store<u32>(out, <u32>to, 16);
  store<u32>(out, length, 20);
  out += RECORD;
}
