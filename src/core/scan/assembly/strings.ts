// JSON strings, 64 bytes at a time: which bytes are escaped is worked out with bit masks, as in
// Langdale and Lemire, "Parsing Gigabytes of JSON per Second" (2019), section 3.1.
import { bitsOf } from './find-text';

const QUOTE: i8 = 0x22;
const BACKSLASH: i8 = 0x5c;
const ODD: u64 = 0xaaaaaaaaaaaaaaaa;

/** UTF-16 units that the last string has when it is decoded. */
export let units: u32 = 0;

/** Backslashes of 64 bytes that begin an escape; set by `escapedBytes`. */
let escapes: u64 = 0;

/** The bytes that a backslash before them escapes. `carry`: 1 when the first byte is one, from the block before. */
// @ts-ignore: decorator
@inline
export function escapedBytes(backslashes: u64, carry: u64): u64 {
  const starts = backslashes & ~carry;
  const codes = ((starts << 1) | ODD) - starts;
  const terminal = codes ^ ODD;
  escapes = terminal & backslashes;
  return terminal ^ (backslashes | carry);
}

/** 1 when the byte after the last 64 is escaped. */
// @ts-ignore: decorator
@inline
export function carryOver(): u64 {
  return escapes >> 63;
}

/** The address of the quote that ends the string whose first byte is at `at`; `end` when there is none before it. */
export function endOfString(at: usize, end: usize): usize {
  const quotes = i8x16.splat(QUOTE);
  const backslashes = i8x16.splat(BACKSLASH);
  const begin = at;
  let less: u32 = 0;
  let carry: u64 = 0;
  for (; at < end; at += 64) {
    const a = v128.load(at);
    const b = v128.load(at, 16);
    const c = v128.load(at, 32);
    const d = v128.load(at, 48);
    let ends = bitsOf(i8x16.eq(a, quotes), i8x16.eq(b, quotes), i8x16.eq(c, quotes), i8x16.eq(d, quotes));
    const slashes = bitsOf(
      i8x16.eq(a, backslashes),
      i8x16.eq(b, backslashes),
      i8x16.eq(c, backslashes),
      i8x16.eq(d, backslashes),
    );
    const high = v128.or(v128.or(a, b), v128.or(c, d));
    const plain = (slashes | carry) == 0;
    let escaped: u64 = 0;
    if (plain) escapes = 0;
    else escaped = escapedBytes(slashes, carry);
    carry = carryOver();
    ends &= ~escaped;
    const inside = ends == 0 ? u64.MAX_VALUE : (ends & (0 - ends)) - 1;
    if (!plain) less += lessForEscapes(at, escaped & inside, escapes & inside);
    if (i8x16.bitmask(high) != 0) less += lessForUtf8(a, b, c, d, inside);
    if (ends == 0) continue;
    at += <usize>ctz(ends);
    if (at >= end) return end;
    units = <u32>(at - begin) - less;
    return at;
  }
  return end;
}

/** An escape of two bytes is one unit, and so is one of six (`\u` and four digits). */
function lessForEscapes(at: usize, escaped: u64, starts: u64): u32 {
  const u = i8x16.splat(0x75);
  const unicode = bitsOf(
    i8x16.eq(v128.load(at), u),
    i8x16.eq(v128.load(at, 16), u),
    i8x16.eq(v128.load(at, 32), u),
    i8x16.eq(v128.load(at, 48), u),
  );
  return <u32>popcnt(starts) + 4 * <u32>popcnt(escaped & unicode);
}

/** Every byte that goes on a character is no unit, but a character of four bytes is two. */
function lessForUtf8(a: v128, b: v128, c: v128, d: v128, inside: u64): u32 {
  const lead = i8x16.splat(-64); // 0xc0: bytes from 0x80 to 0xbf are less, as signed ones
  const going = bitsOf(i8x16.lt_s(a, lead), i8x16.lt_s(b, lead), i8x16.lt_s(c, lead), i8x16.lt_s(d, lead));
  const four = i8x16.splat(-17); // bytes above 0xef
  const long = bitsOf(fourBytes(a, four), fourBytes(b, four), fourBytes(c, four), fourBytes(d, four));
  return <u32>popcnt(going & inside) - <u32>popcnt(long & inside);
}

function fourBytes(bytes: v128, four: v128): v128 {
  return v128.and(i8x16.gt_s(bytes, four), i8x16.lt_s(bytes, i8x16.splat(0)));
}
