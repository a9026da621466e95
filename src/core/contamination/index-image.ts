import type { BenchmarkIndex } from './benchmark-index';
import { COARSE, LANES, VOTES_SCALE } from './scan-limits';
import { NO_LIST, sizeOf } from './hash-table';
import type { Postings } from './hash-table';
import { layItems } from './scan-items';
import { FIRST_ADDRESS, roundedUp } from './scan-memory';
import { signTokens } from './tokenise';
import { hashLetters } from './tokens';
import { meaningOf } from './word-meanings';
import { FORMULA_WORDS, LAYOUT_COMMANDS, NUMBER_WORDS, STOP_WORDS, SYNONYMS } from './written-alike';

/** An index as the kernel reads it, made once: every scanner begins with its bytes. Plain data, in shared memory. */
export interface IndexImage {
  bytes: Uint8Array;
  /** Addresses and numbers, in the order of `assembly/layout.ts`. */
  addresses: number[];
  items: number;
  /** What a word weighs that no item has. */
  unknownWord: number;
}

/** Entries of 16 bytes. */
const DICTIONARY = 2048;
/** As in `assembly/channels.ts`. */
const PLACE_FACTOR = 0x9e3779b1;

type List = Uint8Array | Uint32Array | Float32Array | Float64Array;

/** Lists at the addresses that they will have in the kernel's memory. */
export class ImageSpace {
  private readonly lists: { at: number; list: List }[] = [];
  private end = FIRST_ADDRESS;

  put(list: List): number {
    const at = this.end;
    this.lists.push({ at, list });
    this.end = roundedUp(at + list.byteLength);
    return at;
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(new SharedArrayBuffer(this.end - FIRST_ADDRESS));
    for (const { at, list } of this.lists)
      bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), at - FIRST_ADDRESS);
    return bytes;
  }
}

export function imageOf(index: BenchmarkIndex): IndexImage {
  const { words, wholes, arrays, items } = index;
  const seeds = packSeeds(index);
  const bits = seedBits(index);
  const space = new ImageSpace();
  const addresses = [
    items.length,
    space.put(seeds.table),
    seeds.table.length - 1,
    space.put(seedRarities(index)),
    space.put(seeds.items),
    seeds.items.length,
    seeds.check,
    space.put(bits),
    bits.length / 2 - 1,
    space.put(arrays.seedSums),
    space.put(words.table),
    maskOf(words),
    space.put(words.begins),
    space.put(words.items),
    space.put(arrays.wordWeights),
    space.put(wholes.table),
    maskOf(wholes),
    items.reduce((most, _, item) => Math.max(most, index.tokensOf(item).length), 0),
    space.put(arrays.bagSums),
    space.put(bagRoots(arrays.bagSums)),
    space.put(wordTable()),
    space.put(commandTable()),
    space.put(classesOfBytes()),
    signTokens('%')[0]?.hash ?? 0,
    ...layItems(space, index),
  ];
  return { bytes: space.bytes(), addresses, items: items.length, unknownWord: index.weightOfList(-1) };
}

function maskOf({ table }: Postings): number {
  return table.length / 2 - 1;
}

interface PackedSeeds {
  /** Open-addressed, 0 where it is free: a part of the hash in the bits of `check`, where its list begins in the others. */
  table: Uint32Array;
  check: number;
  /** Lists, each behind its length and a place for where it voted last. */
  items: Uint32Array;
}

/** The seeds that vote, in as few bytes as can be: most of them are then in the processor's cache. */
function packSeeds({ seeds, arrays: { seedRarities } }: BenchmarkIndex): PackedSeeds {
  const lists = seeds.items.length + 2 * seedRarities.length + 1;
  const items = new Uint32Array(lists);
  const begins = new Uint32Array(seedRarities.length);
  let end = 1; // an entry is never 0
  let voting = 0;
  for (let list = 0; list < begins.length; list++) {
    if (seedRarities[list] === 0) continue;
    begins[list] = end;
    items[end] = sizeOf(seeds, list);
    end += 2;
    const last = seeds.begins[list + 1] ?? 0;
    for (let at = seeds.begins[list] ?? 0; at < last; at++) items[end++] = seeds.items[at] ?? 0;
    voting++;
  }
  const placeBits = Math.max(4, Math.ceil(Math.log2(voting * 2 + 1)));
  const table = new Uint32Array(2 ** placeBits);
  const check = (-(2 ** Math.ceil(Math.log2(lists + 1))) | 0) >>> 0;
  for (let at = 0; at < seeds.table.length; at += 2) {
    const hash = seeds.table[at] ?? 0;
    const list = seeds.table[at + 1] ?? NO_LIST;
    const begin = list === NO_LIST ? 0 : (begins[list] ?? 0);
    if (begin === 0) continue;
    let place = Math.imul(hash, PLACE_FACTOR) >>> (32 - placeBits);
    while (table[place] !== 0) place = (place + 1) & (table.length - 1);
    table[place] = (hash & check) | begin;
  }
  return { table, check, items: items.subarray(0, end) };
}

/** Votes of a seed by how many items have it, in whole numbers, rounded up. */
function seedRarities({ seeds, arrays: { seedRarities: rarities } }: BenchmarkIndex): Uint32Array {
  const votes: number[] = [0];
  for (let list = 0; list < rarities.length; list++) {
    const rarity = rarities[list] ?? 0;
    if (rarity > 0) votes[sizeOf(seeds, list)] = Math.ceil(rarity * VOTES_SCALE);
  }
  return Uint32Array.from(votes, (vote = 0) => vote);
}

/** Square roots of what the items' words weigh, with some beyond them; that of an item without words is too high for any text. */
function bagRoots(sums: Float64Array): Float32Array {
  const roots = new Float32Array(sums.length + LANES).fill(Infinity);
  for (const [item, sum] of sums.entries()) if (sum > 0) roots[item] = Math.sqrt(sum) * (1 - COARSE);
  return roots;
}

/** Bits for each seed. */
const BITS_A_SEED = 10;

/**
 * A Bloom filter, by which most grams of a text are told to be no seeds that vote: each of these has two bits, of one word of 64
 * that its hash chooses (Putze, Sanders and Singler 2007). Words as two halves.
 */
function seedBits({ seeds: { table, items }, arrays: { seedRarities } }: BenchmarkIndex): Uint32Array {
  const words = 2 ** Math.max(4, Math.ceil(Math.log2((items.length * BITS_A_SEED) / 64)));
  const bits = new Uint32Array(words * 2);
  for (let place = 0; place < table.length; place += 2) {
    const list = table[place + 1] ?? NO_LIST;
    if (list === NO_LIST || seedRarities[list] === 0) continue;
    const hash = table[place] ?? 0;
    const word = (hash & (words - 1)) * 2;
    for (const bit of [hash >>> 26, (hash >>> 20) & 63]) {
      const half = word + (bit >> 5);
      bits[half] = (bits[half] ?? 0) | (1 << (bit & 31));
    }
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
