import { scramble } from './tokens';

/** The number of a list where a place of a table is free. */
export const NO_LIST = 0xffffffff;

/**
 * Lists of item numbers by hash, in four flat arrays: places of an open-addressed table, by hash and number of the list; and the
 * lists, one after the other. Nothing is added once it is made, so threads can share it.
 */
export interface Postings {
  /** Two places an entry: the hash, and the number of its list. */
  table: Uint32Array;
  /** Where each list begins; one more at the end. */
  begins: Uint32Array;
  items: Uint32Array;
}

/** Makes lists of pairs of a hash and an item. Pairs come item after item; a pair that comes again at once counts once. */
export function makePostings(hashes: ArrayLike<number>, items: ArrayLike<number>): Postings {
  const lists = listsOf(hashes, items);
  const begins = new Uint32Array(lists.count + 1);
  for (let list = 0; list < lists.count; list++)
    begins[list + 1] = (begins[list] ?? 0) + (lists.lengths[list] ?? 0);
  const ends = begins.slice();
  const held = new Uint32Array(begins[lists.count] ?? 0);
  for (let at = 0; at < hashes.length; at++) {
    const list = lists.ofPairs[at] ?? NO_LIST;
    if (list === NO_LIST) continue;
    const end = ends[list] ?? 0;
    held[end] = items[at] ?? 0;
    ends[list] = end + 1;
  }
  return { table: tableOf(lists.hashes.subarray(0, lists.count)), begins, items: held };
}

interface PairLists {
  /** The list of each pair; `NO_LIST` for one that came before. */
  ofPairs: Uint32Array;
  count: number;
  /** Of each list. */
  hashes: Uint32Array;
  lengths: Uint32Array;
}

/** Numbers the different hashes in the order in which they come, and counts their items. */
function listsOf(hashes: ArrayLike<number>, items: ArrayLike<number>): PairLists {
  const size = placesFor(hashes.length * 2);
  const numbers = new Uint32Array(size).fill(NO_LIST);
  const lists: PairLists = {
    ofPairs: new Uint32Array(hashes.length),
    count: 0,
    hashes: new Uint32Array(hashes.length),
    lengths: new Uint32Array(hashes.length),
  };
  const lastItems = new Uint32Array(hashes.length).fill(NO_LIST);
  for (let at = 0; at < hashes.length; at++) {
    const hash = hashes[at] ?? 0;
    let place = scramble(hash) & (size - 1);
    let list = numbers[place] ?? NO_LIST;
    while (list !== NO_LIST && lists.hashes[list] !== hash) {
      place = (place + 1) & (size - 1);
      list = numbers[place] ?? NO_LIST;
    }
    if (list === NO_LIST) {
      list = lists.count++;
      numbers[place] = list;
      lists.hashes[list] = hash;
    }
    const item = items[at] ?? 0;
    const again = lastItems[list] === item;
    lists.ofPairs[at] = again ? NO_LIST : list;
    if (again) continue;
    lastItems[list] = item;
    lists.lengths[list] = (lists.lengths[list] ?? 0) + 1;
  }
  return lists;
}

function tableOf(hashes: Uint32Array): Uint32Array {
  const size = placesFor(hashes.length * 3);
  const table = new Uint32Array(size * 2).fill(NO_LIST);
  for (let list = 0; list < hashes.length; list++) {
    const hash = hashes[list] ?? 0;
    let place = scramble(hash) & (size - 1);
    while (table[place * 2 + 1] !== NO_LIST) place = (place + 1) & (size - 1);
    table[place * 2] = hash;
    table[place * 2 + 1] = list;
  }
  return table;
}

function placesFor(least: number): number {
  let size = 16;
  while (size < least) size *= 2;
  return size;
}

/** The number of a hash's list; -1 when there is none. */
export function listOf({ table }: Postings, hash: number): number {
  const mask = table.length / 2 - 1;
  for (let place = scramble(hash) & mask; ; place = (place + 1) & mask) {
    const number = table[place * 2 + 1] ?? NO_LIST;
    if (number === NO_LIST) return -1;
    if (table[place * 2] === hash) return number;
  }
}

/** In how many items a list's hash stands. */
export function sizeOf({ begins }: Postings, list: number): number {
  return list < 0 ? 0 : (begins[list + 1] ?? 0) - (begins[list] ?? 0);
}
