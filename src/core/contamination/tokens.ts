/** What a token is, which says how much it counts. */
export const KIND = {
  /** A word that tells of what a problem is about; a sign of Chinese, Japanese or Korean. */
  content: 0,
  /** A word that any text has. */
  stop: 1,
  /** A letter of a formula, or the name of a function or sign. */
  letter: 2,
  number: 3,
} as const;

/** A text as tokens, each a hash. The first `length` places of each list count. */
export interface Tokens {
  length: number;
  /** The word, the letter, or the number by its value. */
  exact: Uint32Array;
  kinds: Uint8Array;
  /** UTF-16 offsets in the text. */
  starts: Uint32Array;
  ends: Uint32Array;
}

/** Stands for any number where numbers are masked. */
export const MASK = 0x6e756d62;

/** The token, with numbers masked. */
export function skeletonAt(tokens: Tokens, at: number): number {
  return tokens.kinds[at] === KIND.number ? MASK : (tokens.exact[at] ?? 0);
}

/** What the hash of no letters is. */
export const HASH_START = 0x4f1bbcdd;
/** Letters that are hashed as one block: sixteen bytes are read at a time where there are vector instructions. */
const BLOCK = 16;
const BLOCK_STEP = 0x01000193;
const PART_FACTORS = [0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1];
/** By the place in the block: blocks are four 32-bit numbers of four letters, each times a factor of its own, added up. */
const FACTORS = Int32Array.from(
  { length: BLOCK },
  (_, place) => (PART_FACTORS[place >> 2] ?? 0) << (8 * (place & 3)),
);

/** The hash of a word's letters up to `at`, from that of those before it. */
export function hashUnit(hash: number, unit: number, at: number): number {
  const place = at & (BLOCK - 1);
  const before = place === 0 && at > 0 ? Math.imul(hash, BLOCK_STEP) : hash;
  return (before + Math.imul(unit, FACTORS[place] ?? 0)) | 0;
}

/** Hash of a word. */
export function hashWord(word: string): number {
  return scramble(hashLetters(word));
}

/** The same before its bits are spread. */
export function hashLetters(word: string): number {
  let hash = HASH_START;
  for (let at = 0; at < word.length; at++) hash = hashUnit(hash, word.charCodeAt(at), at);
  return hash;
}

/** Spreads the bits of a hash (the last steps of MurmurHash3). */
export function scramble(hash: number): number {
  let spread = hash;
  spread = Math.imul(spread ^ (spread >>> 16), 0x85ebca6b);
  spread = Math.imul(spread ^ (spread >>> 13), 0xc2b2ae35);
  return (spread ^ (spread >>> 16)) >>> 0;
}
