// Rows of JSON Lines in which a benchmark's item may be: their texts are decoded and cut into tokens here, without being parsed.
// A row that cannot be read so is among them, so that it is parsed.
import { isLikelyProblem, isLikelyTrace } from './channels';
import { KEYS, TEXT, TEXT_BYTES, setLayout, tableAt } from './layout';
import { afterString, decodedTo, decodeString, undecoded } from './strings';
import { metUnknownSign, tokenise, tokens } from './tokenise';

export { metUnknownSign, setLayout, tokens, tokenise };

const LINE_FEED: u8 = 0x0a;
/** What a field's texts are looked at as; both are possible. */
const AS_PROBLEM: u32 = 1;
const AS_TRACE: u32 = 2;
const DEEPEST: i32 = 100;
/** Bytes that decoding may write beyond what it checks. */
const BEYOND: usize = 96;

/** Rows that the last call passed, and where it stopped. */
export let rowsPassed: u32 = 0;
export let scannedTo: usize = 0;

/** A text of the row at hand may hold an item, or cannot be told. */
let likely: bool = false;

/**
 * Finds likely rows from `from` to `to`, each with its line feed. Writes for each its number among these rows, where it begins and
 * where its line feed is, three u32 at `out`. Returns where these end. Reads up to 32 bytes beyond `to`.
 */
export function scanRows(from: usize, to: usize, out: usize, outEnd: usize): usize {
  let rows: u32 = 0;
  while (from < to && out + 12 <= outEnd) {
    likely = false;
    let end = afterRow(from);
    if (end == 0 || load<u8>(end) != LINE_FEED) {
      likely = true;
      end = lineFeedFrom(from);
    }
    if (likely && !isEmpty(from, end)) {
      store<u32>(out, rows);
      store<u32>(out, <u32>from, 4);
      store<u32>(out, <u32>end, 8);
      out += 12;
    }
    rows++;
    from = end + 1;
  }
  rowsPassed = rows;
  scannedTo = from;
  return out;
}

/** Whether the text from `from` to `to`, which 64 zeros follow, may hold an item. */
export function isLikelyText(from: usize, to: usize, as: u32): bool {
  tokenise(from, to);
  if (metUnknownSign) return true;
  if ((as & AS_PROBLEM) != 0 && isLikelyProblem()) return true;
  return (as & AS_TRACE) != 0 && isLikelyTrace();
}

function isEmpty(from: usize, end: usize): bool {
  return end == from || (end == from + 1 && load<u8>(from) == 0x0d);
}

function lineFeedFrom(at: usize): usize {
  while (true) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(LINE_FEED)));
    if (found != 0) return at + <usize>ctz(found);
    at += 16;
  }
}

/** Where the row ends that begins at `at`; 0 when it is not JSON, or likely found to be so before its end. */
function afterRow(at: usize): usize {
  at = afterBlanks(at);
  if (load<u8>(at) != 0x7b) return 0;
  at = afterMembers(at + 1, 0, 1);
  return at == 0 ? 0 : afterBlanks(at);
}

// @ts-ignore: decorator
@inline
function afterBlanks(at: usize): usize {
  let byte = load<u8>(at);
  while (byte == 0x20 || byte == 0x09 || byte == 0x0d) byte = load<u8>(++at);
  return at;
}

/** After the members of an object whose first one is at `at`. Those of the row itself are read as their keys say. */
function afterMembers(at: usize, as: u32, depth: i32): usize {
  at = afterBlanks(at);
  if (load<u8>(at) == 0x7d) return at + 1;
  while (true) {
    if (load<u8>(at) != 0x22) return 0;
    const end = afterString(at + 1);
    if (end == 0) return 0;
    const how = depth == 1 ? roleOf(at + 1, end - at - 2) : as;
    if (likely) return 0;
    at = afterBlanks(end);
    if (load<u8>(at) != 0x3a) return 0;
    at = afterValue(afterBlanks(at + 1), how, depth);
    if (at == 0) return 0;
    at = afterBlanks(at);
    const sign = load<u8>(at);
    if (sign == 0x7d) return at + 1;
    if (sign != 0x2c) return 0;
    at = afterBlanks(at + 1);
  }
}

function afterElements(at: usize, as: u32, depth: i32): usize {
  at = afterBlanks(at);
  if (load<u8>(at) == 0x5d) return at + 1;
  while (true) {
    at = afterValue(at, as, depth);
    if (at == 0) return 0;
    at = afterBlanks(at);
    const sign = load<u8>(at);
    if (sign == 0x5d) return at + 1;
    if (sign != 0x2c) return 0;
    at = afterBlanks(at + 1);
  }
}

/** What the texts of the row's field are looked at as. A key that is spelt oddly makes the row likely. */
function roleOf(key: usize, length: usize): u32 {
  const keys = tableAt(KEYS);
  const count = load<u32>(keys);
  for (let number: u32 = 0; number < count; number++) {
    const entry = keys + 8 + 12 * <usize>number;
    if (load<u32>(entry, 8) == <u32>length && memory.compare(key, load<u32>(entry, 4), length) == 0) return load<u32>(entry);
  }
  for (let at = key; at < key + length; at++) if (load<u8>(at) == 0x5c) likely = true;
  return load<u32>(keys, 4);
}

function afterValue(at: usize, as: u32, depth: i32): usize {
  const first = load<u8>(at);
  if (first == 0x22) return as == 0 ? afterString(at + 1) : afterText(at + 1, as);
  if (first == 0x7b) return depth < DEEPEST ? afterMembers(at + 1, as, depth + 1) : 0;
  if (first == 0x5b) return depth < DEEPEST ? afterElements(at + 1, as, depth + 1) : 0;
  if (first == 0x6e) return load<u32>(at) == 0x6c6c756e ? at + 4 : 0;
  if (depth == 1 && (as & AS_PROBLEM) != 0) return 0; // a number or yes/no as a problem is a text as well
  if (first == 0x74) return load<u32>(at) == 0x65757274 ? at + 4 : 0;
  if (first == 0x66) return load<u32>(at, 1) == 0x65736c61 ? at + 5 : 0;
  return afterNumber(at);
}

function afterText(at: usize, as: u32): usize {
  const text = tableAt(TEXT);
  const end = decodeString(at, text, text + tableAt(TEXT_BYTES) - BEYOND);
  if (end == 0) return 0;
  if (undecoded || isLikelyText(text, decodedTo, as)) {
    likely = true;
    return 0;
  }
  return end;
}

function afterNumber(at: usize): usize {
  if (load<u8>(at) == 0x2d) at++;
  if (load<u8>(at) == 0x30) at++;
  else if ((at = afterDigits(at)) == 0) return 0;
  if (load<u8>(at) == 0x2e && (at = afterDigits(at + 1)) == 0) return 0;
  if ((load<u8>(at) | 0x20) != 0x65) return at;
  const sign = load<u8>(at, 1);
  return afterDigits(at + (sign == 0x2b || sign == 0x2d ? 2 : 1));
}

/** After at least one digit; 0 when there is none. */
function afterDigits(at: usize): usize {
  if (load<u8>(at) - 0x30 >= 10) return 0;
  while (load<u8>(at) - 0x30 < 10) at++;
  return at;
}
