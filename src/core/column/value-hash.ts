/** A hash of 64 bits, as two words of 32. Values with the same hash are taken for the same value. */
export interface Hash {
  low: number;
  high: number;
}

const BLOCK = 16;
const STRIPE = 64;
const LANES = 16;
/** Odd multipliers with bits well spread: the primes of xxHash (Collet 2012). */
const PRIME_1 = 0x9e3779b1 | 0;
const PRIME_2 = 0x85ebca77 | 0;
const PRIME_3 = 0xc2b2ae3d | 0;

const utf8 = new TextEncoder();
const lanes = new Int32Array(LANES);
const words = new Int32Array(2);
const double = new Float64Array(words.buffer);

/**
 * The hash of a text: of the UTF-8 bytes between the quotes that `JSON.stringify` would write. A file's own bytes are
 * these bytes nearly always, so that a scan need not decode them.
 */
export function hashOfText(text: string): Hash {
  return hashOfBytes(utf8.encode(JSON.stringify(text).slice(1, -1)));
}

/** The hash of a number, by its double; -0 counts as 0. */
export function hashOfNumber(value: number): Hash {
  double[0] = value === 0 ? 0 : value;
  return finished(words[0] ?? 0, words[1] ?? 0, 2);
}

export const hashOfTrue: Hash = finished(1, 0, 3);
export const hashOfFalse: Hash = finished(0, 0, 3);

/**
 * Blocks of 16 bytes, the last filled with zeros, go in turn into four rows of four lanes; then the rows are folded into one,
 * and its lanes into two words. Laid out for a processor that has four lanes of 32 bits.
 */
function hashOfBytes(bytes: Uint8Array): Hash {
  const blocks = Math.ceil(bytes.length / BLOCK);
  const filled = new Uint8Array(blocks * BLOCK);
  filled.set(bytes);
  const view = new DataView(filled.buffer);
  lanes.fill(PRIME_2);
  for (let at = 0; at < filled.length; at += 4) {
    const lane = (at % STRIPE) >> 2;
    lanes[lane] = stirred((lanes[lane] ?? 0) ^ view.getInt32(at, true));
  }
  for (let row = 1; row < Math.min(blocks, 4); row++) {
    for (let lane = 0; lane < 4; lane++)
      lanes[lane] = stirred((lanes[lane] ?? 0) ^ (lanes[4 * row + lane] ?? 0));
  }
  const [a = 0, b = 0, c = 0, d = 0] = lanes;
  const one = (a ^ Math.imul(b, PRIME_3)) + Math.imul(c ^ Math.imul(d, PRIME_1), PRIME_2);
  const other = (b ^ Math.imul(a, PRIME_2)) + Math.imul(d ^ Math.imul(c, PRIME_3), PRIME_1);
  return finished(one | 0, other | 0, bytes.length);
}

function stirred(lane: number): number {
  const product = Math.imul(lane, PRIME_1);
  return product ^ (product >>> 15);
}

/** Makes each of the two words depend on every bit of both. */
function finished(one: number, other: number, length: number): Hash {
  const low = avalanched(one ^ Math.imul(other ^ length, PRIME_2));
  const high = avalanched(other ^ Math.imul(low ^ length, PRIME_3));
  return { low, high };
}

/** The finaliser of MurmurHash3 (Appleby 2011). */
function avalanched(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
