import { alignmentWeights } from './benchmark-index';
import type { BenchmarkIndex } from './benchmark-index';
import { bagOf, SHARES } from './features';
import { LONGEST_ITEM } from './likeness';
import { LONGEST_TEXT } from './scan-memory';
import type { ScanMemory } from './scan-memory';

/** Tokens of the longest window that an item is compared with. */
const LONGEST_WINDOW = 2 * (2 * LONGEST_ITEM + 40 + 16) + 1;
const CONTENT_SET = 8192 * 8;
const TEXT_BITS = 8192;

/** Lays out items as they are compared, and room to compare them in. Returns the addresses in the order of `assembly/layout.ts`. */
export function layItems(memory: ScanMemory, index: BenchmarkIndex): number[] {
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
  return [
    memory.put(begins),
    memory.put(exact),
    memory.put(kinds),
    memory.put(weights),
    memory.put(Float64Array.from(items, ({ sum }) => sum)),
    memory.put(beginsOf(items.map(({ bag }) => bag.length))),
    memory.put(Uint32Array.from(bags, ([hash]) => hash)),
    memory.put(Uint8Array.from(bags, ([, share]) => SHARES.indexOf(share))),
    memory.put(Float64Array.from(bags, ([hash, share]) => share * index.wordWeight(hash))),
    memory.allocate(16 * tableFor(LONGEST_TEXT)),
    memory.allocate((LONGEST_ITEM + 1) * (LONGEST_WINDOW + 1)),
    memory.allocate(16 * (LONGEST_WINDOW + 1)),
    memory.allocate(8 * LONGEST_ITEM),
    memory.allocate(CONTENT_SET),
    memory.allocate(4 * (LONGEST_TEXT + 1)),
    memory.allocate(TEXT_BITS),
    memory.allocate(8 * (LONGEST_TEXT + 1)), // seeds found
  ];
}

/** Places of a table for so many tokens. */
function tableFor(tokens: number): number {
  return 2 ** Math.ceil(Math.log2(2 * tokens + 2));
}

function beginsOf(lengths: number[]): Uint32Array {
  const begins = new Uint32Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) begins[at + 1] = (begins[at] ?? 0) + length;
  return begins;
}
