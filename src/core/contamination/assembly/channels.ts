// Whether a text, as tokens, holds an item: the same channels and sums as `candidates.ts`.
import { listOf, scramble } from './hashes';
import {
  BAG, BAG_LIST, BAG_ROOTS, BAG_SUMS, CANDIDATES, COMMON_BITS, COMMONEST_WORD, EXACT, HAS_COMMON, ITEMS, KEPT_EXACT, KEPT_KINDS, KINDS,
  LEAST_CLOSE, LEAST_TELLING, LETTER_SHARE, LONGEST_PROBLEM, LONGEST_WHOLE, MANY_VOTES, MARKS, NEAR, NUMBER_SHARE, PROBLEM_SHARE,
  PROBLEM_VOTES, RAREST, SEED_BITS, SEED_CHECK, SEED_ITEMS, SEED_MASK, SEED_RARITIES, SEED_SUMS, SEED_TABLE, SEEDS_FOUND, SHARED, TELLING,
  TOUCHED, TRACE_SHARE, TRACE_VOTES, VOTES, VOTES_SCALE, WHOLE_MASK, WHOLE_TABLE, WORD_BEGINS, WORD_ITEMS, WORD_MASK, WORD_TABLE,
  WORD_WEIGHTS, limitAt, tableAt,
} from './layout';
import { isInTrace, scoresAsProblem, startText, startTrace } from './compare';
import { NUMBER, STOP, tokens } from './tokenise';

const GRAM: i32 = 4;
const GRAM_STEP: i32 = 0x2c1b3c6d;
const GRAM_FACTOR: i32 = 0x297a2d39;
/** A number's part in a gram. */
const MASKED: i32 = 0x6e756d62 * GRAM_FACTOR;
const STEP_3: i32 = GRAM_STEP * GRAM_STEP * GRAM_STEP;
const STEP_4: i32 = STEP_3 * GRAM_STEP;
/** Spreads the bits of a seed's hash over the places of its table (Knuth's multiplicative hashing). */
const PLACE_FACTOR: i32 = <i32>0x9e3779b1;
const SEED_BIT_MASK: u32 = (1 << 22) - 1;
const COMMON_MASK: u32 = (1 << 20) - 1;
const BAG_MASK: u32 = 2047;

let exact: usize = 0;
let kinds: usize = 0;
let length: i32 = 0;

/** Whether the text cut last, as a problem, may hold an item. */
export function isLikelyProblem(): bool {
  takeAll();
  if (tableAt(HAS_COMMON) != 0) dropCommon();
  if (isWhole()) return true;
  candidates = 0;
  findBySeeds(limitAt(PROBLEM_SHARE), limitAt(PROBLEM_VOTES));
  if (length <= <i32>tableAt(LONGEST_PROBLEM)) findByWords();
  if (candidates == 0) return false;
  startText(exact, kinds, length);
  for (let number = 0; number < candidates; number++) {
    const entry = tableAt(CANDIDATES) + (<usize>number << 3);
    if (scoresAsProblem(load<u32>(entry), load<i32>(entry, 4))) return true;
  }
  return false;
}

/** Whether the text cut last, as a trace, may hold an item. */
export function isLikelyTrace(): bool {
  takeAll();
  if (isWhole()) return true;
  candidates = 0;
  findBySeeds(limitAt(TRACE_SHARE), limitAt(TRACE_VOTES));
  if (candidates == 0) return false;
  startTrace(exact, kinds, length);
  for (let number = 0; number < candidates; number++) {
    const entry = tableAt(CANDIDATES) + (<usize>number << 3);
    if (isInTrace(load<u32>(entry), load<i32>(entry, 4))) return true;
  }
  return false;
}

/** Items that the text at hand may hold, and about which token: 8 bytes each. */
let candidates: i32 = 0;

// @ts-ignore: decorator
@inline
function addCandidate(item: u32, at: i32): void {
  const entry = tableAt(CANDIDATES) + (<usize>candidates << 3);
  store<u32>(entry, item);
  store<i32>(entry, at, 4);
  candidates++;
}

function takeAll(): void {
  exact = tableAt(EXACT);
  kinds = tableAt(KINDS);
  length = tokens;
}

function isWhole(): bool {
  if (length == 0 || length > <i32>tableAt(LONGEST_WHOLE)) return false;
  let hash = length;
  for (let at = 0; at < length; at++) hash = scramble((hash * 31) ^ load<i32>(exact + (<usize>at << 2)));
  return listOf(tableAt(WHOLE_TABLE), <u32>tableAt(WHOLE_MASK), hash) != -1;
}

// @ts-ignore: decorator
@inline
function partAt(at: i32): i32 {
  return load<u8>(kinds + <usize>at) == NUMBER ? MASKED : load<i32>(exact + (<usize>at << 2)) * GRAM_FACTOR;
}

// @ts-ignore: decorator
@inline
function hasBit(bits: usize, place: u32): bool {
  return ((load<u8>(bits + <usize>(place >> 3)) >> (place & 7)) & 1) != 0;
}

let touched: i32 = 0;

function findBySeeds(share: f64, leastVotes: f64): void {
  if (length < GRAM) return;
  const found = findSeeds();
  if (found == tableAt(SEEDS_FOUND)) return;
  takeSeedTables();
  touched = 0;
  for (let entry = tableAt(SEEDS_FOUND); entry < found; entry += 8) voteFor(load<i32>(entry), load<i32>(entry, 4));
  if (touched > 0) takeLikely(share, leastVotes);
}

/** Lists the grams that may be seeds: hash and place, 8 bytes each. Returns where the list ends. Without a branch for each. */
function findSeeds(): usize {
  const bits = tableAt(SEED_BITS);
  let found = tableAt(SEEDS_FOUND);
  let first: i32 = 0;
  let second: i32 = 0;
  let third: i32 = 0;
  let rolling: i32 = 0;
  for (let at = 0; at < GRAM - 1; at++) {
    first = second;
    second = third;
    third = partAt(at);
    rolling = rolling * GRAM_STEP + third;
  }
  for (let at = GRAM - 1; at < length; at++) {
    const part = partAt(at);
    rolling = rolling * GRAM_STEP + part;
    const hash = scramble(rolling);
    store<i32>(found, hash);
    store<i32>(found, at - GRAM + 1, 4);
    found += hasBit(bits, <u32>hash & SEED_BIT_MASK) ? 8 : 0;
    rolling -= first * STEP_3;
    first = second;
    second = third;
    third = part;
  }
  return found;
}

/** Gives the votes of a seed, if it is one: its items stand behind their number. */
function voteFor(hash: i32, at: i32): void {
  let place = <u32>(hash * PLACE_FACTOR) >> seedShift;
  let entry = load<u32>(seedTable + (<usize>place << 2));
  while (entry != 0) {
    if (((entry ^ <u32>hash) & seedCheck) == 0) return voteAll(seedItems + (<usize>(entry & ~seedCheck) << 2), at);
    place = (place + 1) & seedMask;
    entry = load<u32>(seedTable + (<usize>place << 2));
  }
}

// @ts-ignore: decorator
@inline
function voteAll(list: usize, at: i32): void {
  const count = <usize>load<u32>(list);
  const rarity = load<u32>(seedRarities + (count << 2));
  const end = list + 4 + (count << 2);
  for (let place = list + 4; place < end; place += 4) vote(load<u32>(place), at, rarity);
}

let seedTable: usize = 0;
let seedMask: u32 = 0;
let seedShift: u32 = 0;
let seedCheck: u32 = 0;
let seedItems: usize = 0;
let seedRarities: usize = 0;
let votesOfItems: usize = 0;
let touchedItems: usize = 0;
let near: i32 = 0;

function takeSeedTables(): void {
  seedTable = tableAt(SEED_TABLE);
  seedMask = <u32>tableAt(SEED_MASK);
  seedShift = clz(seedMask);
  seedCheck = <u32>tableAt(SEED_CHECK);
  seedItems = tableAt(SEED_ITEMS);
  seedRarities = tableAt(SEED_RARITIES);
  votesOfItems = tableAt(VOTES);
  touchedItems = tableAt(TOUCHED);
  near = <i32>tableAt(NEAR);
}

/** Of an item: its votes, the most of them, where the last one was given and where the most were: 16 bytes. */
// @ts-ignore: decorator
@inline
function vote(item: u32, at: i32, rarity: u32): void {
  const record = votesOfItems + (<usize>item << 4);
  const best = load<u32>(record, 4);
  if (best == 0) touch(item);
  const votes = (at - load<i32>(record, 8) <= near ? load<u32>(record) : 0) + rarity;
  store<u32>(record, votes);
  store<i32>(record, at, 8);
  if (votes <= best) return;
  store<u32>(record, votes, 4);
  store<i32>(record, at, 12);
}

// @ts-ignore: decorator
@inline
function touch(item: u32): void {
  store<u32>(touchedItems + (<usize>touched << 2), item);
  touched++;
}

function takeLikely(share: f64, leastVotes: f64): void {
  const scale = limitAt(VOTES_SCALE);
  const many = <u32>(limitAt(MANY_VOTES) * scale);
  const least = <u32>(leastVotes * scale);
  const sums = tableAt(SEED_SUMS);
  for (let place = 0; place < touched; place++) {
    const item = <usize>load<u32>(touchedItems + (<usize>place << 2));
    const record = votesOfItems + (item << 4);
    const votes = load<u32>(record, 4);
    if (votes >= least && (votes >= many || <f64>votes >= share * scale * load<f64>(sums + (item << 3))))
      addCandidate(<u32>item, load<i32>(record, 12));
    store<u64>(record, 0);
  }
}

/** Words of the text by their hashes: of each, 16 bytes: hash, in which text it was met last, its place on the list. */
let textNumber: u32 = 0;
let bagged: i32 = 0;

/** Makes the list of different words with what their kinds count: 16 bytes each. */
function fillBag(): void {
  const bag = tableAt(BAG);
  const list = tableAt(BAG_LIST);
  textNumber++;
  bagged = 0;
  for (let at = 0; at < length; at++) {
    const kind = load<u8>(kinds + <usize>at);
    if (kind == STOP) continue;
    const share: f64 = kind == 0 ? 1 : kind == NUMBER ? limitAt(NUMBER_SHARE) : limitAt(LETTER_SHARE);
    const hash = load<i32>(exact + (<usize>at << 2));
    let place = <u32>(hash ^ (hash >>> 16)) & BAG_MASK;
    let entry = bag + (<usize>place << 4);
    while (load<u32>(entry, 4) == textNumber && load<i32>(entry) != hash) {
      place = (place + 1) & BAG_MASK;
      entry = bag + (<usize>place << 4);
    }
    if (load<u32>(entry, 4) != textNumber) {
      store<i32>(entry, hash);
      store<u32>(entry, textNumber, 4);
      store<u32>(entry, <u32>bagged, 8);
      store<i32>(list + (<usize>bagged << 4), hash);
      bagged++;
    }
    store<f64>(list + (<usize>load<u32>(entry, 8) << 4), share, 8);
  }
}

function findByWords(): void {
  fillBag();
  const list = tableAt(BAG_LIST);
  const weights = tableAt(WORD_WEIGHTS);
  let whole: f64 = 0;
  let any = false;
  for (let at = 0; at < bagged; at++) {
    const entry = list + (<usize>at << 4);
    const number = listOf(tableAt(WORD_TABLE), <u32>tableAt(WORD_MASK), load<i32>(entry));
    const rarity = number < 0 ? limitAt(RAREST) : load<f64>(weights + (<usize>number << 3));
    const weight = load<f64>(entry, 8) * rarity;
    whole += weight;
    if (number < 0) continue;
    shareWord(number, <f32>weight);
    any = true;
  }
  if (any) takeClose(whole);
}

function shareWord(list: i32, weight: f32): void {
  const begins = tableAt(WORD_BEGINS) + (<usize>list << 2);
  const from = load<u32>(begins);
  const to = load<u32>(begins, 4);
  if (to - from > <u32>tableAt(COMMONEST_WORD)) return;
  const shared = tableAt(SHARED);
  const end = tableAt(WORD_ITEMS) + (<usize>to << 2);
  for (let place = tableAt(WORD_ITEMS) + (<usize>from << 2); place < end; place += 4) {
    const at = shared + (<usize>load<u32>(place) << 2);
    store<f32>(at, load<f32>(at) + weight);
  }
}

/** Takes the items that share enough, and forgets what all share: sixteen items at a time, few of which do. */
function takeClose(whole: f64): void {
  const least = f32x4.splat(<f32>(limitAt(LEAST_CLOSE) * Math.sqrt(whole == 0 ? 1 : whole)));
  const shared = tableAt(SHARED);
  const end = shared + (tableAt(ITEMS) << 2);
  let root = tableAt(BAG_ROOTS);
  for (let at = shared; at < end; at += 64, root += 64) {
    const one = f32x4.ge(v128.load(at), f32x4.mul(least, v128.load(root)));
    const two = f32x4.ge(v128.load(at, 16), f32x4.mul(least, v128.load(root, 16)));
    const three = f32x4.ge(v128.load(at, 32), f32x4.mul(least, v128.load(root, 32)));
    const four = f32x4.ge(v128.load(at, 48), f32x4.mul(least, v128.load(root, 48)));
    if (v128.any_true(v128.or(v128.or(one, two), v128.or(three, four)))) {
      let close = i32x4.bitmask(one) | (i32x4.bitmask(two) << 4) | (i32x4.bitmask(three) << 8) | (i32x4.bitmask(four) << 12);
      for (; close != 0; close &= close - 1) {
        const item = at + (<usize>ctz(close) << 2);
        takeIfTelling((item - shared) >> 2, <f64>load<f32>(item), whole);
      }
    }
    v128.store(at, i32x4.splat(0));
    v128.store(at, i32x4.splat(0), 16);
    v128.store(at, i32x4.splat(0), 32);
    v128.store(at, i32x4.splat(0), 48);
  }
}

function takeIfTelling(item: usize, shared: f64, whole: f64): void {
  const sum = load<f64>(tableAt(BAG_SUMS) + (item << 3));
  const ofItem = sum == 0 ? 1 : sum;
  const ofText = whole == 0 ? 1 : whole;
  const lengths = (sum + 5) / (whole + 5);
  const least = limitAt(LEAST_TELLING);
  const rough = telling(shared, ofItem, ofText, roughLog(shared + 1), roughLog(lengths));
  if (rough < least - ROUGHNESS * (Math.abs(limitAt(TELLING + 4)) + Math.abs(limitAt(TELLING + 5)) + Math.abs(limitAt(TELLING + 6)))) return;
  if (telling(shared, ofItem, ofText, Math.log(shared + 1), Math.log(lengths)) < least) return;
  addCandidate(<u32>item, length >> 1);
}

/** How far `roughLog` may be off. */
const ROUGHNESS: f64 = 0.007;

/** The natural logarithm, by the exponent and a parabola for the rest: most items are told by it to share too little. */
function roughLog(value: f64): f64 {
  const bits = reinterpret<u64>(value);
  const exponent = <f64>(<i32>(bits >> 52) - 1023);
  const rest = reinterpret<f64>((bits & 0xfffffffffffff) | 0x3ff0000000000000);
  return (exponent + (2 - rest / 3) * rest - 5.0 / 3) * 0.6931471805599453;
}

/** As `wordsTell`; `logOfShared` is of one more than what is shared. */
// @ts-ignore: decorator
@inline
function telling(shared: f64, ofItem: f64, ofText: f64, logOfShared: f64, lengths: f64): f64 {
  return (
    limitAt(TELLING) +
    (shared / Math.sqrt(ofItem * ofText)) * limitAt(TELLING + 1) +
    (shared / ofItem) * limitAt(TELLING + 2) +
    (shared / ofText) * limitAt(TELLING + 3) +
    logOfShared * limitAt(TELLING + 4) +
    lengths * limitAt(TELLING + 5) +
    Math.abs(lengths) * limitAt(TELLING + 6)
  );
}

/** Leaves out the words of the template, as `Boilerplate.without` does. */
function dropCommon(): void {
  const marks = tableAt(MARKS);
  const common = markCommon(marks);
  if (common == 0 || common == length) return;
  let first = 0;
  while (load<u8>(marks + <usize>first) != 0) first++;
  let last = length - 1;
  while (load<u8>(marks + <usize>last) != 0) last--;
  const keptExact = tableAt(KEPT_EXACT);
  const keptKinds = tableAt(KEPT_KINDS);
  let kept = 0;
  for (let at = first; at <= last; at++) {
    const left = load<u8>(marks + <usize>at) == 0;
    if (!left && load<u8>(marks + <usize>at - 1) != 0) continue;
    store<i32>(keptExact + (<usize>kept << 2), left ? load<i32>(exact + (<usize>at << 2)) : 0);
    store<u8>(keptKinds + <usize>kept, left ? load<u8>(kinds + <usize>at) : STOP);
    kept++;
  }
  exact = keptExact;
  kinds = keptKinds;
  length = kept;
}

/** Marks the tokens of common grams. Returns how many there are. */
function markCommon(marks: usize): i32 {
  const bits = tableAt(COMMON_BITS);
  memory.fill(marks, 0, <usize>length);
  let rolling: i32 = 0;
  let common = 0;
  for (let at = 0; at < length; at++) {
    rolling = rolling * GRAM_STEP + partAt(at);
    if (at < GRAM - 1) continue;
    if (at >= GRAM) rolling -= partAt(at - GRAM) * STEP_4;
    if (!hasBit(bits, <u32>scramble(rolling) & COMMON_MASK)) continue;
    for (let step = at - GRAM + 1; step <= at; step++) {
      if (load<u8>(marks + <usize>step) == 0) common++;
      store<u8>(marks + <usize>step, 1);
    }
  }
  return common;
}
