// Rows as records: for each value of a row that is counted, its kind, the number of its key, its place, its length and hash.
// Counted are the values of the row's keys, of the keys of objects right under it, and what stands in their lists.
// A row that cannot be read so (broken, blank, no object) is one record of its own, for the plain path. A row of a shape that
// is known is counted at once, and only the records of values that are left stay.
import { columnOf, follower, isKey, keyBytes, mixed, NONE, setFollower, startColumns, tableBytes } from '../../scan/assembly/columns';
import { endOfContainer } from '../../scan/assembly/containers';
import { bitsOf } from '../../scan/assembly/find-text';
import { crowded, startCounts } from './counts';
import { hashBytes, hashHigh, hashLow } from './hash';
import { inexact, number, readNumber } from './number';
import {
  FALSE, LIST, NULL, NUMBER, OBJECT, ODD_VALUE, PLAIN_ROW, RECORD, ROW, TEXT, TRUE, WITHIN_LIST, WITHIN_OBJECT, WITHIN_ROW,
} from './records';
import { addShape, countRow, hasShapeRoom, keysLeftOut, rowsCounted, shapeBytes, shapeOf, startRows, startShapes } from './shapes';
import { oddlySpelt, readText, units } from './text';

export { addShape, hasShapeRoom, keysLeftOut, rowsCounted, shapeBytes, startColumns, startShapes, tableBytes };

const LINE_FEED: u8 = 0x0a;

/** Where the last call stopped: at the end, at a row whose records found no room, or after one whose values did not. */
export let readTo: usize = 0;

let out: usize = 0;
let outEnd: usize = 0;
let full: bool = false;
/** The key that came last: most often it tells which one is next. */
let lastKey: u32 = NONE;
/** Where the row's line feed is; 0 while nobody needs to know. */
let rowEnd: usize = 0;
/** Where the last key ends. */
let keyEnd: usize = 0;
/** A hash of the row's keys so far, each by its number and whether it stands in an object of the row. */
let shape: u64 = 0;

/**
 * Reads the rows from `from` to `to`, each with its line feed, and writes their records at `start`. Returns where the records
 * end. Stops before a row for whose records there is no room, and after one that met a table without room. Reads up to 64 bytes
 * beyond `to`.
 */
export function readRows(from: usize, to: usize, start: usize, end: usize): usize {
  out = start;
  outEnd = end;
  full = false;
  startCounts();
  startRows();
  while (from < to && out + RECORD <= outEnd && !crowded) {
    const row = out;
    out += RECORD;
    rowEnd = 0;
    const whole = readRow(from);
    if (full) {
      out = row;
      break;
    }
    const known = whole ? shapeOf(shape) : 0;
    if (known != 0) out = countRow(row + RECORD, out, known, row);
    else writeRow(row, from, endOfRow(from), whole);
    from = endOfRow(from) + 1;
  }
  readTo = from;
  return out;
}

/** Completes the records of a row that is not counted here. */
function writeRow(row: usize, from: usize, to: usize, whole: bool): void {
  if (!whole) out = row + RECORD;
  store<i32>(row, whole ? ROW : PLAIN_ROW);
  store<i32>(row, <i32>((out - row) / RECORD) - 1, 4);
  store<i32>(row, <i32>from, 8);
  store<i32>(row, <i32>to, 12);
  store<u64>(row, shape, 16);
}

/** Whether the row at `at` could be read, up to its line feed. */
function readRow(at: usize): bool {
  at = afterBlanks(at);
  if (load<u8>(at) != 0x7b) return false;
  lastKey = NONE;
  shape = 0;
  at = readMembers(at + 1, WITHIN_ROW);
  if (at == 0) return false;
  at = afterBlanks(at);
  if (load<u8>(at) != LINE_FEED) return false;
  rowEnd = at;
  return true;
}

/** Where the line feed of the row is that `at` lies in. Most rows end where their last brace is: looking ahead for it takes time. */
function endOfRow(at: usize): usize {
  if (rowEnd == 0) rowEnd = findLineFeed(at);
  return rowEnd;
}

/** The members of an object, from after its brace to after its other brace; 0 when they are not JSON. */
function readMembers(at: usize, within: i32): usize {
  at = afterBlanks(at);
  if (load<u8>(at) == 0x7d) return at + 1;
  while (true) {
    if (load<u8>(at) != 0x22) return 0;
    const key = readKey(at + 1);
    if (keyEnd == 0) return 0;
    shape = mixed(shape ^ ((<u64>key << 1) + <u64>within + 1));
    const record = newRecord();
    if (record == 0) return 0;
    store<u32>(record, key, 4);
    store<u32>(record, <u32>at + 1, 8);
    store<u32>(record, <u32>keyEnd, 12);
    at = afterBlanks(keyEnd + 1);
    if (load<u8>(at) != 0x3a) return 0;
    at = readValue(afterBlanks(at + 1), record, within);
    if (at == 0) return 0;
    at = afterBlanks(at);
    const sign = load<u8>(at);
    if (sign == 0x7d) return at + 1;
    if (sign != 0x2c) return 0;
    at = afterBlanks(at + 1);
  }
}

/** The number of the key at `at`. Sets where it ends, 0 when it is not JSON. */
function readKey(at: usize): u32 {
  const likely = follower(lastKey);
  if (likely != NONE && isKey(at, likely)) {
    keyEnd = at + keyBytes(likely);
    lastKey = likely;
    return likely;
  }
  keyEnd = readText(at);
  if (keyEnd == 0) return NONE;
  const key = columnOf(at, keyEnd - at);
  setFollower(lastKey, key);
  lastKey = key;
  return key;
}

/** Completes the record of a value. Returns where the value ends, 0 when it is not JSON. */
function readValue(at: usize, record: usize, within: i32): usize {
  let odd = 0;
  const first = load<u8>(at);
  let end: usize = 0;
  let kind = TEXT;
  if (first == 0x22) {
    end = readText(at + 1);
    if (end == 0) return 0;
    hashBytes(at + 1, end);
    store<i32>(record, units, 24);
    store<i32>(record, hashLow, 28);
    store<i32>(record, hashHigh, 32);
    if (oddlySpelt) odd = ODD_VALUE;
    end++;
  } else if (first == 0x7b) {
    kind = OBJECT;
    end = within == WITHIN_ROW ? readMembers(at + 1, WITHIN_OBJECT) : endOfContainer(at, endOfRow(at));
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
    store<f64>(record, number, 24);
    if (inexact) odd = ODD_VALUE;
  }
  store<i32>(record, kind | (within << 8) | odd);
  store<i32>(record, <i32>at, 16);
  store<i32>(record, <i32>end, 20);
  return end;
}

/** The elements of a list, to after its bracket. Writes their number in `record`, and records of those that have a value. */
function readElements(at: usize, list: usize): usize {
  let count: i32 = 0;
  at = afterBlanks(at);
  if (load<u8>(at) == 0x5d) {
    store<i32>(list, 0, 24);
    return at + 1;
  }
  while (true) {
    const first = load<u8>(at);
    if (first == 0x7b || first == 0x5b) {
      at = endOfContainer(at, endOfRow(at));
    } else {
      const record = newRecord();
      if (record == 0) return 0;
      at = readValue(at, record, WITHIN_LIST);
    }
    if (at == 0) return 0;
    count++;
    at = afterBlanks(at);
    const sign = load<u8>(at++);
    if (sign == 0x5d) break;
    if (sign != 0x2c) return 0;
    at = afterBlanks(at);
  }
  store<i32>(list, count, 24);
  return at;
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
  return load<u8>(at) > 0x20 ? at : afterSomeBlanks(at); // nearly always none
}

function afterSomeBlanks(at: usize): usize {
  for (let byte = load<u8>(at); byte == 0x20 || byte == 0x09 || byte == 0x0d; byte = load<u8>(at)) at++;
  return at;
}

function findLineFeed(at: usize): usize {
  const feeds = i8x16.splat(LINE_FEED);
  while (true) {
    const a = i8x16.eq(v128.load(at), feeds);
    const b = i8x16.eq(v128.load(at, 16), feeds);
    const c = i8x16.eq(v128.load(at, 32), feeds);
    const d = i8x16.eq(v128.load(at, 48), feeds);
    if (v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) return at + <usize>ctz(bitsOf(a, b, c, d));
    at += 64;
  }
}
