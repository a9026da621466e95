// The text at hand as tokens, and the window of it that an item is compared with.
import { listOf } from './hashes';
import { itemExact, itemLength, itemRanks } from './item-at-hand';
import {
  BEFORE, CONTENT_WEIGHT, LETTER_SHARE, LETTER_WEIGHT, LONGEST_PROBLEM, NUMBER_SHARE, NUMBER_WEIGHT, RAREST, STOP_WEIGHT, TOKENS_SEEN,
  WINDOW_SET, WORD_MASK, WORD_TABLE, WORD_WEIGHTS, limitAt, tableAt,
} from './layout';
import { CONTENT, NUMBER, STOP } from './tokenise';

export let exact: usize = 0;
export let kinds: usize = 0;
export let length: i32 = 0;

export let windowFrom: i32 = 0;
export let windowTo: i32 = 0;
let windowKnown: bool = false;
let stamp: u32 = 0;
export let windowSum: f64 = 0;
export let windowBag: f64 = 0;
export let windowNumbers: i32 = 0;

/** Another text comes. */
export function startText(ofExact: usize, ofKinds: usize, ofLength: i32): void {
  exact = ofExact;
  kinds = ofKinds;
  length = ofLength;
  windowKnown = false;
  chained = false;
}

export let chained: bool = false;

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
export function chainTokens(): void {
  chained = true;
  tokenTable = tableAt(WINDOW_SET);
  before = tableAt(BEFORE);
  tokenMask = 255;
  while (tokenMask < <u32>length * 2) tokenMask = tokenMask * 2 + 1;
  stamp++;
  for (let place = 0; place < length; place++) {
    const token = load<i32>(exact + (<usize>place << 2));
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
export function isInWindow(token: i32): bool {
  const entry = entryOf(token);
  if (entry == 0) return false;
  let place = load<i32>(entry, 8);
  while (place >= windowTo) place = load<i32>(before + (<usize>place << 2));
  return place >= windowFrom;
}

/** Takes the part of the text that an item is compared with. Returns whether it is another one than before. */
export function takeWindow(at: i32, further: i32): bool {
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

export function sumWindow(): void {
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

/** A count for each part of a token, 16 bits: how many with it stand in the window. */
const SEEN_SLOTS: u32 = 4096;

/** Counts the window's tokens by their slots. Returns whether any is a number. */
export function countWindow(): bool {
  slots = tableAt(TOKENS_SEEN);
  memory.fill(slots, 0, <usize>SEEN_SLOTS << 1);
  let numbers: u32 = 0;
  for (let place = <usize>windowFrom; place < <usize>windowTo; place++) {
    const slot = slotOf(exact + (place << 2));
    store<u16>(slot, load<u16>(slot) + 1);
    numbers |= u32(load<u8>(kinds + place) == NUMBER);
  }
  return numbers != 0;
}

let slots: usize = 0;

// @ts-ignore: decorator
@inline
function slotOf(token: usize): usize {
  return slots + (<usize>(load<u32>(token) & (SEEN_SLOTS - 1)) << 1);
}

/** Whether the window has the item's token as often as the item has it up to there: no token of it stands for two. */
// @ts-ignore: decorator
@inline
export function isCounted(inItem: i32): bool {
  return <u32>load<u16>(slotOf(itemExact + (<usize>inItem << 2))) >= load<u32>(itemRanks + (<usize>inItem << 2));
}
