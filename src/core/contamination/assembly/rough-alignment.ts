// The score alone of an alignment, by vector instructions.
import { itemAtHand, itemExact, itemKinds, itemLength, itemWeights } from './item-at-hand';
import { GAP, ITEM_SUMS, LINES, MISMATCH, OTHER_NUMBER, PAIRS, STEPS, limitAt, tableAt } from './layout';
import { exact, kinds, windowFrom, windowTo } from './text-window';
import { NUMBER } from './tokenise';

/** Scores of 16 bits are this much finer than whole numbers, or less where they would not fit. */
const FINEST: f64 = 256;
const MOST_SCORE: f64 = 32000;
/** Lanes of 16 bits. */
const LANES: usize = 8;

/**
 * The score alone of the alignment, a little too high for what is rounded, and where only 16 bits of two tokens are the same. Eight
 * tokens of the item at a time go along the window, each a step behind the one before it (Wozniak 1997). Ends, with 0, when the tokens
 * that are left cannot bring it to `least` any more.
 */
export function alignRoughly(least: f64): f64 {
  const fine = finenessOf();
  const gap = i16x8.splat(<i16>(limitAt(GAP) * fine));
  const miss = i16x8.splat(-<i16>(limitAt(MISMATCH) * fine));
  const otherNumber = <i16>(limitAt(OTHER_NUMBER) * fine) + 1;
  const width = <usize>(windowTo - windowFrom);
  const backwards = tableAt(STEPS);
  const numbers = backwards + ((width + 2 * LANES) << 1);
  turnWindow(backwards, numbers, width);
  const line = tableAt(LINES) + (LANES << 1);
  memory.fill(tableAt(LINES), 0, (width + 3 * LANES) << 1);
  let most = i16x8.splat(0);
  let left = load<f64>(tableAt(ITEM_SUMS) + (<usize>itemAtHand << 3));
  for (let i: usize = 0; i < <usize>itemLength; i += LANES) {
    if (<f64>highest(most) / fine + left < least) return 0;
    left -= takeLanes(i, fine, otherNumber);
    let row = backwards + ((width + LANES - 1) << 1); // where the lanes are that the window's first token is in
    let isNumber = numbers + ((width + LANES - 1) << 1);
    let left = i16x8.splat(0);
    let diagonal = i16x8.splat(0);
    for (let at = line; at < line + ((width + LANES - 1) << 1); at += 2) {
      const above = v128.load_lane<u16>(at, i8x16.shuffle(left, left, 0, 1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), 0);
      const other = v128.bitselect(laneOther, miss, v128.load(isNumber));
      const gain = v128.bitselect(laneWeights, other, i16x8.eq(v128.load(row), laneTokens));
      const best = i16x8.max_s(
        i16x8.max_s(i16x8.add_sat_s(diagonal, gain), i16x8.splat(0)),
        i16x8.sub_sat_s(i16x8.max_s(above, left), gap),
      );
      diagonal = above;
      left = best;
      most = i16x8.max_s(most, best);
      v128.store_lane<u16>(at - ((LANES - 1) << 1), best, 7);
      row -= 2;
      isNumber -= 2;
    }
  }
  return <f64>highest(most) / fine;
}

function finenessOf(): f64 {
  let sum: f64 = 0;
  for (let place = 0; place < itemLength; place++)
    sum += max(load<f64>(itemWeights + (<usize>place << 3)), limitAt(OTHER_NUMBER));
  return min(FINEST, (MOST_SCORE - <f64>(itemLength * 2)) / (sum + 1));
}

/** Half of a token; never 0, which stands for none. */
// @ts-ignore: decorator
@inline
function halfOf(token: i32): u16 {
  const half = <u16>token;
  return half == 0 ? 1 : half;
}

/** Lays out the window from its end, with room for lanes before and behind it: halves of tokens, and which are numbers. */
function turnWindow(tokens: usize, numbers: usize, width: usize): void {
  memory.fill(tokens, 0, (width + 2 * LANES) << 2);
  let place = (width + LANES - 1) << 1;
  for (let at = windowFrom; at < windowTo; at++, place -= 2) {
    store<u16>(tokens + place, halfOf(load<i32>(exact + (<usize>at << 2))));
    if (load<u8>(kinds + <usize>at) == NUMBER) store<u16>(numbers + place, 0xffff);
  }
}

/** Of eight tokens of the item: halves, what each gains where it is equal, and where it is a number and stands at another one. */
let laneTokens: v128 = i16x8.splat(0);
let laneWeights: v128 = i16x8.splat(0);
let laneOther: v128 = i16x8.splat(0);

/** Returns the sum of their weights. */
function takeLanes(from: usize, fine: f64, otherNumber: i16): f64 {
  const room = tableAt(PAIRS);
  const miss = -<i16>(limitAt(MISMATCH) * fine);
  let sum: f64 = 0;
  for (let lane: usize = 0; lane < LANES; lane++) {
    const at = from + lane;
    const held = at < <usize>itemLength;
    const isNumber = held && load<u8>(itemKinds + at) == NUMBER;
    store<u16>(room + (lane << 1), held ? halfOf(load<i32>(itemExact + (at << 2))) : 0);
    const weight: f64 = held ? load<f64>(itemWeights + (at << 3)) : 0;
    sum += weight;
    store<i16>(room + (lane << 1), held ? <i16>(weight * fine) + 1 : 0, 16);
    store<i16>(room + (lane << 1), isNumber ? otherNumber : miss, 32);
  }
  laneTokens = v128.load(room);
  laneWeights = v128.load(room, 16);
  laneOther = v128.load(room, 32);
  return sum;
}

function highest(lanes: v128): i16 {
  lanes = i16x8.max_s(lanes, i8x16.shuffle(lanes, lanes, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
  lanes = i16x8.max_s(lanes, i8x16.shuffle(lanes, lanes, 4, 5, 6, 7, 0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15));
  return <i16>max<i32>(i16x8.extract_lane_s(lanes, 0), i16x8.extract_lane_s(lanes, 1));
}
