// Line feeds in the bytes that were put in memory.

const LINE_FEED: i8 = 0x0a;

/** How many line feeds there are from byte `from` to byte `to`. */
export function countLineFeeds(from: usize, to: usize): u32 {
  const feeds = i8x16.splat(LINE_FEED);
  let count: u32 = 0;
  while (to - from >= 64) {
    // Each lane counts one for every 64 bytes of a column of four: it holds 255 at most.
    const end = min(to, from + 64 * 63) - 63;
    let lanes = i8x16.splat(0);
    for (; from < end; from += 64) {
      const a = i8x16.add(
        i8x16.eq(v128.load(from), feeds),
        i8x16.eq(v128.load(from, 16), feeds),
      );
      const b = i8x16.add(
        i8x16.eq(v128.load(from, 32), feeds),
        i8x16.eq(v128.load(from, 48), feeds),
      );
      lanes = i8x16.sub(lanes, i8x16.add(a, b));
    }
    count += sumOfLanes(lanes);
  }
  for (; to - from >= 16; from += 16) count += <u32>popcnt(i8x16.bitmask(i8x16.eq(v128.load(from), feeds)));
  for (; from < to; from++) count += <u32>(load<i8>(from) == LINE_FEED);
  return count;
}

/** Writes the line feeds of each `cell` bytes (the last cell may be shorter) as u16 at `out`. At most 32 KiB a cell. */
export function countByCells(from: usize, to: usize, cell: usize, out: usize): void {
  for (; from < to; from += cell) {
    store<u16>(out, <u16>countLineFeeds(from, min(from + cell, to)));
    out += 2;
  }
}

/** Where the `nth` (from 1) line feed lies from `from` to `to`; `to` when there are fewer. */
export function findLineFeed(from: usize, to: usize, nth: u32): usize {
  const feeds = i8x16.splat(LINE_FEED);
  for (; to - from >= 16; from += 16) {
    let mask = i8x16.bitmask(i8x16.eq(v128.load(from), feeds));
    const here = <u32>popcnt(mask);
    if (here < nth) {
      nth -= here;
      continue;
    }
    for (; nth > 1; nth--) mask &= mask - 1;
    return from + ctz(mask);
  }
  for (; from < to; from++) if (load<i8>(from) == LINE_FEED && --nth == 0) return from;
  return to;
}

// @ts-ignore: decorator
@inline
function sumOfLanes(lanes: v128): u32 {
  const pairs = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(lanes));
  return (
    i32x4.extract_lane(pairs, 0) +
    i32x4.extract_lane(pairs, 1) +
    i32x4.extract_lane(pairs, 2) +
    i32x4.extract_lane(pairs, 3)
  );
}
