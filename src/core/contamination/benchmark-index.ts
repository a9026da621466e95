import { bagOf, itemGrams, wholeHash } from './features';
import { listOf, makePostings, NO_LIST, sizeOf } from './hash-table';
import type { Postings } from './hash-table';
import { KIND } from './tokens';
import type { Tokens } from './tokens';
import { tokenise } from './tokenise';

/** One question of a benchmark. */
export interface BenchmarkItem {
  /** Which of the benchmarks, from 0. */
  benchmark: number;
  /** 0-based, in the benchmark's file. */
  row: number;
  /** Its id where it has one, else its row from 1. */
  id: string;
  text: string;
  answer: string | null;
}

/** Flat arrays of an index, each by its name: what is written to a file, and shared between threads. */
export interface IndexArrays {
  seedTable: Uint32Array;
  seedBegins: Uint32Array;
  seedItems: Uint32Array;
  wordTable: Uint32Array;
  wordBegins: Uint32Array;
  wordItems: Uint32Array;
  wholeTable: Uint32Array;
  wholeBegins: Uint32Array;
  wholeItems: Uint32Array;
  /** Of each list of seeds, how rare it is, and 0 for those that are too common to tell anything. */
  seedRarities: Float64Array;
  seedFilter: Uint32Array;
  wordWeights: Float64Array;
  /** Sum of the rarity of an item's seeds. */
  seedSums: Float64Array;
  /** Sum of the weights of an item's words and numbers. */
  bagSums: Float64Array;
}

/** Benchmarks as they are looked up: seeds, words, and whole texts by hash. */
export class BenchmarkIndex {
  readonly items: BenchmarkItem[];
  readonly arrays: IndexArrays;
  readonly seeds: Postings;
  readonly words: Postings;
  readonly wholes: Postings;
  private readonly unknownWord: number;
  private readonly tokens = new Map<number, Tokens>();
  private readonly read: (text: string) => Tokens;

  /** `read`: how texts become tokens, where the words of a template are left out. */
  constructor(items: BenchmarkItem[], arrays: IndexArrays, read: (text: string) => Tokens = tokenise) {
    this.items = items;
    this.read = read;
    this.arrays = arrays;
    this.seeds = { table: arrays.seedTable, begins: arrays.seedBegins, items: arrays.seedItems };
    this.words = { table: arrays.wordTable, begins: arrays.wordBegins, items: arrays.wordItems };
    this.wholes = { table: arrays.wholeTable, begins: arrays.wholeBegins, items: arrays.wholeItems };
    this.unknownWord = Math.min(RAREST, rarityOf(items.length, 0));
  }

  tokensOf(item: number): Tokens {
    const known = this.tokens.get(item);
    if (known) return known;
    const made = this.read(beginning(this.items[item]?.text ?? ''));
    this.tokens.set(item, made);
    return made;
  }

  /** What a word or number weighs in the comparison of bags; a word that no item has is as rare as can be. */
  wordWeight(hash: number): number {
    return this.weightOfList(listOf(this.words, hash));
  }

  /** The same for the number of the word's list; -1 for a word that no item has. */
  weightOfList(list: number): number {
    return list < 0 ? this.unknownWord : (this.arrays.wordWeights[list] ?? 0);
  }
}

/** A question is no longer; of a text that is, its beginning counts. In UTF-16 units. */
const LONGEST_TEXT = 100_000;

function beginning(text: string): string {
  return text.slice(0, LONGEST_TEXT);
}

/** Seeds that more items have do not vote. */
const COMMONEST_SEED = 12;

function valuesOfLists({ begins }: Postings, valueOf: (list: number) => number): Float64Array {
  const values = new Float64Array(begins.length - 1);
  for (let list = 0; list < values.length; list++) values[list] = valueOf(list);
  return values;
}

const FILTER_BITS = 21;

/** A bit for each hash that a table may have: most hashes of a text are turned away by it, and it fits in the processor's cache. */
function filterOf({ table }: Postings): Uint32Array {
  const filter = new Uint32Array(1 << (FILTER_BITS - 5));
  for (let place = 0; place < table.length; place += 2) {
    if (table[place + 1] === NO_LIST) continue;
    const bit = (table[place] ?? 0) >>> (32 - FILTER_BITS);
    filter[bit >> 5] = (filter[bit >> 5] ?? 0) | (1 << (bit & 31));
  }
  return filter;
}

/** Whether a hash may be in the table of a filter. */
export function mayHave(filter: Uint32Array, hash: number): boolean {
  const bit = hash >>> (32 - FILTER_BITS);
  return ((filter[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

/** The rarest word weighs no more. */
const RAREST = 6;

/** In fewer items any word looks rare or common by chance: they are weighed as if others without it stood beside them. */
const FEWEST_ITEMS = 300;

/** So many items, and half of all, have no word by chance: it is one of a template around them. */
const FEWEST_OF_TEMPLATE = 5;

function rarityOf(items: number, having: number): number {
  const isTemplate = having >= FEWEST_OF_TEMPLATE && having >= items / 2;
  const all = isTemplate ? items : Math.max(FEWEST_ITEMS, items);
  return Math.log((all + 1) / Math.max(1, having));
}

/** `read`: how texts become tokens. */
export function buildIndex(
  items: BenchmarkItem[],
  read: (text: string) => Tokens = tokenise,
): BenchmarkIndex {
  const [seeds, words, wholes] = [new PairList(), new PairList(), new PairList()];
  for (const [number, { text }] of items.entries()) {
    const tokens = read(beginning(text));
    if (tokens.length === 0) continue;
    for (const hash of new Set(itemGrams(tokens))) seeds.add(hash, number);
    for (const hash of bagOf(tokens).keys()) words.add(hash, number);
    wholes.add(wholeHash(tokens), number);
  }
  const [bySeed, byWord, byWhole] = [seeds.postings(), words.postings(), wholes.postings()];
  /** 0 when all items have it. */
  const rarityOfList = (postings: Postings, list: number) => rarityOf(items.length, sizeOf(postings, list));
  const arrays: IndexArrays = {
    seedTable: bySeed.table,
    seedBegins: bySeed.begins,
    seedItems: bySeed.items,
    wordTable: byWord.table,
    wordBegins: byWord.begins,
    wordItems: byWord.items,
    wholeTable: byWhole.table,
    wholeBegins: byWhole.begins,
    wholeItems: byWhole.items,
    seedRarities: valuesOfLists(bySeed, (list) =>
      sizeOf(bySeed, list) > COMMONEST_SEED ? 0 : rarityOfList(bySeed, list),
    ),
    seedFilter: filterOf(bySeed),
    wordWeights: valuesOfLists(byWord, (list) => Math.min(RAREST, rarityOfList(byWord, list))),
    seedSums: new Float64Array(items.length),
    bagSums: new Float64Array(items.length),
  };
  const index = new BenchmarkIndex(items, arrays, read);
  for (let list = 0; list + 1 < bySeed.begins.length; list++) {
    const rarity = rarityOfList(bySeed, list);
    for (let at = bySeed.begins[list] ?? 0; at < (bySeed.begins[list + 1] ?? 0); at++)
      addTo(arrays.seedSums, bySeed.items[at] ?? 0, rarity);
  }
  for (let number = 0; number < items.length; number++) {
    for (const [hash, share] of bagOf(index.tokensOf(number)))
      addTo(arrays.bagSums, number, share * index.wordWeight(hash));
  }
  return index;
}

function addTo(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}

class PairList {
  private readonly hashes: number[] = [];
  private readonly items: number[] = [];

  add(hash: number, item: number): void {
    this.hashes.push(hash);
    this.items.push(item);
  }

  postings(): Postings {
    return makePostings(this.hashes, this.items);
  }
}

/** What each token weighs in an alignment. */
export function alignmentWeights(
  index: BenchmarkIndex,
  { exact, kinds, length }: Pick<Tokens, 'exact' | 'kinds' | 'length'>,
): Float64Array {
  const weights = new Float64Array(length);
  for (let at = 0; at < length; at++) {
    const kind = kinds[at] ?? 0;
    weights[at] = alignmentWeight(kind, kind === KIND.content ? index.wordWeight(exact[at] ?? 0) : 0);
  }
  return weights;
}

/** Rare words weigh most; numbers are weighed by whether they are equal. */
export function alignmentWeight(kind: number, wordWeight: number): number {
  if (kind === KIND.content) return Math.max(0.5, wordWeight);
  return kind === KIND.stop ? 0.35 : kind === KIND.letter ? 0.8 : 2;
}
