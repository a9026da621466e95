import { GAP, MISMATCH, OTHER_NUMBER } from './align';
import type { BenchmarkIndex } from './benchmark-index';
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
import { NO_LIST } from './hash-table';
import type { Postings } from './hash-table';
import { layItems } from './scan-items';
import { LONGEST_TEXT } from './scan-memory';
import type { ScanMemory } from './scan-memory';
import { signTokens } from './tokenise';
import { hashLetters, KIND } from './tokens';
import { meaningOf } from './word-meanings';
import { FORMULA_WORDS, LAYOUT_COMMANDS, NUMBER_WORDS, STOP_WORDS, SYNONYMS } from './written-alike';

const SEED_BITS = 1 << 22;
/** Entries of 16 bytes. */
const DICTIONARY = 2048;
const BAG = 2048;
const SIGNS = 0x20000;
const MOST_NEW_SIGNS = 1000;
/** The numbers lie behind the addresses. */
const LIMITS_AT = 256;
const MOST_LIMITS = 48;
/** Sums of the kernel and of `candidates.ts` may differ by rounding; and a trace's steps are cut out of what it sees whole. */
const ROUNDING = 1e-6;
const SLACK = 0.9;

/** Lays out what the kernel needs, in the order of `assembly/layout.ts`, and tells it where. `least`: the score that counts. */
export function layTables(
  memory: ScanMemory,
  index: BenchmarkIndex,
  boilerplate: Boilerplate,
  least: number,
): ScanTables {
  const { seeds, words, wholes, arrays, items } = index;
  const common = boilerplate.data;
  const room = (bytes: number) => memory.allocate(bytes);
  const perItem = (bytes: number) => room(bytes * items.length);
  const signs = room(SIGNS * 16);
  const newSigns = room(4 + 4 * MOST_NEW_SIGNS);
  const text = room(LONGEST_TEXT);
  const addresses = [
    items.length,
    memory.put(seeds.table),
    maskOf(seeds),
    memory.put(seedLists(index)),
    memory.put(seeds.items),
    items.reduce((most, _, item) => Math.max(most, index.tokensOf(item).length), 0),
    memory.put(words.table),
    maskOf(words),
    memory.put(words.begins),
    memory.put(words.items),
    memory.put(Float64Array.from({ length: words.begins.length - 1 }, (_, list) => index.weightOfList(list))),
    memory.put(wholes.table),
    maskOf(wholes),
    memory.put(arrays.seedSums),
    memory.put(arrays.bagSums),
    perItem(32), // votes
    perItem(8), // shared words
    perItem(4), // items touched
    memory.put(seedBits(index)),
    memory.put(common ?? new Uint32Array(0)),
    common ? 1 : 0,
    memory.put(wordTable()),
    memory.put(commandTable()),
    signs,
    newSigns,
    ...[4, 1, 4, 1, 1].map((size) => room(size * (LONGEST_TEXT + 1))),
    room(BAG * 16),
    room(LONGEST_PROBLEM * 16),
    memory.put(classesOfBytes()),
    signTokens('%')[0]?.hash ?? 0,
    perItem(16), // candidates
    COMMONEST_WORD,
    NEAR,
    LONGEST_PROBLEM,
    text,
    LONGEST_TEXT,
    0, // keys
    ...layItems(memory, index),
  ];
  const header = room(LIMITS_AT + 8 * MOST_LIMITS);
  memory.words(header, addresses.length).set(addresses);
  const limits = new Float64Array(memory.run.memory.buffer, header + LIMITS_AT, MOST_LIMITS);
  limits.set(limitsOf(index, least));
  memory.run.setLayout(header);
  const [exact = 0, kinds = 0] = addresses.slice(EXACT_PLACE);
  return { header, signs, newSigns, text, exact, kinds };
}

/** Numbers in the order of `assembly/layout.ts`. */
function limitsOf(index: BenchmarkIndex, least: number): number[] {
  return [
    index.weightOfList(-1),
    SHARES[KIND.letter] ?? 0,
    SHARES[KIND.number] ?? 0,
    IN_PROBLEM.seedShare - ROUNDING,
    IN_PROBLEM.leastVotes - ROUNDING,
    IN_TRACE.seedShare * SLACK,
    IN_TRACE.leastVotes * SLACK,
    MANY_VOTES * SLACK,
    LEAST_CLOSE - ROUNDING,
    LEAST_TELLING - ROUNDING,
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
  ];
}

/** Addresses that others need. */
export interface ScanTables {
  header: number;
  signs: number;
  newSigns: number;
  text: number;
  exact: number;
  kinds: number;
}

/** Where the keys of fields are in the header, and the tokens. */
export const KEYS_PLACE = 40;
const EXACT_PLACE = 25;

function maskOf({ table }: Postings): number {
  return table.length / 2 - 1;
}

/** Of each list of seeds: where its items begin and end, and how rare it is. */
function seedLists({ seeds: { begins }, seedRarities }: BenchmarkIndex): Uint8Array {
  const records = new DataView(new ArrayBuffer(16 * seedRarities.length));
  for (const [list, rarity] of seedRarities.entries()) {
    records.setUint32(16 * list, begins[list] ?? 0, true);
    records.setUint32(16 * list + 4, begins[list + 1] ?? 0, true);
    records.setFloat64(16 * list + 8, rarity, true);
  }
  return new Uint8Array(records.buffer);
}

/** A bit for each seed that votes, by which most grams of a text are told to be none. */
function seedBits({ seeds: { table }, seedRarities }: BenchmarkIndex): Uint8Array {
  const bits = new Uint8Array(SEED_BITS / 8);
  for (let place = 0; place < table.length; place += 2) {
    const list = table[place + 1] ?? NO_LIST;
    if (list === NO_LIST || seedRarities[list] === 0) continue;
    const bit = (table[place] ?? 0) & (SEED_BITS - 1);
    bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return bits;
}

/** Words that are not what their letters say: each with its hash as spelt, its length, and what it means. */
function wordTable(): Uint32Array {
  const table = new Uint32Array(DICTIONARY * 4);
  for (const word of new Set([...STOP_WORDS, ...FORMULA_WORDS, ...NUMBER_WORDS.keys(), ...SYNONYMS.keys()])) {
    const { hash, kind } = meaningOf(SYNONYMS.get(word) ?? word);
    enter(table, word, hash, kind);
  }
  return table;
}

function commandTable(): Uint32Array {
  const table = new Uint32Array(DICTIONARY * 4);
  for (const name of LAYOUT_COMMANDS) enter(table, name, 0, 0);
  return table;
}

function enter(table: Uint32Array, word: string, hash: number, kind: number): void {
  const spelt = hashLetters(word);
  let place = (spelt ^ (spelt >>> 15)) & (DICTIONARY - 1);
  while (table[place * 4 + 1] !== 0) place = (place + 1) & (DICTIONARY - 1);
  table.set([spelt, word.length, hash, kind], place * 4);
}

const CLASSES_OF_SIGNS = new Map([
  ['\\', 3],
  ['.', 4],
  ['%', 5],
]);
/** 1 letter, 2 digit, 3 backslash, 4 dot, 5 percent sign, 6 beyond ASCII, 0 all else. */
function classesOfBytes(): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => {
    if (byte >= 0x80) return 6;
    const sign = String.fromCharCode(byte);
    if (/[A-Za-z]/.test(sign)) return 1;
    return /\d/.test(sign) ? 2 : (CLASSES_OF_SIGNS.get(sign) ?? 0);
  });
}
