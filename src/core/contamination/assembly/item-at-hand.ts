// The item that is compared, as `scan-items.ts` lays it out.
import { ITEM_BEGINS, ITEM_EXACT, ITEM_KINDS, ITEM_RANKS, ITEM_WEIGHTS, tableAt } from './layout';

/** The item at hand. */
export let itemExact: usize = 0;
export let itemKinds: usize = 0;
export let itemWeights: usize = 0;
export let itemRanks: usize = 0;
export let itemLength: i32 = 0;
export let itemAtHand: u32 = 0;

export function takeItem(item: u32): void {
  itemAtHand = item;
  const begins = tableAt(ITEM_BEGINS) + (<usize>item << 2);
  const from = <usize>load<u32>(begins);
  itemLength = <i32>(load<u32>(begins, 4) - <u32>from);
  itemExact = tableAt(ITEM_EXACT) + (from << 2);
  itemKinds = tableAt(ITEM_KINDS) + from;
  itemWeights = tableAt(ITEM_WEIGHTS) + (from << 3);
  itemRanks = tableAt(ITEM_RANKS) + (from << 2);
}
