// The hashes of `tokens.ts` and `features.ts`.

export const HASH_START: i32 = 0x4f1bbcdd;
/** Letters of a block. */
export const BLOCK: usize = 16;
const BLOCK_STEP: i32 = 0x01000193;
const FACTOR_0: i32 = <i32>0x85ebca77;
const FACTOR_1: i32 = <i32>0xc2b2ae3d;
const FACTOR_2: i32 = 0x27d4eb2f;
const FACTOR_3: i32 = 0x165667b1;

/** The hash, as yet not scrambled, of at most sixteen letters, zeros behind them. */
// @ts-ignore: decorator
@inline
export function hashBlock(letters: v128): i32 {
  const parts = i32x4.mul(letters, i32x4(FACTOR_0, FACTOR_1, FACTOR_2, FACTOR_3));
  const halves = i32x4.add(parts, i8x16.shuffle(parts, parts, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  return HASH_START + i32x4.extract_lane(halves, 0) + i32x4.extract_lane(halves, 1);
}

/** The same of one more letter, as `hashUnit`. */
export function hashUnit(hash: i32, letter: i32, at: usize): i32 {
  const place = at & (BLOCK - 1);
  if (place == 0 && at > 0) hash *= BLOCK_STEP;
  const part = place >> 2;
  const factor = part == 0 ? FACTOR_0 : part == 1 ? FACTOR_1 : part == 2 ? FACTOR_2 : FACTOR_3;
  return hash + letter * (factor << <i32>((place & 3) << 3));
}

// @ts-ignore: decorator
@inline
export function scramble(hash: i32): i32 {
  hash = (hash ^ (hash >>> 16)) * <i32>0x85ebca6b;
  hash = (hash ^ (hash >>> 13)) * <i32>0xc2b2ae35;
  return hash ^ (hash >>> 16);
}

/** The same of four hashes. */
// @ts-ignore: decorator
@inline
export function scrambleFour(hashes: v128): v128 {
  hashes = i32x4.mul(v128.xor(hashes, i32x4.shr_u(hashes, 16)), i32x4.splat(<i32>0x85ebca6b));
  hashes = i32x4.mul(v128.xor(hashes, i32x4.shr_u(hashes, 13)), i32x4.splat(<i32>0xc2b2ae35));
  return v128.xor(hashes, i32x4.shr_u(hashes, 16));
}

/** The number of a hash's list in an open-addressed table of `mask` + 1 entries; -1 when there is none. */
// @ts-ignore: decorator
@inline
export function listOf(table: usize, mask: u32, hash: i32): i32 {
  let place = <u32>scramble(hash) & mask;
  while (true) {
    const entry = table + (<usize>place << 3);
    const number = load<i32>(entry, 4);
    if (number == -1 || load<i32>(entry) == hash) return number;
    place = (place + 1) & mask;
  }
}
