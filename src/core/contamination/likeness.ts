import { align } from './align';
import type { AlignedPair } from './align';
import { alignmentWeights } from './benchmark-index';
import type { BenchmarkIndex } from './benchmark-index';
import type { Candidate } from './candidates';
import { LONGEST_PROBLEM } from './candidates';
import { bagOf } from './features';
import { KIND } from './tokens';
import type { Tokens } from './tokens';
import { WindowTokens } from './window-tokens';
import type { Reachable } from './window-tokens';

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

/** What is known of a likeness before anything is aligned: the most that the alignment can come to, and the rest of it. */
export type LikenessBound = Reachable & Shared & Pick<Likeness, 'shareOfRow' | 'itemLength' | 'rowLength'>;

type Shared = Pick<
  Likeness,
  'bagOfItem' | 'bagOfRow' | 'numbers' | 'numbersOfRow' | 'numberWeight' | 'contentWeight'
>;

/** Items as they are compared, kept from row to row: the same ones come up again and again. */
export class Comparer {
  private readonly index: BenchmarkIndex;
  private readonly known = new Map<number, ComparedItem>();
  private readonly tokens = new WindowTokens();
  private window: RowWindow | null = null;

  constructor(index: BenchmarkIndex) {
    this.index = index;
  }

  /** How much a candidate and a text have in common; null when what they can have at most is not worth an alignment. */
  compare(
    { item: number, at, exact }: Candidate,
    row: Tokens,
    isWorth: (most: LikenessBound) => boolean = () => true,
  ): Likeness | null {
    const item = this.itemOf(number);
    const window = this.windowOf(row, item, at);
    const { from, to, sum } = window;
    const reach = this.tokens.reach(item.tokens, item.weights, item.sum);
    const bags = this.shared(item.bag, window);
    const lengths = { itemLength: item.tokens.length, rowLength: row.length };
    const most = { ...reach, ...bags, ...lengths, shareOfRow: Math.min(1, reach.best / (sum || 1)) };
    if (!exact && !isWorth(most)) return null;
    const { score, pairs } = align(item.tokens, item.weights, row, { from, to });
    return {
      pairs,
      best: score,
      share: score / (item.sum || 1),
      shareOfRow: score / (sum || 1),
      ...measurePairs(pairs, item),
      ...bags,
      ...lengths,
      exact,
    };
  }

  private itemOf(number: number): ComparedItem {
    const known = this.known.get(number);
    if (known) return known;
    const all = this.index.tokensOf(number);
    const tokens = slice(all, 0, Math.min(all.length, LONGEST_ITEM));
    const weights = alignmentWeights(this.index, tokens);
    const made = { tokens, weights, sum: sumOf(weights), bag: this.bagOf(tokens) };
    this.known.set(number, made);
    return made;
  }

  /** The part of the row that is compared: all of it, or so much about `at` as the item may take. */
  private windowOf(row: Tokens, item: ComparedItem, at: number): RowWindow {
    const reach = item.tokens.length * 2 + 40;
    const whole = row.length <= LONGEST_PROBLEM;
    const from = whole ? 0 : Math.max(0, at - reach);
    const to = whole ? row.length : Math.min(row.length, at + reach);
    const last = this.window;
    if (last?.row === row && last.from === from && last.to === to) return last;
    this.tokens.take(row, from, to);
    const tokens = slice(row, from, to);
    const sum = sumOf(alignmentWeights(this.index, tokens));
    this.window = { row, from, to, sum, bag: this.bagOf(tokens) };
    return this.window;
  }

  private bagOf(tokens: Tokens): WeighedBag {
    const shares = bagOf(tokens);
    let [sum, numbers] = [0, 0];
    for (const [hash, share] of shares) {
      sum += share * this.index.wordWeight(hash);
      if (share === NUMBER_SHARE) numbers++;
    }
    return { shares, sum, numbers };
  }

  private shared(item: WeighedBag, { bag: row }: RowWindow): Shared {
    let [common, sharedNumbers, numberWeight, contentWeight] = [0, 0, 0, 0];
    for (const [hash, share] of item.shares) {
      if (!row.shares.has(hash)) continue;
      const weight = share * this.index.wordWeight(hash);
      common += weight;
      if (share === 1) contentWeight += weight;
      if (share !== NUMBER_SHARE) continue;
      sharedNumbers++;
      numberWeight += weight;
    }
    return {
      bagOfItem: common / (item.sum || 1),
      bagOfRow: common / (row.sum || 1),
      numbers: item.numbers === 0 ? 1 : sharedNumbers / item.numbers,
      numbersOfRow: row.numbers === 0 ? 1 : sharedNumbers / row.numbers,
      numberWeight,
      contentWeight,
    };
  }
}

const NUMBER_SHARE = 0.7;

/** Words, letters and numbers with what each kind counts; the sum of their weights, and how many numbers. */
interface WeighedBag {
  shares: Map<number, number>;
  sum: number;
  numbers: number;
}

interface ComparedItem {
  tokens: Tokens;
  weights: Float64Array;
  sum: number;
  bag: WeighedBag;
}

interface RowWindow {
  row: Tokens;
  from: number;
  to: number;
  /** Of the weights of its tokens. */
  sum: number;
  bag: WeighedBag;
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
