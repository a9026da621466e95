// Items by shared words, as `byWords` of `candidates.ts` finds them.
import { addCandidate } from './candidate-list';
import { exact, kinds, length } from './checked-text';
import { listOf } from './hashes';
import {
  BAG, BAG_LIST, BAG_ROOTS, BAG_SUMS, COMMONEST_WORD, ITEMS, LEAST_CLOSE, LEAST_TELLING, LETTER_SHARE, NUMBER_SHARE, RAREST, SHARED,
  TELLING, WORD_BEGINS, WORD_ITEMS, WORD_MASK, WORD_TABLE, WORD_WEIGHTS, limitAt, tableAt,
} from './layout';
import { NUMBER, STOP } from './tokenise';

const BAG_MASK: u32 = 2047;

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

export function findByWords(): void {
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
