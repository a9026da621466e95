import { GAP, MISMATCH, OTHER_NUMBER } from './align';
import { alignmentWeight } from './benchmark-index';
import type { Boilerplate } from './boilerplate';
import {
  COMMONEST_WORD,
  IN_PROBLEM,
  IN_TRACE,
  LEAST_CLOSE,
  LEAST_TELLING,
  LONGEST_PROBLEM,
  MANY_VOTES,
  NEAR,
  TELLING,
} from './candidates';
import {
  BIAS,
  LEAST_CONTENT,
  LEAST_INSIDE,
  LEAST_INSIDE_SHARE,
  LEAST_SHARE,
  LEAST_TOLD,
  WEIGHTS,
} from './decision';
import { SHARES } from './features';
import type { IndexImage } from './index-image';
import { LONGEST_ITEM } from './likeness';
import { COARSE, LANES, ROUNDING, SLACK, TOKEN_SLOTS, VOTES_SCALE } from './scan-limits';
import { LONGEST_TEXT } from './scan-memory';
import type { ScanMemory } from './scan-memory';
import { KIND } from './tokens';

const BAG = 2048;
const SIGNS = 0x20000;
/** The numbers lie behind the addresses. */
const LIMITS_AT = 512;
const MOST_LIMITS = 49;
/** Tokens of the longest window that an item is compared with. */
const LONGEST_WINDOW = 2 * (2 * LONGEST_ITEM + 40 + 16) + 1;
const CONTENT_SET = 8192 * 8;
const SEEN_SLOTS = 8192;
/** As in `assembly/tokenise.ts`. */
const KNOWN_WORDS = 4096;
/** No hash of a word that is looked for in the first place. */
const NO_WORD = 0xffffffff;

/** Addresses that others need. */
export interface ScanRooms {
  signs: number;
  text: number;
  exact: number;
  kinds: number;
  /** Where the address of the keys of fields is. */
  keys: number;
}

/** Makes room for a scanner behind the image of its index, and tells the kernel where all is. `least`: the score that counts. */
export function layRooms(
  memory: ScanMemory,
  { addresses, items, unknownWord }: IndexImage,
  boilerplate: Boilerplate,
  least: number,
): ScanRooms {
  const common = boilerplate.data;
  const room = (bytes: number) => memory.allocate(bytes);
  const perItem = (bytes: number) => room(bytes * items);
  const perToken = (bytes: number) => room(bytes * (LONGEST_TEXT + 1));
  const [votes, shared, touched, candidates] = [
    perItem(16),
    room(4 * (items + LANES)),
    perItem(4),
    perItem(16),
  ];
  const [signs, text, exact, kinds] = [room(SIGNS * 16), room(LONGEST_TEXT), perToken(4), perToken(1)];
  const knownWords = room(16 * KNOWN_WORDS);
  memory.words(knownWords, 1)[0] = NO_WORD;
  const ofScanner = [
    ...[votes, shared, touched, candidates, signs, text, LONGEST_TEXT, exact, kinds],
    perToken(4), // tokens that are kept
    perToken(1),
    perToken(1), // marks
    room(BAG * 16),
    room(LONGEST_PROBLEM * 16),
    room(16 * tableFor(LONGEST_TEXT)),
    room((LONGEST_ITEM + 1) * (LONGEST_WINDOW + 1)), // steps of an alignment
    room(16 * (LONGEST_WINDOW + 1)),
    room(8 * LONGEST_ITEM),
    room(CONTENT_SET),
    perToken(4), // where tokens stand before
    room(8 * TOKEN_SLOTS),
    room(SEEN_SLOTS),
    perToken(4), // seeds found
    perToken(4), // grams
    memory.put(common ?? new Uint32Array(0)),
    common ? 1 : 0,
    ...[COMMONEST_WORD, NEAR, LONGEST_PROBLEM],
    knownWords,
    0, // keys
  ];
  const all = [...addresses, ...ofScanner];
  const header = room(LIMITS_AT + 8 * MOST_LIMITS);
  memory.words(header, all.length).set(all);
  const limits = new Float64Array(memory.run.memory.buffer, header + LIMITS_AT, MOST_LIMITS);
  limits.set(limitsOf(unknownWord, least));
  memory.run.setLayout(header);
  return { signs, text, exact, kinds, keys: header + 4 * (all.length - 1) };
}

/** Places of a table for so many tokens. */
function tableFor(tokens: number): number {
  return 2 ** Math.ceil(Math.log2(2 * tokens + 2));
}

/** Numbers in the order of `assembly/layout.ts`. */
function limitsOf(unknownWord: number, least: number): number[] {
  return [
    unknownWord,
    SHARES[KIND.letter] ?? 0,
    SHARES[KIND.number] ?? 0,
    IN_PROBLEM.seedShare - ROUNDING,
    IN_PROBLEM.leastVotes - ROUNDING,
    IN_TRACE.seedShare * SLACK,
    IN_TRACE.leastVotes * SLACK,
    MANY_VOTES * SLACK,
    LEAST_CLOSE - ROUNDING,
    LEAST_TELLING - COARSE,
    ...TELLING,
    Math.log(least / (1 - least)) - ROUNDING,
    BIAS,
    ...WEIGHTS,
    GAP,
    MISMATCH,
    OTHER_NUMBER,
    LEAST_INSIDE_SHARE - ROUNDING,
    LEAST_INSIDE,
    LEAST_TOLD * SLACK,
    LEAST_CONTENT,
    LEAST_SHARE * SLACK,
    ...[KIND.content, KIND.stop, KIND.letter, KIND.number].map((kind) => alignmentWeight(kind, 0)),
    VOTES_SCALE,
  ];
}
