import { OTHER_NUMBER } from './align';
import { alignmentWeights } from './benchmark-index';
import type { BenchmarkIndex } from './benchmark-index';
import { LEAST_SHARE, LEAST_TOLD } from './decision';
import { bagOf, SHARES } from './features';
import type { ImageSpace } from './index-image';
import { LONGEST_ITEM } from './likeness';
import { SLACK, TOKEN_SLOTS } from './scan-limits';
import { KIND } from './tokens';
import type { Tokens } from './tokens';

/** Lays out items as they are compared. Returns the addresses in the order of `assembly/layout.ts`. */
export function layItems(space: ImageSpace, index: BenchmarkIndex): number[] {
  const items = index.items.map((_, number) => {
    const { exact, kinds, length } = index.tokensOf(number);
    const kept = Math.min(length, LONGEST_ITEM);
    const tokens = { length: kept, exact: exact.subarray(0, kept), kinds: kinds.subarray(0, kept) };
    const weights = alignmentWeights(index, tokens);
    return {
      ...tokens,
      weights,
      sum: weights.reduce((sum, weight) => sum + weight, 0),
      bag: [...bagOf(tokens)],
    };
  });
  const bags = items.flatMap(({ bag }) => bag);
  const begins = beginsOf(items.map(({ length }) => length));
  const [exact, kinds] = [new Uint32Array(begins.at(-1) ?? 0), new Uint8Array(begins.at(-1) ?? 0)];
  const weights = new Float64Array(exact.length);
  for (const [at, item] of items.entries()) {
    exact.set(item.exact, begins[at]);
    kinds.set(item.kinds, begins[at]);
    weights.set(item.weights, begins[at]);
  }
  const losses = lossesOf(items, exact.length);
  return [
    space.put(begins),
    space.put(exact),
    space.put(kinds),
    space.put(weights),
    space.put(Float64Array.from(items, ({ sum }) => sum)),
    space.put(beginsOf(items.map(({ bag }) => bag.length))),
    space.put(Uint32Array.from(bags, ([hash]) => hash)),
    space.put(Uint8Array.from(bags, ([, share]) => SHARES.indexOf(share))),
    space.put(Float64Array.from(bags, ([hash, share]) => share * index.wordWeight(hash))),
    space.put(new Uint8Array(losses.buffer)),
    space.put(Float32Array.from(items, ({ sum }) => spareOf(sum))),
    space.put(Uint32Array.from(items.flatMap((item) => ranksOf(item)))),
  ];
}

/** Of each token, which one of those like it in the item it is, from 1. */
function ranksOf({ exact }: Pick<Tokens, 'exact'>): number[] {
  const counts = new Map<number, number>();
  return Array.from(exact, (token) => {
    const rank = (counts.get(token) ?? 0) + 1;
    counts.set(token, rank);
    return rank;
  });
}

/** Of each token of the items, the weightiest first: its slot, and what an alignment lacks where the token does not stand. 8 bytes each. */
function lossesOf(items: Pick<ItemTokens, 'exact' | 'kinds' | 'weights'>[], tokens: number): DataView {
  const data = new DataView(new ArrayBuffer(8 * tokens));
  let end = 0;
  for (const { exact, kinds, weights } of items) {
    const keys = weights.map((weight, at) => {
      const loss = kinds[at] === KIND.number ? weight - OTHER_NUMBER : weight;
      return Math.floor(loss * FINE) * TOKEN_SLOTS + ((exact[at] ?? 0) & (TOKEN_SLOTS - 1));
    });
    for (const key of keys.sort().toReversed()) {
      data.setUint32(end, key % TOKEN_SLOTS, true);
      data.setFloat32(end + 4, Math.floor(key / TOKEN_SLOTS) / FINE, true);
      end += 8;
    }
  }
  return data;
}

type ItemTokens = Tokens & { weights: Float64Array };
/** Losses are rounded down to this part. */
const FINE = 1024;

/** What an alignment of an item with a trace may lack of the sum of its weights. A little more, since it is counted in 32 bits. */
function spareOf(sum: number): number {
  return sum - SLACK * Math.max(LEAST_TOLD, LEAST_SHARE * sum) + 1e-3 * (1 + sum);
}

function beginsOf(lengths: number[]): Uint32Array {
  const begins = new Uint32Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) begins[at + 1] = (begins[at] ?? 0) + length;
  return begins;
}
