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
  const items = index.items.map((_, number) => itemTokens(index, number));
  const begins = beginsOf(items.map(({ length }) => length));
  const count = begins.at(-1) ?? 0;
  const [exact, kinds, weights] = [new Uint32Array(count), new Uint8Array(count), new Float64Array(count)];
  for (const [at, item] of items.entries()) {
    exact.set(item.exact, begins[at]);
    kinds.set(item.kinds, begins[at]);
    weights.set(item.weights, begins[at]);
  }
  const sums = items.map((item) => sumOf(item.weights));
  return [
    space.put(begins),
    space.put(exact),
    space.put(kinds),
    space.put(weights),
    space.put(new Float64Array(sums)),
    ...layBags(space, index, items),
    space.put(new Uint8Array(lossesOf(items, count).buffer)),
    space.put(new Float32Array(sums.map((sum) => spareOf(sum)))),
    space.put(ranksOf(items, count)),
  ];
}

type ItemTokens = Pick<Tokens, 'exact' | 'kinds' | 'length'> & { weights: Float64Array };

function itemTokens(index: BenchmarkIndex, number: number): ItemTokens {
  const { exact, kinds, length } = index.tokensOf(number);
  const kept = Math.min(length, LONGEST_ITEM);
  const tokens = { length: kept, exact: exact.subarray(0, kept), kinds: kinds.subarray(0, kept) };
  return { ...tokens, weights: alignmentWeights(index, tokens) };
}

function sumOf(weights: Float64Array): number {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return sum;
}

/** The items' different words: where those of each begin, their hashes, what their kinds count, and their weights. */
function layBags(space: ImageSpace, index: BenchmarkIndex, items: ItemTokens[]): number[] {
  const bags = items.map((tokens) => bagOf(tokens));
  const begins = beginsOf(bags.map(({ size }) => size));
  const count = begins.at(-1) ?? 0;
  const [hashes, kinds, weights] = [new Uint32Array(count), new Uint8Array(count), new Float64Array(count)];
  let at = 0;
  for (const bag of bags)
    for (const [hash, share] of bag) {
      hashes[at] = hash;
      kinds[at] = SHARES.indexOf(share);
      weights[at++] = share * index.wordWeight(hash);
    }
  return [space.put(begins), space.put(hashes), space.put(kinds), space.put(weights)];
}

/** Of each token, which one of those like it in its item it is, from 1. */
function ranksOf(items: ItemTokens[], count: number): Uint32Array {
  const ranks = new Uint32Array(count);
  let at = 0;
  for (const { exact } of items) {
    const counts = new Map<number, number>();
    for (const token of exact) {
      const rank = (counts.get(token) ?? 0) + 1;
      counts.set(token, rank);
      ranks[at++] = rank;
    }
  }
  return ranks;
}

/** Of each token of the items, the weightiest first: its slot, and what an alignment lacks where the token does not stand. 8 bytes each. */
function lossesOf(items: ItemTokens[], count: number): DataView {
  const data = new DataView(new ArrayBuffer(8 * count));
  let end = 0;
  for (const { exact, kinds, weights } of items) {
    const keys = weights.map((weight, at) => {
      const loss = kinds[at] === KIND.number ? weight - OTHER_NUMBER : weight;
      return Math.floor(loss * FINE) * TOKEN_SLOTS + ((exact[at] ?? 0) & (TOKEN_SLOTS - 1));
    });
    keys.sort();
    for (let at = keys.length - 1; at >= 0; at--) {
      const key = keys[at] ?? 0;
      data.setUint32(end, key % TOKEN_SLOTS, true);
      data.setFloat32(end + 4, Math.floor(key / TOKEN_SLOTS) / FINE, true);
      end += 8;
    }
  }
  return data;
}

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
