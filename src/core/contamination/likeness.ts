import { align } from './align';
import type { AlignedPair } from './align';
import { alignmentWeights } from './benchmark-index';
import type { BenchmarkIndex } from './benchmark-index';
import type { Candidate } from './candidates';
import { LONGEST_PROBLEM } from './candidates';
import { bagOf } from './features';
import { KIND } from './tokens';
import type { Tokens } from './tokens';

/** An item or window with more tokens is compared by its first ones. */
const LONGEST_ITEM = 600;

/** How much an item and a text have in common. Shares are from 0 to 1. */
export interface Likeness {
  pairs: AlignedPair[];
  /** The alignment's score, and as a share of what the item could reach. */
  best: number;
  share: number;
  /** The same of what the text could reach. */
  shareOfRow: number;
  /** Share of the item's weight that is aligned, numbers masked. */
  covered: number;
  /** Weight of the longest run of equal tokens, and its tokens of content and in all. */
  run: number;
  runContent: number;
  runLength: number;
  /** Shared words and numbers by weight, as a share of the item's and of the text's. */
  bagOfItem: number;
  bagOfRow: number;
  /** Share of the item's numbers that the text has; 1 when it has none. */
  numbers: number;
  /** The same of the text's numbers; and the weight of those that both have. */
  numbersOfRow: number;
  numberWeight: number;
  /** Weight of the words of content that both have. */
  contentWeight: number;
  /** Aligned numbers. */
  equalNumbers: number;
  otherNumbers: number;
  /** Different words of content that are aligned. */
  content: number;
  itemLength: number;
  rowLength: number;
  exact: boolean;
}

/** Items as they are compared, kept from row to row: the same ones come up again and again. */
export class Comparer {
  private readonly index: BenchmarkIndex;
  private readonly known = new Map<number, ComparedItem>();

  constructor(index: BenchmarkIndex) {
    this.index = index;
  }

  compare({ item: number, at, exact }: Candidate, row: Tokens): Likeness {
    const item = this.itemOf(number);
    const whole = row.length <= LONGEST_PROBLEM;
    const reach = item.tokens.length * 2 + 40;
    const window = whole
      ? { from: 0, to: row.length }
      : { from: Math.max(0, at - reach), to: Math.min(row.length, at + reach) };
    const { score, pairs } = align(item.tokens, item.weights, row, window);
    const bags = this.shared(item.bag, bagOf(slice(row, window.from, window.to)));
    return {
      pairs,
      best: score,
      share: score / (item.sum || 1),
      shareOfRow: score / (sumOf(alignmentWeights(this.index, slice(row, window.from, window.to))) || 1),
      ...measurePairs(pairs, item),
      ...bags,
      itemLength: item.tokens.length,
      rowLength: row.length,
      exact,
    };
  }

  private itemOf(number: number): ComparedItem {
    const known = this.known.get(number);
    if (known) return known;
    const all = this.index.tokensOf(number);
    const tokens = slice(all, 0, Math.min(all.length, LONGEST_ITEM));
    const weights = alignmentWeights(this.index, tokens);
    const made = { tokens, weights, sum: sumOf(weights), bag: bagOf(tokens) };
    this.known.set(number, made);
    return made;
  }

  private shared(item: Map<number, number>, row: Map<number, number>) {
    let [common, ofItem, ofRow, numbers, rowNumbers, sharedNumbers] = [0, 0, 0, 0, 0, 0];
    let [numberWeight, contentWeight] = [0, 0];
    for (const [hash, share] of item) {
      const weight = share * this.index.wordWeight(hash);
      const isShared = row.has(hash);
      ofItem += weight;
      if (share === NUMBER_SHARE) numbers++;
      if (!isShared) continue;
      common += weight;
      if (share === 1) contentWeight += weight;
      if (share !== NUMBER_SHARE) continue;
      sharedNumbers++;
      numberWeight += weight;
    }
    for (const [hash, share] of row) {
      ofRow += share * this.index.wordWeight(hash);
      if (share === NUMBER_SHARE) rowNumbers++;
    }
    return {
      bagOfItem: common / (ofItem || 1),
      bagOfRow: common / (ofRow || 1),
      numbers: numbers === 0 ? 1 : sharedNumbers / numbers,
      numbersOfRow: rowNumbers === 0 ? 1 : sharedNumbers / rowNumbers,
      numberWeight,
      contentWeight,
    };
  }
}

const NUMBER_SHARE = 0.7;

interface ComparedItem {
  tokens: Tokens;
  weights: Float64Array;
  sum: number;
  bag: Map<number, number>;
}

function measurePairs(pairs: AlignedPair[], { tokens, weights, sum }: ComparedItem) {
  let [covered, equalNumbers, otherNumbers] = [0, 0, 0];
  let run = { weight: 0, content: 0, length: 0 };
  let longest = run;
  const content = new Set<number>();
  for (const [place, pair] of pairs.entries()) {
    const [kind, weight] = [tokens.kinds[pair.item], weights[pair.item] ?? 0];
    covered += weight;
    if (kind === KIND.content) content.add(tokens.exact[pair.item] ?? 0);
    if (kind === KIND.number && pair.equal) equalNumbers++;
    if (!pair.equal) otherNumbers++;
    const before = pairs[place - 1];
    const follows = before?.item === pair.item - 1 && before.row === pair.row - 1;
    if (!pair.equal) run = { weight: 0, content: 0, length: 0 };
    else {
      const from = follows ? run : { weight: 0, content: 0, length: 0 };
      run = {
        weight: from.weight + weight,
        content: from.content + (kind === KIND.content ? 1 : 0),
        length: from.length + 1,
      };
      if (run.weight > longest.weight) longest = run;
    }
  }
  return {
    covered: covered / (sum || 1),
    equalNumbers,
    otherNumbers,
    content: content.size,
    run: longest.weight,
    runContent: longest.content,
    runLength: longest.length,
  };
}

function slice({ exact, kinds, starts, ends }: Tokens, from: number, to: number): Tokens {
  const cut = [exact, starts, ends].map((list) => list.subarray(from, to));
  const [exactCut = exact, startsCut = starts, endsCut = ends] = cut;
  return {
    length: to - from,
    exact: exactCut,
    kinds: kinds.subarray(from, to),
    starts: startsCut,
    ends: endsCut,
  };
}

function sumOf(weights: Float64Array): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}
