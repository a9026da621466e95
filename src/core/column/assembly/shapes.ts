// Rows by the hash of their keys: rows of a shape that is known are counted here, each value in the field that has its key.
import { COUNTED, countValue, WANTED } from './counts';
import { head, RECORD, TO_TELL, within, WITHIN_LIST } from './records';

/** More shapes than this are not worth keeping: then hardly any comes again. */
const MOST: u32 = 1024;
const SLOTS: u32 = 2048;
/** Bytes of a slot: the hash, and where the shape is. */
const SLOT: usize = 16;

/** Rows counted since the last `startRows`, and their keys that found no room. */
export let rowsCounted: u32 = 0;
export let keysLeftOut: u32 = 0;

let slots: usize = 0;
let known: u32 = 0;
let lastHash: u64 = 0;
let lastShape: usize = 0;

/** Forgets all shapes. The table takes `shapeBytes()` zeros at `at`. */
export function startShapes(at: usize): void {
  slots = at;
  known = 0;
  lastShape = 0;
}

export function shapeBytes(): usize {
  return SLOT * SLOTS;
}

/** Whether there is room for one more shape. */
export function hasShapeRoom(): bool {
  return known < MOST;
}

/**
 * Makes a shape known by the two words of its hash. In words, it is: how many keys it has, how many of them find no room, and
 * of each key, in order, those in objects of the row among them, where the block of its field is; 0: not counted.
 */
export function addShape(low: i32, high: i32, shape: usize): void {
  const hash = (<u64>(<u32>high) << 32) | <u64>(<u32>low);
  const slot = slotOf(hash);
  store<u64>(slot, hash);
  store<u32>(slot, <u32>shape, 8);
  known++;
}

/** The shape of a hash; 0 when it is not known. */
export function shapeOf(hash: u64): usize {
  if (hash == lastHash && lastShape != 0) return lastShape;
  lastHash = hash;
  lastShape = load<u32>(slotOf(hash), 8);
  return lastShape;
}

export function startRows(): void {
  rowsCounted = 0;
  keysLeftOut = 0;
}

/**
 * Counts the row of the records from `record` to `end`. The records of values that are left are moved to `left`, one after the
 * other. Returns where they end.
 */
export function countRow(record: usize, end: usize, shape: usize, left: usize): usize {
  rowsCounted++;
  keysLeftOut += load<u32>(shape, 4);
  let next = shape + 8;
  const last = next + (<usize>load<u32>(shape) << 2);
  let field: usize = 0;
  for (; record < end; record += RECORD) {
    if (within(record) != WITHIN_LIST) {
      field = next < last ? <usize>load<u32>(next) : 0;
      next += 4;
    }
    if (field == 0) continue;
    const done = countValue(record, field);
    if (done == COUNTED) continue;
    move(left, record);
    if (done == WANTED) store<i32>(left, head(record) | TO_TELL);
    store<u32>(left, <u32>field, 36);
    left += RECORD;
  }
  return left;
}

/** A copy without a call: a record is no more than five words of 64 bits. */
// @ts-ignore: decorator
@inline
function move(to: usize, from: usize): void {
  v128.store(to, v128.load(from));
  v128.store(to, v128.load(from, 16), 16);
  store<u64>(to, load<u64>(from, 32), 32);
}

function slotOf(hash: u64): usize {
  let slot = <u32>hash & (SLOTS - 1);
  while (true) {
    const at = slots + SLOT * slot;
    if (load<u32>(at, 8) == 0 || load<u64>(at) == hash) return at;
    slot = (slot + 1) & (SLOTS - 1);
  }
}
