// Items by shared seeds, as `bySeeds` of `candidates.ts` finds them.
import { addCandidate } from './candidate-list';
import { GRAM, GRAM_FACTOR, GRAM_STEP, MASKED, exact, kinds, length } from './checked-text';
import { scrambleFour } from './hashes';
import {
  GRAMS, MANY_VOTES, NEAR, SEEDS_FOUND, SEED_BITS, SEED_BIT_MASK, SEED_CHECK, SEED_ITEMS, SEED_LISTS_END, SEED_MASK, SEED_RARITIES,
  SEED_SUMS, SEED_TABLE, TOUCHED, VOTES, VOTES_SCALE, limitAt, tableAt,
} from './layout';
import { NUMBER } from './tokenise';

/** Spreads the bits of a seed's hash over the places of its table (Knuth's multiplicative hashing). */
const PLACE_FACTOR: i32 = <i32>0x9e3779b1;

export function findBySeeds(share: f64, leastVotes: f64): void {
  if (length < GRAM) return;
  const found = findSeeds();
  if (found == tableAt(SEEDS_FOUND)) return;
  takeSeedTables();
  const last = takeVoting(found);
  for (let entry = tableAt(SEEDS_FOUND); entry < last; entry += 4) {
    const at = load<i32>(entry);
    const list = <usize>load<u32>(grams + (<usize>at << 2));
    voteAll(list, passed + at, load<u32>(seedRarities + (<usize>load<u32>(list) << 2)));
  }
  if (touchedEnd > tableAt(TOUCHED)) takeLikely(share, leastVotes);
  passed += length + near + 1;
  if (passed > MOST_PASSED) forgetPlaces();
}

/** Tokens of the texts before, and as many between two as part their votes: places are counted over all texts. */
let passed: i32 = 1 << 16;
const MOST_PASSED: i32 = 1 << 30;

function forgetPlaces(): void {
  const end = seedItems + (<usize>tableAt(SEED_LISTS_END) << 2);
  for (let list = seedItems + 4; list < end; list += 8 + (<usize>load<u32>(list) << 2)) store<i32>(list, 0, 4);
  passed = 1 << 16;
}

/** Lists the places of grams that may be seeds, 4 bytes each. Returns where the list ends. Four grams at a time, without branches. */
function findSeeds(): usize {
  bits = tableAt(SEED_BITS);
  bitMask = <u32>tableAt(SEED_BIT_MASK);
  grams = tableAt(GRAMS);
  const first = tableAt(SEEDS_FOUND);
  let found = first;
  let parts = partsAt(0);
  for (let at = 0; at <= length - GRAM; at += GRAM) {
    const next = partsAt(at + GRAM);
    let hashes = i32x4.add(i32x4.mul(parts, i32x4.splat(GRAM_STEP)), i8x16.shuffle(parts, next, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19));
    hashes = i32x4.add(i32x4.mul(hashes, i32x4.splat(GRAM_STEP)), i8x16.shuffle(parts, next, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23));
    hashes = i32x4.add(i32x4.mul(hashes, i32x4.splat(GRAM_STEP)), i8x16.shuffle(parts, next, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27));
    hashes = scrambleFour(hashes);
    v128.store(grams + (<usize>at << 2), hashes);
    found = noteSeed(found, at, <u32>i32x4.extract_lane(hashes, 0));
    found = noteSeed(found, at + 1, <u32>i32x4.extract_lane(hashes, 1));
    found = noteSeed(found, at + 2, <u32>i32x4.extract_lane(hashes, 2));
    found = noteSeed(found, at + 3, <u32>i32x4.extract_lane(hashes, 3));
    parts = next;
  }
  while (found > first && load<i32>(found - 4) > length - GRAM) found -= 4;
  return found;
}

let bits: usize = 0;
let bitMask: u32 = 0;
/** Hashes of the grams by their places. */
let grams: usize = 0;

/** As `partAt`, of four tokens. */
// @ts-ignore: decorator
@inline
function partsAt(at: i32): v128 {
  const ofKinds = i16x8.extend_low_i8x16_u(v128.load32_zero(kinds + <usize>at));
  const numbers = i32x4.eq(i32x4.extend_low_i16x8_u(ofKinds), i32x4.splat(NUMBER));
  return v128.bitselect(i32x4.splat(MASKED), i32x4.mul(v128.load(exact + (<usize>at << 2)), i32x4.splat(GRAM_FACTOR)), numbers);
}

/** Writes down the place, which the next one overwrites when its gram is no seed for certain. */
// @ts-ignore: decorator
@inline
function noteSeed(found: usize, at: i32, hash: u32): usize {
  store<i32>(found, at);
  const word = load<u64>(bits + (<usize>(hash & bitMask) << 3));
  return found + (<usize>((word >> (hash >>> 26)) & (word >> (hash >>> 20)) & 1) << 2);
}

/**
 * Of the places listed up to `found`, keeps those whose gram is a seed that votes there, and writes where its list begins in place of
 * the gram's hash. Apart from the voting, and with few branches, so that the processor waits for many of these far addresses at once.
 */
function takeVoting(found: usize): usize {
  let kept = tableAt(SEEDS_FOUND);
  for (let entry = kept; entry < found; entry += 4) {
    const at = load<i32>(entry);
    const list = listOfSeed(load<i32>(grams + (<usize>at << 2)));
    if (list == 0) continue;
    const last = load<i32>(list, 4);
    const votes = passed + at - last > near;
    store<i32>(list, votes ? passed + at : last, 4);
    store<i32>(kept, at);
    store<u32>(grams + (<usize>at << 2), <u32>list);
    kept += <usize>votes << 2;
  }
  return kept;
}

/** Where a seed's items stand, behind their number and the place of its last vote; 0 when the gram is none that votes. */
// @ts-ignore: decorator
@inline
function listOfSeed(hash: i32): usize {
  let place = <u32>(hash * PLACE_FACTOR) >> seedShift;
  let entry = load<u32>(seedTable + (<usize>place << 2));
  while (((entry ^ <u32>hash) & seedCheck) != 0 && entry != 0) {
    place = (place + 1) & seedMask;
    entry = load<u32>(seedTable + (<usize>place << 2));
  }
  return entry == 0 ? 0 : seedItems + (<usize>(entry & ~seedCheck) << 2);
}

/** Gives the votes of a seed. */
// @ts-ignore: decorator
@inline
function voteAll(list: usize, at: i32, rarity: u32): void {
  const end = list + 8 + (<usize>load<u32>(list) << 2);
  for (let place = list + 8; place < end; place += 4) vote(load<u32>(place), at, rarity);
}

let seedTable: usize = 0;
let seedMask: u32 = 0;
let seedShift: u32 = 0;
let seedCheck: u32 = 0;
let seedItems: usize = 0;
let seedRarities: usize = 0;
let votesOfItems: usize = 0;
let touchedEnd: usize = 0;
let near: i32 = 0;

function takeSeedTables(): void {
  seedTable = tableAt(SEED_TABLE);
  seedMask = <u32>tableAt(SEED_MASK);
  seedShift = clz(seedMask);
  seedCheck = <u32>tableAt(SEED_CHECK);
  seedItems = tableAt(SEED_ITEMS);
  seedRarities = tableAt(SEED_RARITIES);
  votesOfItems = tableAt(VOTES);
  touchedEnd = tableAt(TOUCHED);
  near = <i32>tableAt(NEAR);
}

/** Of an item: its votes, the most of them, where the last one was given and where the most were: 16 bytes. Without branches. */
// @ts-ignore: decorator
@inline
function vote(item: u32, at: i32, rarity: u32): void {
  const record = votesOfItems + (<usize>item << 4);
  const best = load<u32>(record, 4);
  const votes = select<u32>(load<u32>(record), 0, at - load<i32>(record, 8) <= near) + rarity;
  store<u32>(touchedEnd, item);
  touchedEnd += select<usize>(4, 0, best == 0);
  store<u32>(record, votes);
  store<u32>(record, select<u32>(votes, best, votes > best), 4);
  store<i32>(record, at, 8);
  store<i32>(record, select<i32>(at, load<i32>(record, 12), votes > best), 12);
}

function takeLikely(share: f64, leastVotes: f64): void {
  const scale = limitAt(VOTES_SCALE);
  const many = <u32>(limitAt(MANY_VOTES) * scale);
  const least = <u32>(leastVotes * scale);
  const sums = tableAt(SEED_SUMS);
  for (let place = tableAt(TOUCHED); place < touchedEnd; place += 4) {
    const item = <usize>load<u32>(place);
    const record = votesOfItems + (item << 4);
    const votes = load<u32>(record, 4);
    if (votes >= least && (votes >= many || <f64>votes >= share * scale * load<f64>(sums + (item << 3))))
      addCandidate(<u32>item, load<i32>(record, 12) - passed);
    store<u64>(record, 0);
  }
}
