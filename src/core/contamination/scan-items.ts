import { alignmentWeights } from './benchmark-index';
import type { BenchmarkIndex } from './benchmark-index';
import { bagOf, SHARES } from './features';
import { LONGEST_ITEM } from './likeness';
import { LONGEST_TEXT } from './scan-memory';
import type { ScanMemory } from './scan-memory';

/** Tokens of the longest window that an item is compared with. */
const LONGEST_WINDOW = 2 * (2 * LONGEST_ITEM + 40 + 16) + 1;
const CONTENT_SET = 8192 * 8;

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
  return [
    memory.put(beginsOf(items.map(({ length }) => length))),
    memory.put(Uint32Array.from(items.flatMap(({ exact }) => [...exact]))),
    memory.put(Uint8Array.from(items.flatMap(({ kinds }) => [...kinds]))),
    memory.put(Float64Array.from(items.flatMap(({ weights }) => [...weights]))),
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
