// The keys met so far, each with a number, in the memory that the caller set aside.

/** More keys than this are not told apart: they all get the number NONE. */
const MOST: u32 = 1024;
export const NONE: u32 = 0xffffffff;
const SLOTS: u32 = 2048;
/** Of each column: where its key lies, the key's bytes, and the column that came after it last (from 1; 0: not known). */
const ENTRY: usize = 12;
/** Bytes for all keys. */
const KEY_BYTES: usize = 64 * 1024;

export let columns: u32 = 0;
let entries: usize = 0;
let slots: usize = 0;
let keys: usize = 0;
let keysEnd: usize = 0;

/** Forgets all columns. The table takes `tableBytes()` at `at`. */
export function startColumns(at: usize): void {
  memory.fill(at, 0, tableBytes());
  entries = at;
  slots = at + ENTRY * (MOST + 1);
  keys = slots + 2 * SLOTS;
  keysEnd = at + tableBytes() - 8;
  columns = 0;
}

export function tableBytes(): usize {
  return ENTRY * (MOST + 1) + 2 * SLOTS + KEY_BYTES + 8;
}

export function keyAt(column: u32): usize {
  return load<u32>(entries + ENTRY * column);
}

export function keyBytes(column: u32): usize {
  return load<u32>(entries + ENTRY * column, 4);
}

/** The column that came after this one when it was last met; NONE when it is not known. MOST stands for a row's begin. */
export function follower(column: u32): u32 {
  return load<u32>(entries + ENTRY * min(column, MOST), 8) - 1;
}

export function setFollower(column: u32, next: u32): void {
  store<u32>(entries + ENTRY * min(column, MOST), next + 1, 8);
}

/** Whether the key at `at` (its first byte) is that of `column`: the same bytes, and then a quote. */
export function isKey(at: usize, column: u32): bool {
  const length = keyBytes(column);
  return load<u8>(at + length) == 0x22 && sameBytes(at, keyAt(column), length);
}

/** The number of a key; a new one when it is met for the first time. */
export function columnOf(at: usize, length: usize): u32 {
  let slot = <u32>hashOf(at, length) & (SLOTS - 1);
  while (true) {
    const column = <u32>load<u16>(slots + 2 * slot) - 1;
    if (column == NONE) return newColumn(at, length, slot);
    if (keyBytes(column) == length && sameBytes(at, keyAt(column), length)) return column;
    slot = (slot + 1) & (SLOTS - 1);
  }
}

function newColumn(at: usize, length: usize, slot: u32): u32 {
  if (columns == MOST || keys + length > keysEnd) return NONE;
  memory.copy(keys, at, length);
  store<u32>(entries + ENTRY * columns, <u32>keys);
  store<u32>(entries + ENTRY * columns, <u32>length, 4);
  keys += length;
  store<u16>(slots + 2 * slot, <u16>++columns);
  return columns - 1;
}

function sameBytes(a: usize, b: usize, length: usize): bool {
  for (; length >= 8; length -= 8, a += 8, b += 8) if (load<u64>(a) != load<u64>(b)) return false;
  return length == 0 || (load<u64>(a) ^ load<u64>(b)) << (64 - 8 * <u64>length) == 0;
}

/** A 64-bit hash of bytes: multiplications with shifts between them, and the finish of MurmurHash3. */
export function hashOf(at: usize, length: usize): u64 {
  const odd: u64 = 0x9e3779b97f4a7c15;
  let hash: u64 = (<u64>length + 1) * odd;
  for (; length >= 8; length -= 8, at += 8) hash = mixed(hash ^ load<u64>(at));
  if (length > 0) hash = mixed(hash ^ (load<u64>(at) << (64 - 8 * <u64>length)));
  hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
  return hash ^ (hash >> 33);
}

// @ts-ignore: decorator
@inline
export function mixed(hash: u64): u64 {
  hash *= 0xff51afd7ed558ccd;
  return hash ^ (hash >> 32);
}
