// Counts values in the blocks of memory that column-tally.ts, value-table.ts and small-counts.ts lay out and count in too.
// What is rare is left to them: blocks that are yet to be made, tables without room, great numbers, long texts.
import { hashHigh, hashLow, hashYesNo } from './hash';
import { FALSE, head, LIST, NUMBER, ODD_VALUE, TEXT, TRUE, within, WITHIN_LIST } from './records';

/** Left uncounted; counted; counted, and the value itself is wanted. */
export const LEFT: i32 = 0;
export const COUNTED: i32 = 1;
export const WANTED: i32 = 2;

/** Set when a value was left since there was no room in its table. */
export let crowded: bool = false;

const LENGTHS: usize = 32;
const NUMBERS: usize = 36;
const LIST_LENGTHS: usize = 40;
const SMALL: usize = 44;
const VALUES: usize = 48;
/** From here on numbers are not small. */
const SMALLEST_TOO_LARGE: u32 = 2048;

const LONGEST_TOLD: i32 = 64;
const TOLD_AT_ONCE: u32 = 64;
const SLOT_BYTES: u32 = 16;
const REGISTERS: i32 = 4096;

export function startCounts(): void {
  crowded = false;
}

/** Counts the value of a record in a field, and says what is left to do with it. */
export function countValue(record: usize, field: usize): i32 {
  const inList = within(record) == WITHIN_LIST;
  const kind = head(record) & 0xff;
  if (kind == TEXT) return countText(record, field, inList);
  if (kind == NUMBER) return countNumber(record, field, inList);
  if (kind == TRUE || kind == FALSE) {
    hashYesNo(kind == TRUE);
    const left = addValue(field + VALUES, hashLow, hashHigh);
    if (left != LEFT && !inList) countKind(field, TRUE);
    return left;
  }
  if (inList) return COUNTED; // null
  if (kind == LIST && !addSmall(field + LIST_LENGTHS, load<u32>(record, 24))) return LEFT;
  countKind(field, kind);
  return COUNTED;
}

function countText(record: usize, field: usize, inList: bool): i32 {
  if ((head(record) & ODD_VALUE) != 0) return LEFT;
  const length = load<i32>(record, 24);
  if (!inList && !hasSmall(field + LENGTHS, length)) return LEFT;
  const left = addValue(field + VALUES, load<i32>(record, 28), load<i32>(record, 32));
  if (left == LEFT) return LEFT;
  if (!inList) {
    addSmall(field + LENGTHS, length);
    countKind(field, TEXT);
  }
  return length <= LONGEST_TOLD ? left : COUNTED;
}

function countNumber(record: usize, field: usize, inList: bool): i32 {
  if ((head(record) & ODD_VALUE) != 0) return LEFT;
  const value = load<f64>(record, 24);
  if (!(value >= 0 && value < <f64>SMALLEST_TOO_LARGE)) return LEFT;
  const whole = <u32>value;
  if (<f64>whole != value || !hasSmall(field + SMALL, whole)) return LEFT;
  if (!inList) {
    if (!addSmall(field + NUMBERS, whole)) return LEFT;
    countKind(field, NUMBER);
  }
  addSmall(field + SMALL, whole);
  return COUNTED;
}

// @ts-ignore: decorator
@inline
function countKind(field: usize, kind: i32): void {
  addOne(field + (<usize>kind << 2));
}

/** Whether a number can be counted in the small counts whose block the word at `block` tells. */
// @ts-ignore: decorator
@inline
function hasSmall(block: usize, value: u32): bool {
  return value < SMALLEST_TOO_LARGE && load<u32>(block) != 0;
}

/** Counts a small number; false when it is none, or the block is yet to be made. */
// @ts-ignore: decorator
@inline
function addSmall(block: usize, value: u32): bool {
  if (!hasSmall(block, value)) return false;
  addOne(<usize>load<u32>(block) + (<usize>value << 2));
  return true;
}

// @ts-ignore: decorator
@inline
function addOne(at: usize): void {
  store<u32>(at, load<u32>(at) + 1);
}

/** Counts the value of a hash in a table of value-table.ts. */
function addValue(table: usize, low: i32, high: i32): i32 {
  const slots = load<u32>(table);
  const words = load<u32>(table, 4);
  const mask = 4 * words - 1;
  const hash = (<u64>(<u32>high) << 32) | <u64>(<u32>low);
  let place = (<u32>low * SLOT_BYTES) & mask;
  let slot: usize = slots + place;
  for (let count = load<u32>(slot, 8); count != 0; count = load<u32>(slot, 8)) {
    if (load<u64>(slot) == hash) {
      store<u32>(slot, count + 1, 8);
      if (count == 1) store<u32>(table, load<u32>(table, 12) - 1, 12);
      return (count & (count - 1)) == 0 && load<u32>(slot, 12) == 0 ? WANTED : COUNTED;
    }
    place = (place + SLOT_BYTES) & mask;
    slot = slots + place;
  }
  const used = load<u32>(table, 8);
  if (used >= load<u32>(table, 16) || used >= words / 8) {
    crowded = true;
    return LEFT;
  }
  store<u64>(slot, hash);
  store<u32>(slot, 1, 8);
  store<u32>(table, used + 1, 8);
  addOne(table + 12);
  const registers = load<u32>(table, 20);
  if (registers == 0) return used < TOLD_AT_ONCE ? WANTED : COUNTED;
  const register = registers + <u32>(low & (REGISTERS - 1));
  const rank = <u8>clz(<u32>high) + 1;
  if (rank > load<u8>(register)) store<u8>(register, rank);
  return COUNTED;
}
