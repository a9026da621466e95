// The hash of src/core/column/value-hash.ts, four lanes at a time. Reads up to 15 bytes beyond what is hashed.

const PRIME_1: i32 = 0x9e3779b1;
const PRIME_2: i32 = 0x85ebca77;
const PRIME_3: i32 = 0xc2b2ae3d;

/** 16 bytes set, then 16 not set: loaded from 16 - n on, it leaves n bytes. */
const masks = memory.data<u8>([
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]);

export let hashLow: i32 = 0;
export let hashHigh: i32 = 0;

/** Puts the hash of the bytes from `at` to `end` in `hashLow` and `hashHigh`. */
export function hashBytes(at: usize, end: usize): void {
  const length = <i32>(end - at);
  let a = i32x4.splat(PRIME_2);
  if (length <= 16) {
    if (length > 0) a = stirred(v128.xor(a, lastBlock(at, end)));
    return finish(a, length);
  }
  let b = a;
  let c = a;
  let d = a;
  for (; end - at >= 64; at += 64) {
    a = stirred(v128.xor(a, v128.load(at)));
    b = stirred(v128.xor(b, v128.load(at, 16)));
    c = stirred(v128.xor(c, v128.load(at, 32)));
    d = stirred(v128.xor(d, v128.load(at, 48)));
  }
  if (at < end) a = stirred(v128.xor(a, lastBlock(at, end)));
  if (at + 16 < end) b = stirred(v128.xor(b, lastBlock(at + 16, end)));
  if (at + 32 < end) c = stirred(v128.xor(c, lastBlock(at + 32, end)));
  if (at + 48 < end) d = stirred(v128.xor(d, lastBlock(at + 48, end)));
  a = stirred(v128.xor(a, b));
  if (length > 32) a = stirred(v128.xor(a, c));
  if (length > 48) a = stirred(v128.xor(a, d));
  finish(a, length);
}

/** The 16 bytes at `at`, those from `end` on as zeros. */
// @ts-ignore: decorator
@inline
function lastBlock(at: usize, end: usize): v128 {
  const left = min<usize>(end - at, 16);
  return v128.and(v128.load(at), v128.load(masks + 16 - left));
}

// @ts-ignore: decorator
@inline
function stirred(lanes: v128): v128 {
  const product = i32x4.mul(lanes, i32x4.splat(PRIME_1));
  return v128.xor(product, i32x4.shr_u(product, 15));
}

// @ts-ignore: decorator
@inline
function finish(lanes: v128, length: i32): void {
  const a = i32x4.extract_lane(lanes, 0);
  const b = i32x4.extract_lane(lanes, 1);
  const c = i32x4.extract_lane(lanes, 2);
  const d = i32x4.extract_lane(lanes, 3);
  const one = (a ^ (b * PRIME_3)) + (c ^ (d * PRIME_1)) * PRIME_2;
  const other = (b ^ (a * PRIME_2)) + (d ^ (c * PRIME_3)) * PRIME_1;
  finishWords(one, other, length);
}

/** Puts the hash of yes or no in `hashLow` and `hashHigh`. */
export function hashYesNo(value: bool): void {
  finishWords(<i32>value, 0, 3);
}

// @ts-ignore: decorator
@inline
function finishWords(one: i32, other: i32, length: i32): void {
  hashLow = avalanched(one ^ ((other ^ length) * PRIME_2));
  hashHigh = avalanched(other ^ ((hashLow ^ length) * PRIME_3));
}

// @ts-ignore: decorator
@inline
function avalanched(word: i32): i32 {
  let mixed = (word ^ (word >>> 16)) * <i32>0x85ebca6b;
  mixed = (mixed ^ (mixed >>> 13)) * <i32>0xc2b2ae35;
  return mixed ^ (mixed >>> 16);
}
