// The text in which items are looked for, as tokens: all of it, or without the words of the template.
import { scramble } from './hashes';
import { COMMON_BITS, EXACT, KEPT_EXACT, KEPT_KINDS, KINDS, MARKS, tableAt } from './layout';
import { NUMBER, STOP, tokens } from './tokenise';

export let exact: usize = 0;
export let kinds: usize = 0;
export let length: i32 = 0;

export function takeAll(): void {
  exact = tableAt(EXACT);
  kinds = tableAt(KINDS);
  length = tokens;
}

/** Leaves out the words of the template, as `Boilerplate.without` does. */
export function dropCommon(): void {
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

export const GRAM: i32 = 4;
export const GRAM_STEP: i32 = 0x2c1b3c6d;
export const GRAM_FACTOR: i32 = 0x297a2d39;
/** A number's part in a gram. */
export const MASKED: i32 = 0x6e756d62 * GRAM_FACTOR;
const STEP_3: i32 = GRAM_STEP * GRAM_STEP * GRAM_STEP;
const STEP_4: i32 = STEP_3 * GRAM_STEP;
const COMMON_MASK: u32 = (1 << 20) - 1;
