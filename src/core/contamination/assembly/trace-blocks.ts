// Where the tokens of a trace stand, roughly: most items are told by it not to be in it.
import { ITEM_BEGINS, ITEM_LOSSES, ITEM_SPARE, TOKEN_PLACES, tableAt } from './layout';
import { exact, length, startText, windowFrom, windowTo } from './text-window';

/** The same, as a trace: most items are told not to be in it by where its tokens stand, roughly. */
export function startTrace(ofExact: usize, ofKinds: usize, ofLength: i32): void {
  startText(ofExact, ofKinds, ofLength);
  const places = tableAt(TOKEN_PLACES);
  memory.fill(places, 0, <usize>(TOKEN_SLOTS << 3));
  blockShift = LEAST_BLOCK;
  while (length >> blockShift >= 64) blockShift++;
  for (let from = 0; from < length; from += 1 << blockShift) {
    const bit = (<u64>1) << (from >> blockShift);
    const end = exact + (<usize>min(length, from + (1 << blockShift)) << 2);
    for (let at = exact + (<usize>from << 2); at < end; at += 4) {
      const slot = places + ((load<u32>(at) & (TOKEN_SLOTS - 1)) << 3);
      store<u64>(slot, load<u64>(slot) | bit);
    }
  }
}

/** A text is seen as 64 blocks of tokens at most, of 2 to this power: in which of them the tokens of each slot stand. */
const LEAST_BLOCK: i32 = 5;
const TOKEN_SLOTS: u32 = 2048;
let blockShift: i32 = 0;

/** Whether so much of an item stands in the blocks about the window that an alignment may be worth it. Its weightiest tokens come first. */
export function mayStand(item: u32): bool {
  const last = windowTo == 0 ? 0 : (windowTo - 1) >> blockShift;
  const blocks = ((<u64>-1) << (windowFrom >> blockShift)) & ((<u64>-1) >> (63 - last));
  const places = tableAt(TOKEN_PLACES);
  let left = load<f32>(tableAt(ITEM_SPARE) + (<usize>item << 2));
  const begins = tableAt(ITEM_BEGINS) + (<usize>item << 2);
  const losses = tableAt(ITEM_LOSSES);
  const end = losses + (<usize>load<u32>(begins, 4) << 3);
  for (let at = losses + (<usize>load<u32>(begins) << 3); at < end; at += 8) {
    if ((load<u64>(places + (<usize>load<u32>(at) << 3)) & blocks) != 0) continue;
    left -= load<f32>(at, 4);
    if (left < 0) return false;
  }
  return true;
}
