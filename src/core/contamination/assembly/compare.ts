// What a text and an item have in common, as `likeness.ts` has it, and what `decision.ts` makes of that.
import { align, follow, isPairEqual, itemKindAt, pairs } from './alignment';
import { itemExact, itemKinds, itemLength, itemWeights, takeItem } from './item-at-hand';
import {
  BIAS, CONTENT_SET, INSIDE_LENGTH, INSIDE_SHARE, ITEM_BAG, ITEM_BAG_BEGINS, ITEM_BAG_KINDS, ITEM_BAG_WEIGHTS, ITEM_SUMS, LEAST_SUM,
  OTHER_NUMBER, PAIRS, TOLD, TOLD_CONTENT, TOLD_SHARE, WEIGHTS, limitAt, tableAt,
} from './layout';
import { alignRoughly } from './rough-alignment';
import {
  chainTokens, chained, countWindow, isCounted, isInWindow, length, sumWindow, takeWindow, windowBag, windowNumbers, windowSum,
} from './text-window';
import { CONTENT, NUMBER } from './tokenise';
import { mayStand } from './trace-blocks';

/** Places of the set of words that are aligned, 8 bytes each: a token and a stamp. */
const SET_MASK: u32 = 8191;
/** A trace is seen whole here, but compared without what stands between its steps: an item may lie a little further off. */
const FURTHER: i32 = 16;

/** Whether the text as a trace holds the item, by what `traceLikelihood` asks for but the numbers. */
export function isInTrace(item: u32, at: i32): bool {
  takeItem(item);
  takeWindow(at, FURTHER);
  if (!mayStand(item)) return false;
  const sum = load<f64>(tableAt(ITEM_SUMS) + (<usize>item << 3));
  const least = max(limitAt(TOLD), limitAt(TOLD_SHARE) * (sum == 0 ? 1 : sum));
  if (!reaches(sum, least)) return false;
  score = alignRoughly(least);
  if (score < least) return false;
  score = align();
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
  const most = decisionSum(sum);
  if (score < inside && most < leastSum) return false;
  score = alignRoughly(min(inside, leastScore(leastSum - most + ofScore(score))));
  runWeight = score;
  if (score < inside && decisionSum(sum) < leastSum) return false;
  score = align();
  follow();
  measurePairs();
  if (score >= inside && otherNumbers == 0 && <f64>itemLength >= limitAt(INSIDE_LENGTH)) return true;
  return decisionSum(sum) >= limitAt(LEAST_SUM);
}

/** Whether an alignment with a trace can come to so much, and has the words that it needs: by the tokens of the window, but for few. */
function reaches(sum: f64, least: f64): bool {
  const otherNumber: f64 = countWindow() ? limitAt(OTHER_NUMBER) : 0;
  let left = sum;
  let words: f64 = 0;
  for (let place = 0; place < itemLength; place++) {
    const kind = load<u8>(itemKinds + <usize>place);
    if (isCounted(place)) {
      if (kind == CONTENT) words += 1;
      continue;
    }
    left -= load<f64>(itemWeights + (<usize>place << 3));
    if (kind == NUMBER) left += otherNumber;
    if (left < least) return false;
  }
  return words >= limitAt(TOLD_CONTENT);
}

/** The most that an alignment can come to, put where its measures are: no more than `likelihoodAtMost` has it. */
export function reach(): void {
  score = 0;
  covered = 0;
  content = 0;
  const numbers = countWindow();
  for (let place = 0; place < itemLength; place++) {
    const kind = load<u8>(itemKinds + <usize>place);
    const weight = load<f64>(itemWeights + (<usize>place << 3));
    if (isCounted(place)) {
      score += weight;
      covered += weight;
      if (kind == CONTENT) content += 1;
    } else if (kind == NUMBER && numbers) {
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

/** What a score adds to the sum, if all of it is one run. */
// @ts-ignore: decorator
@inline
function ofScore(score: f64): f64 {
  const share = min<f64>(1, score / (windowSum == 0 ? 1 : windowSum));
  return share * share * limitAt(WEIGHTS + 2) + min<f64>(1, score / 40) * limitAt(WEIGHTS + 3) + min<f64>(1, score / 30) * limitAt(WEIGHTS + 4);
}

/** A score that adds too little, a few hundredths below the one that adds so much. At most the score at hand. */
function leastScore(sum: f64): f64 {
  let low: f64 = 0;
  let high = score;
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2;
    if (ofScore(middle) < sum) low = middle;
    else high = middle;
  }
  return low;
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
