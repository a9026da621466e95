import { align, OTHER_NUMBER } from './align';
import type { AlignedPair } from './align';
import { alignmentWeights } from './benchmark-index';
import type { BenchmarkIndex } from './benchmark-index';
import type { Candidate } from './candidates';
import { LONGEST_PROBLEM } from './candidates';
import { bagOf, SHARES } from './features';
import { RowWindow } from './row-window';
import { KIND } from './tokens';
import type { Tokens } from './tokens';

/** An item or window with more tokens is compared by its first ones. */
export const LONGEST_ITEM = 600;

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

/** What an alignment of an item with a window can come to at most: what both have, in whatever order it stands. */
type Reachable = Pick<Likeness, 'best' | 'share' | 'covered' | 'content'>;

type Shared = Pick<
  Likeness,
  'bagOfItem' | 'bagOfRow' | 'numbers' | 'numbersOfRow' | 'numberWeight' | 'contentWeight'
>;

/** What is known of a likeness before anything is aligned: the most that the alignment can come to, and the rest of it. */
export type LikenessBound = Reachable & Shared & Pick<Likeness, 'shareOfRow' | 'itemLength' | 'rowLength'>;

/** Items as they are compared, kept from row to row: the same ones come up again and again. */
export class Comparer {
  private readonly index: BenchmarkIndex;
  private readonly known = new Map<number, ComparedItem>();
  private readonly window: RowWindow;

  constructor(index: BenchmarkIndex) {
    this.index = index;
    this.window = new RowWindow(index);
  }

  /** Another text comes. */
  start(): void {
    this.window.forget();
  }

  /** How much a candidate and the text can have in common at most. */
  bound({ item: number, at }: Candidate, row: Tokens): LikenessBound {
    const item = this.itemOf(number);
    const { window } = this;
    const reach = item.tokens.length * 2 + 40;
    if (row.length <= LONGEST_PROBLEM) window.take(row, 0, row.length);
    else window.take(row, Math.max(0, at - reach), Math.min(row.length, at + reach));
    const most = reachOf(item, window);
    return {
      ...most,
      ...sharedBy(item, window),
      itemLength: item.tokens.length,
      rowLength: row.length,
      shareOfRow: Math.min(1, most.best / (window.sum || 1)),
    };
  }

  /** How much they have in common. `bound` is that of the same candidate and text, asked for last. */
  compare({ item: number, exact }: Candidate, row: Tokens, bound: LikenessBound): Likeness {
    const item = this.itemOf(number);
    const { score, pairs } = align(item.tokens, item.weights, row, this.window);
    return {
      ...bound,
      pairs,
      best: score,
      share: score / (item.sum || 1),
      shareOfRow: score / (this.window.sum || 1),
      ...measurePairs(pairs, item),
      exact,
    };
  }

  private itemOf(number: number): ComparedItem {
    const known = this.known.get(number);
    if (known) return known;
    const all = this.index.tokensOf(number);
    const tokens = beginning(all, Math.min(all.length, LONGEST_ITEM));
    const weights = alignmentWeights(this.index, tokens);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const made = { tokens, weights, sum, ...this.bagOf(tokens) };
    this.known.set(number, made);
    return made;
  }

  private bagOf(tokens: Tokens): ItemBag {
    const shares = [...bagOf(tokens)];
    const weights = Float64Array.from(shares, ([hash, share]) => share * this.index.wordWeight(hash));
    return {
      bag: Uint32Array.from(shares, ([hash]) => hash),
      bagShares: Float64Array.from(shares, ([, share]) => share),
      bagWeights: weights,
      bagSum: weights.reduce((total, weight) => total + weight, 0),
      bagNumbers: shares.filter(([, share]) => share === NUMBER_SHARE).length,
    };
  }
}

function reachOf(
  { tokens: { exact, kinds, length }, weights, sum }: ComparedItem,
  window: RowWindow,
): Reachable {
  let best = 0;
  let covered = 0;
  let content = 0;
  for (let at = 0; at < length; at++) {
    const weight = weights[at] ?? 0;
    if (window.has(exact[at] ?? 0)) {
      best += weight;
      covered += weight;
      if (kinds[at] === KIND.content) content++;
    } else if (kinds[at] === KIND.number && window.hasNumber) {
      best += OTHER_NUMBER;
      covered += weight;
    }
  }
  return { best, covered: covered / (sum || 1), share: best / (sum || 1), content };
}

function sharedBy(item: ComparedItem, row: RowWindow): Shared {
  let common = 0;
  let numbers = 0;
  let numberWeight = 0;
  let contentWeight = 0;
  for (let at = 0; at < item.bag.length; at++) {
    if (!row.has(item.bag[at] ?? 0)) continue;
    const weight = item.bagWeights[at] ?? 0;
    const share = item.bagShares[at] ?? 0;
    common += weight;
    if (share === 1) contentWeight += weight;
    if (share !== NUMBER_SHARE) continue;
    numbers++;
    numberWeight += weight;
  }
  return {
    bagOfItem: common / (item.bagSum || 1),
    bagOfRow: common / (row.bagSum || 1),
    numbers: item.bagNumbers === 0 ? 1 : numbers / item.bagNumbers,
    numbersOfRow: row.bagNumbers === 0 ? 1 : numbers / row.bagNumbers,
    numberWeight,
    contentWeight,
  };
}

const NUMBER_SHARE = SHARES[KIND.number];

/** The different words, letters and numbers of an item: hashes, what each kind counts, weights. */
interface ItemBag {
  bag: Uint32Array;
  bagShares: Float64Array;
  bagWeights: Float64Array;
  bagSum: number;
  bagNumbers: number;
}

interface ComparedItem extends ItemBag {
  tokens: Tokens;
  weights: Float64Array;
  sum: number;
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

function beginning({ exact, kinds, starts, ends }: Tokens, length: number): Tokens {
  const [exactCut, startsCut, endsCut] = [exact, starts, ends].map((list) => list.subarray(0, length)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  return { length, exact: exactCut, kinds: kinds.subarray(0, length), starts: startsCut, ends: endsCut };
}
