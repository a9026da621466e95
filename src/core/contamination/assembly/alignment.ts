// The alignment of an item with the window, as `align.ts` has it.
import { itemExact, itemKinds, itemLength, itemWeights } from './item-at-hand';
import { GAP, LINES, MISMATCH, OTHER_NUMBER, PAIRS, STEPS, limitAt, tableAt } from './layout';
import { exact, kinds, windowFrom, windowTo } from './text-window';
import { NUMBER } from './tokenise';

let bestI: i32 = 0;
let bestJ: i32 = 0;

/** Returns the score. The step of each place lies in STEPS, the scores of two lines in LINES. */
export function align(): f64 {
  const gap = limitAt(GAP);
  const miss = -limitAt(MISMATCH);
  const otherNumber = limitAt(OTHER_NUMBER);
  const width = windowTo - windowFrom;
  let above = tableAt(LINES);
  let line = above + (<usize>(width + 1) << 3);
  memory.fill(above, 0, <usize>(width + 1) << 4);
  const steps = tableAt(STEPS);
  const rowExact = exact + (<usize>windowFrom << 2);
  const rowKinds = kinds + <usize>windowFrom;
  let score: f64 = 0;
  bestI = 0;
  bestJ = 0;
  for (let i = 1; i <= itemLength; i++) {
    const token = load<i32>(itemExact + (<usize>(i - 1) << 2));
    const kind = load<u8>(itemKinds + <usize>(i - 1));
    const weight = load<f64>(itemWeights + (<usize>(i - 1) << 3));
    const other = kind == NUMBER ? otherNumber : miss;
    let place = steps + <usize>(i * (width + 1) + 1);
    let left: f64 = 0;
    let diagonal: f64 = 0;
    for (let j = 1; j <= width; j++, place++) {
      const same = load<u8>(rowKinds + <usize>(j - 1)) == kind;
      const equal = load<i32>(rowExact + (<usize>(j - 1) << 2)) == token;
      let best = diagonal + (same ? (equal ? weight : other) : miss);
      let step: u8 = 1;
      diagonal = load<f64>(above + (<usize>j << 3));
      const down = diagonal - gap;
      const right = left - gap;
      if (down > best) {
        best = down;
        step = 2;
      }
      if (right > best) {
        best = right;
        step = 3;
      }
      if (best <= 0) {
        best = 0;
        step = 0;
      }
      store<f64>(line + (<usize>j << 3), best);
      left = best;
      store<u8>(place, step);
      if (best > score) {
        score = best;
        bestI = i;
        bestJ = j;
      }
    }
    const last = above;
    above = line;
    line = last;
  }
  return score;
}

/** Pairs of places, the last first: 8 bytes each, the item's and the window's. */
export let pairs: i32 = 0;

export function follow(): void {
  const width = windowTo - windowFrom;
  const steps = tableAt(STEPS);
  const list = tableAt(PAIRS);
  let i = bestI;
  let j = bestJ;
  pairs = 0;
  while (i > 0 && j > 0) {
    const step = load<u8>(steps + <usize>(i * (width + 1) + j));
    if (step == 0) break;
    if (step == 1) {
      const sameKind = itemKindAt(i - 1) == rowKindAt(j - 1);
      const numbers = sameKind && itemKindAt(i - 1) == NUMBER;
      if (isPairEqual(i - 1, j - 1) || numbers) {
        store<i32>(list + (<usize>pairs << 3), i - 1);
        store<i32>(list + (<usize>pairs << 3), j - 1, 4);
        pairs++;
      }
    }
    if (step != 3) i--;
    if (step != 2) j--;
  }
}

// @ts-ignore: decorator
@inline
export function itemKindAt(place: i32): u8 {
  return load<u8>(itemKinds + <usize>place);
}

// @ts-ignore: decorator
@inline
function rowKindAt(place: i32): u8 {
  return load<u8>(kinds + <usize>(windowFrom + place));
}

// @ts-ignore: decorator
@inline
export function isPairEqual(inItem: i32, inRow: i32): bool {
  return (
    itemKindAt(inItem) == rowKindAt(inRow) &&
    load<i32>(itemExact + (<usize>inItem << 2)) == load<i32>(exact + (<usize>(windowFrom + inRow) << 2))
  );
}
