// Which bytes of JSON are escaped, 64 at a time, with bit masks as in
// Langdale and Lemire, "Parsing Gigabytes of JSON per Second" (2019), section 3.1.

const ODD: u64 = 0xaaaaaaaaaaaaaaaa;

/** Backslashes of the last 64 bytes that begin an escape. */
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
