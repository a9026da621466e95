// The hashes of `tokens.ts` and `features.ts`.

export const HASH_START: i32 = 0x811c9dc5;
export const HASH_STEP: i32 = 0x01000193;

// @ts-ignore: decorator
@inline
export function scramble(hash: i32): i32 {
  hash = (hash ^ (hash >>> 16)) * <i32>0x85ebca6b;
  hash = (hash ^ (hash >>> 13)) * <i32>0xc2b2ae35;
  return hash ^ (hash >>> 16);
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
