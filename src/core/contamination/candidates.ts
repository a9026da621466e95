import type { BenchmarkIndex } from './benchmark-index';
import { mayHave } from './benchmark-index';
import { eachGram, SHARES, wholeHash } from './features';
import { listOf, sizeOf } from './hash-table';
import { TokenSet } from './token-set';
import type { Tokens } from './tokens';

/** Words that more items have are not looked up. */
export const COMMONEST_WORD = 400;
/** Seeds with so much rarity make an item a candidate, however long it is. */
export const MANY_VOTES = 24;
/** Votes further apart than this, in tokens, do not add up; a seed that comes again nearer does not vote again. */
export const NEAR = 80;
/** Items by shared words that are looked at closely. */
const MOST_BY_WORDS = 6;
const MOST_BY_SEEDS = 8;
/** Items that share less of their words, as the cosine of both bags, are none that a text may hold. */
export const LEAST_CLOSE = 0.22;
/** A text with more tokens is no problem on its own: its words say little. */
export const LONGEST_PROBLEM = 600;

/** Items by shared words: `wordsTell` is at least so much. */
export const LEAST_TELLING = -5;
/**
 * What shared words tell of whether a look at the item is worth it: a logistic regression fitted on pairs that share words and
 * no seeds. Of: closeness, shared weight as a share of the item's and of the text's, its logarithm, and that of the lengths.
 */
export const TELLING = [-27.39, 9.82, 12.72, 7.63, 5.07, -3.07, -5.19];

function closeness(shared: number, ofItem: number, ofText: number): number {
  return shared / Math.sqrt((ofItem || 1) * (ofText || 1));
}

function wordsTell(shared: number, ofItem: number, ofText: number): number {
  const lengths = Math.log((ofItem + 5) / (ofText + 5));
  const measures = [
    1,
    closeness(shared, ofItem, ofText),
    shared / (ofItem || 1),
    shared / (ofText || 1),
    Math.log(shared + 1),
    lengths,
    Math.abs(lengths),
  ];
  return measures.reduce((sum, value, at) => sum + value * (TELLING[at] ?? 0), 0);
}

/** An item that a text may hold, and the tokens about which it does. */
export interface Candidate {
  item: number;
  at: number;
  exact: boolean;
}

/** What share of an item's seeds, and least sum of their rarities, makes it a candidate. */
export interface Channels {
  seedShare: number;
  leastVotes: number;
  byWords: boolean;
}
export const IN_PROBLEM: Channels = { seedShare: 0.12, leastVotes: 0, byWords: true };
/** A trace holds an item only when more than that is aligned: see `traceLikelihood`. */
export const IN_TRACE: Channels = { seedShare: 0.4, leastVotes: 16, byWords: false };

/** Finds benchmark items that a text may hold: the whole text, seeds, and words with numbers. */
export class CandidateFinder {
  private readonly index: BenchmarkIndex;
  private readonly votes: Float64Array;
  private readonly best: Float64Array;
  private readonly lastAt: Int32Array;
  private readonly bestAt: Int32Array;
  private readonly shared: Float64Array;
  private readonly seen = new TokenSet();
  /** Where each seed voted last: places are counted over all texts, with room between two. */
  private readonly votedAt: Float64Array;
  private passed = NEAR + 1;

  constructor(index: BenchmarkIndex) {
    this.index = index;
    const { length } = index.items;
    this.votes = new Float64Array(length);
    this.best = new Float64Array(length);
    this.lastAt = new Int32Array(length);
    this.bestAt = new Int32Array(length);
    this.shared = new Float64Array(length);
    this.votedAt = new Float64Array(index.arrays.seedRarities.length);
  }

  find(tokens: Tokens, channels: Channels): Candidate[] {
    const found = new Map<number, Candidate>();
    for (const candidate of [
      ...this.byWhole(tokens),
      ...this.bySeeds(tokens, channels),
      ...(channels.byWords && tokens.length <= LONGEST_PROBLEM ? this.byWords(tokens) : []),
    ]) {
      if (!found.has(candidate.item)) found.set(candidate.item, candidate);
    }
    return [...found.values()];
  }

  private byWhole(tokens: Tokens): Candidate[] {
    const { wholes } = this.index;
    const list = tokens.length === 0 ? -1 : listOf(wholes, wholeHash(tokens));
    const from = wholes.begins[list] ?? 0;
    return Array.from(wholes.items.subarray(from, from + Math.min(MOST_BY_SEEDS, sizeOf(wholes, list)))).map(
      (item) => ({ item, at: 0, exact: true }),
    );
  }

  private bySeeds(tokens: Tokens, { seedShare, leastVotes }: Channels): Candidate[] {
    const { seeds, arrays } = this.index;
    const { seedFilter, seedRarities } = arrays;
    const touched: number[] = [];
    eachGram(tokens, (gram, at) => {
      if (!mayHave(seedFilter, gram)) return;
      const list = listOf(seeds, gram);
      const rarity = list < 0 ? 0 : (seedRarities[list] ?? 0);
      if (rarity === 0 || this.passed + at - (this.votedAt[list] ?? 0) <= NEAR) return;
      this.votedAt[list] = this.passed + at;
      const last = seeds.begins[list + 1] ?? 0;
      for (let place = seeds.begins[list] ?? 0; place < last; place++)
        this.vote(seeds.items[place] ?? 0, at, rarity, touched);
    });
    this.passed += tokens.length + NEAR + 1;
    if (touched.length === 0) return [];
    const isLikely = (item: number) => {
      const votes = this.best[item] ?? 0;
      if (votes < leastVotes) return false;
      return votes / (arrays.seedSums[item] || 1) >= seedShare || votes >= MANY_VOTES;
    };
    const likely = touched
      .filter(isLikely)
      .sort((a, b) => (this.best[b] ?? 0) - (this.best[a] ?? 0))
      .slice(0, MOST_BY_SEEDS)
      .map((item) => ({ item, at: this.bestAt[item] ?? 0, exact: false }));
    for (const item of touched) {
      this.votes[item] = 0;
      this.best[item] = 0;
    }
    return likely;
  }

  private vote(item: number, at: number, rarity: number, touched: number[]): void {
    if (this.best[item] === 0) touched.push(item);
    const near = at - (this.lastAt[item] ?? 0) <= NEAR;
    const votes = (near ? (this.votes[item] ?? 0) : 0) + rarity;
    this.votes[item] = votes;
    this.lastAt[item] = at;
    if (votes <= (this.best[item] ?? 0)) return;
    this.best[item] = votes;
    this.bestAt[item] = at;
  }

  private byWords({ exact, kinds, length }: Tokens): Candidate[] {
    const { words, arrays } = this.index;
    const touched: number[] = [];
    let whole = 0;
    this.seen.start(length);
    for (let at = 0; at < length; at++) {
      const [token, share] = [exact[at] ?? 0, SHARES[kinds[at] ?? 0] ?? 0];
      if (share === 0 || !this.seen.add(token)) continue;
      const list = listOf(words, token);
      const weight = share * this.index.weightOfList(list);
      whole += weight;
      if (list < 0) continue;
      const from = words.begins[list] ?? 0;
      const last = words.begins[list + 1] ?? 0;
      if (last - from > COMMONEST_WORD) continue;
      for (let place = from; place < last; place++) {
        const item = words.items[place] ?? 0;
        if (this.shared[item] === 0) touched.push(item);
        this.shared[item] = (this.shared[item] ?? 0) + weight;
      }
    }
    const likely = touched
      .map((item) => ({ item, close: closeness(this.shared[item] ?? 0, arrays.bagSums[item] ?? 0, whole) }))
      .filter(({ close }) => close >= LEAST_CLOSE)
      .filter(
        ({ item }) => wordsTell(this.shared[item] ?? 0, arrays.bagSums[item] ?? 0, whole) >= LEAST_TELLING,
      )
      .sort((a, b) => b.close - a.close)
      .slice(0, MOST_BY_WORDS)
      .map(({ item }) => ({ item, at: length >> 1, exact: false }));
    for (const item of touched) this.shared[item] = 0;
    return likely;
  }
}
