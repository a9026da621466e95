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
  const lists = new Map<number, number[]>();
  for (let at = 0; at < hashes.length; at++) {
    const [hash, item] = [hashes[at] ?? 0, items[at] ?? 0];
    const list = lists.get(hash);
    if (!list) lists.set(hash, [item]);
    else if (list.at(-1) !== item) list.push(item);
  }
  return pack(lists);
}

function pack(lists: Map<number, number[]>): Postings {
  let size = 16;
  while (size < lists.size * 3) size *= 2;
  const table = new Uint32Array(size * 2).fill(NO_LIST);
  const begins = new Uint32Array(lists.size + 1);
  let number = 0;
  for (const [hash, list] of lists) {
    let place = scramble(hash) & (size - 1);
    while (table[place * 2 + 1] !== NO_LIST) place = (place + 1) & (size - 1);
    table[place * 2] = hash;
    table[place * 2 + 1] = number;
    begins[number + 1] = (begins[number] ?? 0) + list.length;
    number++;
  }
  const items = new Uint32Array(begins.at(-1) ?? 0);
  let end = 0;
  for (const list of lists.values()) {
    items.set(list, end);
    end += list.length;
  }
  return { table, begins, items };
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
