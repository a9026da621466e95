// What a text and an item have in common, as `likeness.ts` has it, and what `decision.ts` makes of that.
import { listOf } from './hashes';
import {
  BEFORE, BIAS, CONTENT_SET, CONTENT_WEIGHT, GAP, INSIDE_LENGTH, INSIDE_SHARE, ITEM_BAG, ITEM_BAG_BEGINS, ITEM_BAG_KINDS,
  ITEM_BAG_WEIGHTS, ITEM_BEGINS, ITEM_EXACT, ITEM_KINDS, ITEM_LOSSES, ITEM_SPARE, ITEM_SUMS, ITEM_WEIGHTS, LEAST_SUM, LETTER_SHARE, LETTER_WEIGHT, LINES,
  LONGEST_PROBLEM, MISMATCH, NUMBER_SHARE, NUMBER_WEIGHT, OTHER_NUMBER, PAIRS, RAREST, STEPS, STOP_WEIGHT, TOLD, TOLD_CONTENT,
  TOKEN_PLACES, TOKENS_SEEN, TOLD_SHARE, WEIGHTS, WINDOW_SET, WORD_MASK, WORD_TABLE, WORD_WEIGHTS, limitAt, tableAt,
} from './layout';
import { NUMBER, STOP } from './tokenise';

const CONTENT: u8 = 0;
/** Places of the set of words that are aligned, 8 bytes each: a token and a stamp. */
const SET_MASK: u32 = 8191;
/** A trace is seen whole here, but compared without what stands between its steps: an item may lie a little further off. */
const FURTHER: i32 = 16;

let exact: usize = 0;
let kinds: usize = 0;
let length: i32 = 0;

let windowFrom: i32 = 0;
let windowTo: i32 = 0;
let windowKnown: bool = false;
let stamp: u32 = 0;
let hasNumber: bool = false;
let windowSum: f64 = 0;
let windowBag: f64 = 0;
let windowNumbers: i32 = 0;

/** The item at hand. */
let itemExact: usize = 0;
let itemKinds: usize = 0;
let itemWeights: usize = 0;
let itemLength: i32 = 0;
let itemAtHand: u32 = 0;

/** Another text comes. */
export function startText(ofExact: usize, ofKinds: usize, ofLength: i32): void {
  exact = ofExact;
  kinds = ofKinds;
  length = ofLength;
  windowKnown = false;
  chained = false;
}

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
function mayStand(item: u32): bool {
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

let chained: bool = false;

function takeItem(item: u32): void {
  itemAtHand = item;
  const begins = tableAt(ITEM_BEGINS) + (<usize>item << 2);
  const from = <usize>load<u32>(begins);
  itemLength = <i32>(load<u32>(begins, 4) - <u32>from);
  itemExact = tableAt(ITEM_EXACT) + (from << 2);
  itemKinds = tableAt(ITEM_KINDS) + from;
  itemWeights = tableAt(ITEM_WEIGHTS) + (from << 3);
}

/** The entry of a token in the table of the text's tokens; 0 when it has none. An entry: token, stamp, where it stands last. */
// @ts-ignore: decorator
@inline
function entryOf(token: i32): usize {
  let place = <u32>(token ^ (token >>> 15)) & tokenMask;
  let entry = tokenTable + (<usize>place << 4);
  while (load<u32>(entry, 4) == stamp) {
    if (load<i32>(entry) == token) return entry;
    place = (place + 1) & tokenMask;
    entry = tokenTable + (<usize>place << 4);
  }
  freeEntry = entry;
  return 0;
}

let freeEntry: usize = 0;
let tokenTable: usize = 0;
let tokenMask: u32 = 0;
/** Of each place of the text: where the same token stands before it; -1 when it does not. */
let before: usize = 0;

/** Takes in where the text's tokens stand. */
function chainTokens(): void {
  chained = true;
  tokenTable = tableAt(WINDOW_SET);
  before = tableAt(BEFORE);
  tokenMask = 255;
  while (tokenMask < <u32>length * 2) tokenMask = tokenMask * 2 + 1;
  stamp++;
  hasNumber = false;
  for (let place = 0; place < length; place++) {
    const token = load<i32>(exact + (<usize>place << 2));
    if (load<u8>(kinds + <usize>place) == NUMBER) hasNumber = true;
    let entry = entryOf(token);
    if (entry == 0) {
      entry = freeEntry;
      store<i32>(entry, token);
      store<u32>(entry, stamp, 4);
      store<i32>(entry, -1, 8);
    }
    store<i32>(before + (<usize>place << 2), load<i32>(entry, 8));
    store<i32>(entry, place, 8);
  }
}

/** Whether a token stands in the window. */
// @ts-ignore: decorator
@inline
function isInWindow(token: i32): bool {
  const entry = entryOf(token);
  if (entry == 0) return false;
  let place = load<i32>(entry, 8);
  while (place >= windowTo) place = load<i32>(before + (<usize>place << 2));
  return place >= windowFrom;
}

/** Takes the part of the text that an item is compared with. Returns whether it is another one than before. */
function takeWindow(at: i32, further: i32): bool {
  const reach = itemLength * 2 + 40 + further;
  const whole = length <= <i32>tableAt(LONGEST_PROBLEM);
  const from = whole ? 0 : max(0, at - reach);
  const to = whole ? length : min(length, at + reach);
  if (windowKnown && windowFrom == from && windowTo == to) return false;
  windowKnown = true;
  windowFrom = from;
  windowTo = to;
  return true;
}

function sumWindow(): void {
  windowSum = 0;
  windowBag = 0;
  windowNumbers = 0;
  for (let place = windowFrom; place < windowTo; place++) {
    const isNew = load<i32>(before + (<usize>place << 2)) < windowFrom;
    addSums(load<i32>(exact + (<usize>place << 2)), load<u8>(kinds + <usize>place), isNew);
  }
}

function addSums(token: i32, kind: u8, isNew: bool): void {
  const weight: f64 = isNew || kind == CONTENT ? wordWeight(token) : 0;
  windowSum +=
    kind == CONTENT
      ? max(limitAt(CONTENT_WEIGHT), weight)
      : limitAt(kind == STOP ? STOP_WEIGHT : kind == NUMBER ? NUMBER_WEIGHT : LETTER_WEIGHT);
  if (!isNew || kind == STOP) return;
  windowBag += weight * (kind == CONTENT ? 1 : limitAt(kind == NUMBER ? NUMBER_SHARE : LETTER_SHARE));
  if (kind == NUMBER) windowNumbers++;
}

function wordWeight(token: i32): f64 {
  const list = listOf(tableAt(WORD_TABLE), <u32>tableAt(WORD_MASK), token);
  return list < 0 ? limitAt(RAREST) : load<f64>(tableAt(WORD_WEIGHTS) + (<usize>list << 3));
}

/** Whether the text as a trace holds the item, by what `traceLikelihood` asks for but the numbers. */
export function isInTrace(item: u32, at: i32): bool {
  takeItem(item);
  takeWindow(at, FURTHER);
  if (!mayStand(item)) return false;
  const sum = load<f64>(tableAt(ITEM_SUMS) + (<usize>item << 3));
  const least = max(limitAt(TOLD), limitAt(TOLD_SHARE) * (sum == 0 ? 1 : sum));
  if (!reaches(sum, least)) return false;
  alignRoughly(least);
  if (score < least) return false;
  align();
  if (score < least) return false;
  follow();
  measurePairs();
  return content >= limitAt(TOLD_CONTENT);
}

/** Whether the text as a problem holds the item, by the score that `likelihood` gives. */
export function scoresAsProblem(item: u32, at: i32): bool {
  takeItem(item);
  if (!chained) chainTokens();
  if (takeWindow(at, 0)) sumWindow();
  const known = load<f64>(tableAt(ITEM_SUMS) + (<usize>item << 3));
  const sum = known == 0 ? 1 : known;
  const inside = limitAt(INSIDE_SHARE) * sum;
  shareBags(item);
  reach();
  const leastSum = limitAt(LEAST_SUM) - limitAt(WEIGHTS + 7);
  if (score < inside && decisionSum(sum) < leastSum) return false;
  alignRoughly(0);
  runWeight = score;
  if (score < inside && decisionSum(sum) < leastSum) return false;
  align();
  follow();
  measurePairs();
  if (score >= inside && otherNumbers == 0 && <f64>itemLength >= limitAt(INSIDE_LENGTH)) return true;
  return decisionSum(sum) >= limitAt(LEAST_SUM);
}

/** A byte for each part of a token: whether one with it stands in the window. */
const SEEN_SLOTS: u32 = 8192;

/** Whether an alignment with a trace can come to so much, and has the words that it needs: by the tokens of the window, but for few. */
function reaches(sum: f64, least: f64): bool {
  const seen = tableAt(TOKENS_SEEN);
  memory.fill(seen, 0, <usize>SEEN_SLOTS);
  let numbers: u32 = 0;
  for (let place = <usize>windowFrom; place < <usize>windowTo; place++) {
    store<u8>(seen + <usize>(load<u32>(exact + (place << 2)) & (SEEN_SLOTS - 1)), 1);
    numbers |= u32(load<u8>(kinds + place) == NUMBER);
  }
  const otherNumber: f64 = numbers != 0 ? limitAt(OTHER_NUMBER) : 0;
  let left = sum;
  let words: f64 = 0;
  for (let place = 0; place < itemLength; place++) {
    const kind = load<u8>(itemKinds + <usize>place);
    if (load<u8>(seen + <usize>(load<u32>(itemExact + (<usize>place << 2)) & (SEEN_SLOTS - 1))) != 0) {
      if (kind == CONTENT) words += 1;
      continue;
    }
    left -= load<f64>(itemWeights + (<usize>place << 3));
    if (kind == NUMBER) left += otherNumber;
    if (left < least) return false;
  }
  return words >= limitAt(TOLD_CONTENT);
}

/** The most that an alignment can come to, put where its measures are: as `likelihoodAtMost` has it. */
function reach(): void {
  score = 0;
  covered = 0;
  content = 0;
  for (let place = 0; place < itemLength; place++) {
    const kind = load<u8>(itemKinds + <usize>place);
    const weight = load<f64>(itemWeights + (<usize>place << 3));
    if (isInWindow(load<i32>(itemExact + (<usize>place << 2)))) {
      score += weight;
      covered += weight;
      if (kind == CONTENT) content += 1;
    } else if (kind == NUMBER && hasNumber) {
      score += limitAt(OTHER_NUMBER);
      covered += weight;
    }
  }
  runWeight = score;
  runContent = 0;
  equalNumbers = 0;
  otherNumbers = 0;
}

let score: f64 = 0;
let bestI: i32 = 0;
let bestJ: i32 = 0;

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
function alignRoughly(least: f64): void {
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
  score = 0;
  let left = load<f64>(tableAt(ITEM_SUMS) + (<usize>itemAtHand << 3));
  for (let i: usize = 0; i < <usize>itemLength; i += LANES) {
    if (<f64>highest(most) / fine + left < least) return;
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
  score = <f64>highest(most) / fine;
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

/** As `align.ts`; the step of each place lies in STEPS, the scores of two lines in LINES. */
function align(): void {
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
  score = 0;
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
}

/** Pairs of places, the last first: 8 bytes each, the item's and the window's. */
let pairs: i32 = 0;

function follow(): void {
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
function itemKindAt(place: i32): u8 {
  return load<u8>(itemKinds + <usize>place);
}

// @ts-ignore: decorator
@inline
function rowKindAt(place: i32): u8 {
  return load<u8>(kinds + <usize>(windowFrom + place));
}

// @ts-ignore: decorator
@inline
function isPairEqual(inItem: i32, inRow: i32): bool {
  return (
    itemKindAt(inItem) == rowKindAt(inRow) &&
    load<i32>(itemExact + (<usize>inItem << 2)) == load<i32>(exact + (<usize>(windowFrom + inRow) << 2))
  );
}

let covered: f64 = 0;
let equalNumbers: f64 = 0;
let otherNumbers: f64 = 0;
let content: f64 = 0;
let runWeight: f64 = 0;
let runContent: f64 = 0;

function measurePairs(): void {
  covered = 0;
  equalNumbers = 0;
  otherNumbers = 0;
  content = 0;
  runWeight = 0;
  runContent = 0;
  let weightOfRun: f64 = 0;
  let contentOfRun: f64 = 0;
  let lastItem = -2;
  let lastRow = -2;
  const words = tableAt(CONTENT_SET);
  const list = tableAt(PAIRS);
  contentStamp++;
  for (let number = pairs - 1; number >= 0; number--) {
    const inItem = load<i32>(list + (<usize>number << 3));
    const inRow = load<i32>(list + (<usize>number << 3), 4);
    const weight = load<f64>(itemWeights + (<usize>inItem << 3));
    const kind = itemKindAt(inItem);
    const equal = isPairEqual(inItem, inRow);
    covered += weight;
    if (kind == CONTENT && isNewContent(words, load<i32>(itemExact + (<usize>inItem << 2)))) content += 1;
    if (kind == NUMBER && equal) equalNumbers += 1;
    if (!equal) otherNumbers += 1;
    const follows = lastItem == inItem - 1 && lastRow == inRow - 1;
    if (!follows || !equal) {
      weightOfRun = 0;
      contentOfRun = 0;
    }
    if (equal) {
      weightOfRun += weight;
      if (kind == CONTENT) contentOfRun += 1;
      if (weightOfRun > runWeight) {
        runWeight = weightOfRun;
        runContent = contentOfRun;
      }
    }
    lastItem = inItem;
    lastRow = inRow;
  }
}

let contentStamp: u32 = 0;

function isNewContent(set: usize, token: i32): bool {
  let place = <u32>(token ^ (token >>> 15)) & SET_MASK;
  let entry = set + (<usize>place << 3);
  while (load<u32>(entry, 4) == contentStamp) {
    if (load<i32>(entry) == token) return false;
    place = (place + 1) & SET_MASK;
    entry = set + (<usize>place << 3);
  }
  store<i32>(entry, token);
  store<u32>(entry, contentStamp, 4);
  return true;
}

let bagOfItem: f64 = 0;
let bagOfRow: f64 = 0;
let sameNumbers: f64 = 0;
let numberWeight: f64 = 0;
let contentWeight: f64 = 0;

/** What words and numbers the item and the window share. */
function shareBags(item: u32): void {
  const begins = tableAt(ITEM_BAG_BEGINS) + (<usize>item << 2);
  let common: f64 = 0;
  let ofItem: f64 = 0;
  let shared: f64 = 0;
  let numbers: f64 = 0;
  numberWeight = 0;
  contentWeight = 0;
  for (let at = <usize>load<u32>(begins); at < <usize>load<u32>(begins, 4); at++) {
    const kind = load<u8>(tableAt(ITEM_BAG_KINDS) + at);
    const weight = load<f64>(tableAt(ITEM_BAG_WEIGHTS) + (at << 3));
    ofItem += weight;
    if (kind == NUMBER) numbers += 1;
    if (!isInWindow(load<i32>(tableAt(ITEM_BAG) + (at << 2)))) continue;
    common += weight;
    if (kind == CONTENT) contentWeight += weight;
    if (kind != NUMBER) continue;
    shared += 1;
    numberWeight += weight;
  }
  bagOfItem = common / (ofItem == 0 ? 1 : ofItem);
  bagOfRow = common / (windowBag == 0 ? 1 : windowBag);
  sameNumbers = (numbers == 0 ? 1 : shared / numbers) * (windowNumbers == 0 ? 1 : shared / <f64>windowNumbers);
}

/** As `termsOf`, weighed. */
function decisionSum(sum: f64): f64 {
  const rareNumbers = min<f64>(1, numberWeight / 8);
  const lengths = Math.log((<f64>itemLength + 5) / (<f64>length + 5));
  const shareOfRow = min<f64>(1, score / (windowSum == 0 ? 1 : windowSum));
  const coveredShare = covered / sum;
  let total = limitAt(BIAS);
  total += coveredShare * limitAt(WEIGHTS);
  total += max<f64>(0, coveredShare - 0.6) * limitAt(WEIGHTS + 1);
  total += shareOfRow * shareOfRow * limitAt(WEIGHTS + 2);
  total += min<f64>(1, score / 40) * limitAt(WEIGHTS + 3);
  total += min<f64>(1, runWeight / 30) * limitAt(WEIGHTS + 4);
  total += min<f64>(1, runContent / 6) * limitAt(WEIGHTS + 5);
  total += min<f64>(1, content / 10) * limitAt(WEIGHTS + 6);
  total += (content == 0 ? 1 : 0) * limitAt(WEIGHTS + 7);
  total += bagOfRow * limitAt(WEIGHTS + 8);
  total += lengths * limitAt(WEIGHTS + 9);
  total += Math.abs(lengths) * limitAt(WEIGHTS + 10);
  total += Math.log(<f64>itemLength + 5) * limitAt(WEIGHTS + 11);
  total += min<f64>(1, contentWeight / 40) * limitAt(WEIGHTS + 12);
  total += sameNumbers * min<f64>(1, contentWeight / 30) * limitAt(WEIGHTS + 13);
  total += sameNumbers * rareNumbers * limitAt(WEIGHTS + 14);
  total += rareNumbers * Math.sqrt(bagOfItem * bagOfRow) * limitAt(WEIGHTS + 15);
  total += (otherNumbers / (otherNumbers + equalNumbers + 1)) * limitAt(WEIGHTS + 16);
  return total;
}
