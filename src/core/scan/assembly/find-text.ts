// A text in rows of bytes. The pattern lies in memory as `length` bytes, then as many masks: a byte of the text fits when
// (byte | mask) is the pattern's byte. A mask of 0x20 makes a letter fit in both cases.
import { countLineFeeds, findLineFeed } from './line-feeds';

/** Bytes searched before their line feeds are counted, so that they still lie in the first cache. */
const STRETCH: usize = 4096;

/** Where the last call stopped: at the end, or where its results ran out of room. */
export let searchedTo: usize = 0;
/** Line feeds that the last call passed. */
export let feedsPassed: u32 = 0;

/** Whether the bytes searched since the pattern was set may have `\u00`. */
export let escapesSeen: bool = false;
let watching: bool = false;

let pattern: usize = 0;
let length: usize = 0;
let first: usize = 0;
let second: usize = 0;

/**
 * Sets the text to find. `first` is the place in it of a byte that is rare in what is searched, `second` of another. `watch`:
 * whether to look for `\u00` on the way.
 */
export function setPattern(at: usize, bytes: usize, firstPlace: usize, secondPlace: usize, watch: bool): void {
  pattern = at;
  length = bytes;
  first = firstPlace;
  second = secondPlace;
  escapesSeen = false;
  watching = watch;
}

/**
 * Finds the rows from `from` to `to` that have the text. Writes for each the line feeds before it and where the text begins,
 * two u32 at `out`, and returns how many rows it found. Reads up to 80 bytes and the pattern's length beyond `to`.
 */
export function findRows(from: usize, to: usize, out: usize, outEnd: usize): u32 {
  const start = out;
  let feeds: u32 = 0;
  while (from < to && out < outEnd) {
    const end = min(to, from + STRETCH);
    const hit = nextHit(from, end, to);
    feeds += countLineFeeds(from, hit);
    from = hit;
    if (hit == end) continue;
    store<u32>(out, feeds);
    store<u32>(out, <u32>hit, 4);
    out += 8;
    from = findLineFeed(hit, to, 1);
    if (from == to) break;
    from++;
    feeds++;
  }
  searchedTo = from;
  feedsPassed = feeds;
  return <u32>((out - start) >> 3);
}

/** The first place from `from` to `end` where the text begins, all of it before `to`; `end` when there is none. */
export function nextHit(from: usize, end: usize, to: usize): usize {
  const masked = load<u8>(pattern + length + first) != 0;
  if (watching) return masked ? search(from, end, to, true, true) : search(from, end, to, true, false);
  return masked ? search(from, end, to, false, true) : search(from, end, to, false, false);
}

/** The loop itself, compiled once for each of `watch` and `masked`: what they leave out is felt. */
// @ts-ignore: decorator
@inline
function search(from: usize, end: usize, to: usize, watch: bool, masked: bool): usize {
  const a = v128.splat<i8>(load<i8>(pattern + first));
  const b = v128.splat<i8>(load<i8>(pattern + second));
  const maskA = v128.splat<i8>(load<i8>(pattern + length + first));
  const maskB = v128.splat<i8>(load<i8>(pattern + length + second));
  let escapes = v128.splat<i8>(0);
  for (let at = from; at < end + first; at += 64) {
    let w = v128.load(at);
    let x = v128.load(at, 16);
    let y = v128.load(at, 32);
    let z = v128.load(at, 48);
    if (watch) {
      const low = v128.or(escapesIn(w), escapesIn(x));
      escapes = v128.or(escapes, v128.or(low, v128.or(escapesIn(y), escapesIn(z))));
    }
    w = i8x16.eq(masked ? v128.or(w, maskA) : w, a);
    x = i8x16.eq(masked ? v128.or(x, maskA) : x, a);
    y = i8x16.eq(masked ? v128.or(y, maskA) : y, a);
    z = i8x16.eq(masked ? v128.or(z, maskA) : z, a);
    if (!v128.any_true(v128.or(v128.or(w, x), v128.or(y, z)))) continue;
    const other = at + second - first;
    let bits =
      bitsOf(w, x, y, z) &
      bitsOf(
        i8x16.eq(v128.or(v128.load(other), maskB), b),
        i8x16.eq(v128.or(v128.load(other, 16), maskB), b),
        i8x16.eq(v128.or(v128.load(other, 32), maskB), b),
        i8x16.eq(v128.or(v128.load(other, 48), maskB), b),
      );
    for (; bits != 0; bits &= bits - 1) {
      const place = at - first + <usize>ctz(bits);
      if (place < from) continue;
      if (place >= end || place + length > to) break;
      if (!fits(place)) continue;
      if (watch && v128.any_true(escapes)) escapesSeen = true;
      return place;
    }
  }
  if (watch && v128.any_true(escapes)) escapesSeen = true;
  return end;
}

/** Not zero where `\u` or `u0` stands at an even place: one of them does in each `\u00`, and hardly anywhere else. */
// @ts-ignore: decorator
@inline
function escapesIn(bytes: v128): v128 {
  return v128.or(i16x8.eq(bytes, v128.splat<i16>(0x755c)), i16x8.eq(bytes, v128.splat<i16>(0x3075)));
}

// @ts-ignore: decorator
@inline
export function bitsOf(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u64>(<u32>i8x16.bitmask(a) | (<u32>i8x16.bitmask(b) << 16));
  return low | (<u64>(<u32>i8x16.bitmask(c) | (<u32>i8x16.bitmask(d) << 16)) << 32);
}

function fits(place: usize): bool {
  for (let at: usize = 0; at < length; at++) {
    if ((load<u8>(place + at) | load<u8>(pattern + length + at)) != load<u8>(pattern + at)) return false;
  }
  return true;
}
