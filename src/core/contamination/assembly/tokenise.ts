// A text in UTF-8 as tokens: the same as `tokenise.ts` gives for it, without the places. 64 bytes after the text are 0.
import { BLOCK, HASH_START, hashBlock, hashUnit, scramble } from './hashes';
import { CLASSES, EXACT, KINDS, KNOWN_WORDS, LAYOUT_COMMANDS, PERCENT, SIGNS, WORDS, tableAt } from './layout';

/** Puts into the table what a sign means that is met for the first time. */
// @ts-ignore: decorator
@external('signs', 'learn')
declare function learnSign(sign: u32): void;

export const CONTENT: u8 = 0;
export const STOP: u8 = 1;
const LETTER: u8 = 2;
export const NUMBER: u8 = 3;

/** Classes of bytes. */
const IS_LETTER: u8 = 1;
const IS_DIGIT: u8 = 2;
const IS_BACKSLASH: u8 = 3;
const IS_DOT: u8 = 4;
const IS_PERCENT: u8 = 5;
const IS_BEYOND: u8 = 6;

/** Places of the tables of words and of commands. */
const DICTIONARY_MASK: u32 = 2047;
/** Words met before are kept in places of 16 bytes, 2 to this power: hash as spelt, that of the token, its kind. */
const KNOWN_BITS: i32 = 12;
const PLACE_FACTOR: i32 = <i32>0x9e3779b1;
/** Signs beyond are not looked up. */
const LAST_SIGN: u32 = 0x20000;

/** Of the text cut last. */
export let tokens: i32 = 0;
/** Whether it has a sign that the table has no place for: its tokens are not to be relied on. */
export let metUnknownSign: bool = false;

let exact: usize = 0;
let kinds: usize = 0;
let classes: usize = 0;
let knownWords: usize = 0;

/** Cuts the text from `at` to `to`. */
export function tokenise(at: usize, to: usize): void {
  exact = tableAt(EXACT);
  kinds = tableAt(KINDS);
  classes = tableAt(CLASSES);
  knownWords = tableAt(KNOWN_WORDS);
  tokens = 0;
  metUnknownSign = false;
  while (at < to) {
    const kind = classOf(at);
    if (kind == IS_LETTER) at = addWord(at);
    else if (kind == 0) at++;
    else at = addOther(kind, at, to);
  }
}

function addOther(kind: u8, at: usize, to: usize): usize {
  if (kind == IS_DIGIT) return addNumber(at);
  if (kind == IS_BACKSLASH) return addCommand(at, to);
  if (kind == IS_DOT) return isDigit(at + 1) ? addNumber(at) : at + 1;
  if (kind == IS_PERCENT) {
    add(<i32>tableAt(PERCENT), CONTENT);
    return at + 1;
  }
  return addSign(at);
}

// @ts-ignore: decorator
@inline
function classOf(at: usize): u8 {
  return load<u8>(classes + load<u8>(at));
}

// @ts-ignore: decorator
@inline
function isDigit(at: usize): bool {
  return load<u8>(at) - 0x30 < 10;
}

// @ts-ignore: decorator
@inline
function add(hash: i32, kind: u8): void {
  store<i32>(exact + (<usize>tokens << 2), hash);
  store<u8>(kinds + <usize>tokens, kind);
  tokens++;
}

/** A word and the ending that an apostrophe parts from it. Returns where the text goes on. */
// @ts-ignore: decorator
@inline
function addWord(at: usize): usize {
  const end = addMeaning(at);
  const byte = load<u8>(end);
  if (byte == 0x20) return end + 1;
  if (byte == 0x27) return afterEnding(end, end + 1);
  if (byte == 0xe2 && load<u16>(end, 1) == 0x9980) return afterEnding(end, end + 3);
  return end;
}

/** After `s`, `t`, `d`, `m`, `re`, `ve` or `ll` at `at`, where the word ends there; `end` when there is none. */
function afterEnding(end: usize, at: usize): usize {
  const one = load<u8>(at);
  if ((one == 0x73 || one == 0x74 || one == 0x64 || one == 0x6d) && !isWordSign(at + 1)) return at + 1;
  const two = load<u16>(at);
  if ((two == 0x6572 || two == 0x6576 || two == 0x6c6c) && !isWordSign(at + 2)) return at + 2;
  return end;
}

function isWordSign(at: usize): bool {
  const kind = classOf(at);
  return kind == IS_LETTER || kind == IS_DIGIT || load<u8>(at) == 0x5f;
}

/** Adds what the letters at `at` mean. Returns where they end. */
// @ts-ignore: decorator
@inline
function addMeaning(at: usize): usize {
  const small = v128.or(v128.load(at), i8x16.splat(0x20));
  const length = lettersOf(small);
  if (length == BLOCK) return addLongWord(at);
  const spelt = hashBlock(firstOf(small, length));
  const known = knownWords + (<usize>(<u32>(spelt * PLACE_FACTOR) >>> (32 - KNOWN_BITS)) << 4);
  if (load<i32>(known) != spelt) learnWord(known, spelt, small, length);
  add(load<i32>(known, 4), load<u8>(known, 8));
  return at + length;
}

function learnWord(known: usize, spelt: i32, small: v128, length: usize): void {
  v128.store(WORD, small);
  const ending = endingOf(WORD + length, length);
  learn(known, spelt, length, hashBlock(firstOf(small, length - ending)));
}

/** Room for the letters of a word, and before them for those that a shorter one does not have. */
const WORD = memory.data(24) + 8;

function addLongWord(at: usize): usize {
  let end = at;
  let spelt = HASH_START;
  for (; classOf(end) == IS_LETTER; end++) spelt = hashUnit(spelt, <i32>load<u8>(end) | 0x20, end - at);
  const stemEnd = end - endingOf(end, end - at);
  let stem = HASH_START;
  for (let place = at; place < stemEnd; place++) stem = hashUnit(stem, <i32>load<u8>(place) | 0x20, place - at);
  learn(LONG_WORD, spelt, end - at, stem);
  add(load<i32>(LONG_WORD, 4), load<u8>(LONG_WORD, 8));
  return end;
}

const LONG_WORD = memory.data(16);

/** Writes down what a word means, known by its hash and by that of its stem. */
function learn(known: usize, spelt: i32, length: usize, stem: i32): void {
  const special = entryOf(tableAt(WORDS), spelt, <u32>length);
  store<i32>(known, spelt);
  store<i32>(known, special != 0 ? load<i32>(special, 8) : scramble(stem), 4);
  store<u8>(known, special != 0 ? load<u8>(special, 12) : length < 3 ? LETTER : CONTENT, 8);
}

/** How many letters a word's ending has, of which the last one is before `end`: as `ReadWord.stem` cuts it. */
function endingOf(end: usize, length: usize): usize {
  if (length < 4) return 0;
  const last = load<u8>(end - 1) | 0x20;
  const last2 = load<u8>(end - 2) | 0x20;
  if (last == 0x67) return length >= 6 && (load<u16>(end - 3) | 0x2020) == 0x6e69 ? 3 : 0;
  if (last2 == 0x65 && length >= 5 && (last == 0x73 || last == 0x64)) return 2;
  if (last == 0x73) return last2 != 0x73 ? 1 : 0;
  return last == 0x65 ? 1 : 0;
}

/** Bytes of ones and behind them as many zeros: a window on them leaves some of a block's letters. */
const ONES = memory.data<u8>([
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
]);

// @ts-ignore: decorator
@inline
function firstOf(block: v128, count: usize): v128 {
  return v128.and(block, v128.load(ONES + BLOCK - count));
}

/** How many of the block's bytes, from its first one on, are small letters. */
// @ts-ignore: decorator
@inline
function lettersOf(small: v128): usize {
  return <usize>ctz(~i8x16.bitmask(i8x16.le_u(i8x16.sub(small, i8x16.splat(0x61)), i8x16.splat(25))));
}

/** The entry of a hash and a length in a table of words; 0 when there is none. */
// @ts-ignore: decorator
@inline
function entryOf(table: usize, hash: i32, length: u32): usize {
  let place = <u32>(hash ^ (hash >>> 15)) & DICTIONARY_MASK;
  while (true) {
    const entry = table + (<usize>place << 4);
    const known = load<u32>(entry, 4);
    if (known == 0) return 0;
    if (load<i32>(entry) == hash && known == length) return entry;
    place = (place + 1) & DICTIONARY_MASK;
  }
}

/** A backslash and what it begins. Returns where the text goes on. */
function addCommand(at: usize, to: usize): usize {
  const next = at + 1;
  if (next >= to) return next;
  const kind = classOf(next);
  if (kind == IS_PERCENT) {
    add(<i32>tableAt(PERCENT), CONTENT);
    return next + 1;
  }
  if (kind == IS_BEYOND) return next + bytesOfSign(next);
  if (kind != IS_LETTER) return next + 1;
  const environment = afterEnvironment(next);
  if (environment != 0) return environment;
  const fraction = afterFraction(next);
  if (fraction != 0) return fraction;
  return addName(next);
}

function addName(at: usize): usize {
  const block = v128.load(at);
  let length = lettersOf(v128.or(block, i8x16.splat(0x20)));
  let hash = hashBlock(firstOf(block, length));
  if (length == BLOCK)
    for (; classOf(at + length) == IS_LETTER; length++) hash = hashUnit(hash, <i32>load<u8>(at + length), length);
  if (entryOf(tableAt(LAYOUT_COMMANDS), hash, <u32>length) != 0) return at + length;
  return addMeaning(at);
}

/** After `begin` or `end` and a name in braces of at most 30 characters; 0 when they are not at `at`. */
function afterEnvironment(at: usize): usize {
  const begins = load<u32>(at) == 0x69676562 && load<u8>(at, 4) == 0x6e;
  const ends = load<u16>(at) == 0x6e65 && load<u8>(at, 2) == 0x64;
  if (!begins && !ends) return 0;
  at = afterSpaces(at + (begins ? 5 : 3));
  if (load<u8>(at) != 0x7b) return 0;
  at++;
  for (let signs = 0; signs <= 30; signs++) {
    const byte = load<u8>(at);
    if (byte == 0x7d) return at + 1;
    if (byte == 0x0a) return 0;
    at += bytesOfSign(at);
  }
  return 0;
}

/** After `frac`, `dfrac`, `tfrac` or `cfrac` and one or two digits, which are added; 0 when they are not at `at`. */
function afterFraction(at: usize): usize {
  const first = load<u8>(at);
  if (first == 0x64 || first == 0x74 || first == 0x63) at++;
  if (load<u32>(at) != 0x63617266) return 0;
  at = afterSpaces(at + 4);
  if (!isDigit(at)) return 0;
  addDigit(at);
  at = afterSpaces(at + 1);
  if (!isDigit(at)) return at;
  addDigit(at);
  return at + 1;
}

function addDigit(at: usize): void {
  add(scramble(hashUnit(HASH_START, <i32>load<u8>(at), 0)), NUMBER);
}

function afterSpaces(at: usize): usize {
  while (true) {
    const bytes = bytesOfSpace(at);
    if (bytes == 0) return at;
    at += bytes;
  }
}

/** Bytes of the white space at `at`, as `\s` has it; 0 when there is none. */
function bytesOfSpace(at: usize): usize {
  const byte = load<u8>(at);
  if (byte < 0x80) return byte == 0x20 || (byte >= 0x09 && byte <= 0x0d) ? 1 : 0;
  const pair = load<u16>(at);
  if (pair == 0xa0c2) return 2;
  const third = load<u8>(at, 2);
  if (pair == 0x80e2) return third <= 0x8a || third == 0xa8 || third == 0xa9 || third == 0xaf ? 3 : 0;
  if (pair == 0x81e2) return third == 0x9f ? 3 : 0;
  if (pair == 0x80e3) return third == 0x80 ? 3 : 0;
  if (pair == 0xbbef) return third == 0xbf ? 3 : 0;
  return pair == 0x9ae1 && third == 0x80 ? 3 : 0;
}

/** A number, by its value. Returns where it ends. */
function addNumber(at: usize): usize {
  const block = v128.load(at);
  const digits = <usize>ctz(~i8x16.bitmask(i8x16.le_u(i8x16.sub(block, i8x16.splat(0x30)), i8x16.splat(9))));
  if (digits == 0 || digits == BLOCK || (digits > 1 && load<u8>(at) == 0x30) || goesOn(at + digits)) return addLongNumber(at);
  add(scramble(hashBlock(firstOf(block, digits))), NUMBER);
  return at + digits;
}

/** Whether there may be more of a number behind its first digits. */
// @ts-ignore: decorator
@inline
function goesOn(at: usize): bool {
  const byte = load<u8>(at);
  if (byte == 0x2e || byte == 0x2c) return isDigit(at + 1);
  return (byte == 0x7b || byte == 0x5c) && load<u8>(at, 1) == 0x2c;
}

function addLongNumber(at: usize): usize {
  const start = at;
  while (isDigit(at)) at++;
  if (at > start) at = afterThousands(at);
  const dot = at;
  if (load<u8>(at) == 0x2e && isDigit(at + 1)) {
    at++;
    while (isDigit(at)) at++;
  }
  add(scramble(valueHash(start, dot, at)), NUMBER);
  return at;
}

/** After the groups of three digits at `at`, each behind `,`, `{,}` or `\,`. */
function afterThousands(at: usize): usize {
  while (true) {
    const byte = load<u8>(at);
    let from = at + 1;
    if (byte == 0x7b && load<u16>(at, 1) == 0x7d2c) from = at + 3;
    else if (byte == 0x5c && load<u8>(at, 1) == 0x2c) from = at + 2;
    else if (byte != 0x2c) return at;
    if (!isDigit(from) || !isDigit(from + 1) || !isDigit(from + 2) || isDigit(from + 3)) return at;
    at = from + 3;
  }
}

/** Hash of the number's shortest spelling; `dot` is where its fraction begins, if it has one before `end`. */
function valueHash(at: usize, dot: usize, end: usize): i32 {
  let hash = HASH_START;
  let length: usize = 0;
  for (; at < dot; at++) {
    if (!isDigit(at) || (length == 0 && load<u8>(at) == 0x30)) continue;
    hash = hashUnit(hash, <i32>load<u8>(at), length++);
  }
  if (length == 0) hash = hashUnit(hash, 0x30, length++);
  while (end > dot && load<u8>(end - 1) == 0x30) end--;
  if (end <= dot + 1) return hash;
  for (at = dot; at < end; at++) hash = hashUnit(hash, <i32>load<u8>(at), length++);
  return hash;
}

function bytesOfSign(at: usize): usize {
  const byte = load<u8>(at);
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/** A sign beyond ASCII. Returns where it ends. */
function addSign(at: usize): usize {
  const bytes = bytesOfSign(at);
  const sign = codeAt(at, bytes);
  const entry = tableAt(SIGNS) + (<usize>sign << 4);
  if (sign >= LAST_SIGN) {
    metUnknownSign = true;
    return at + bytes;
  }
  if (load<u8>(entry) == 0) learnSign(sign);
  const state = load<u8>(entry);
  if (state >= 2) add(load<i32>(entry, 4), load<u8>(entry, 1));
  if (state == 3) add(load<i32>(entry, 8), load<u8>(entry, 1));
  return at + bytes;
}

function codeAt(at: usize, bytes: usize): u32 {
  const first = <u32>load<u8>(at);
  const second = <u32>load<u8>(at, 1) & 0x3f;
  if (bytes == 2) return ((first & 0x1f) << 6) | second;
  const third = <u32>load<u8>(at, 2) & 0x3f;
  if (bytes == 3) return ((first & 0x0f) << 12) | (second << 6) | third;
  return ((first & 0x07) << 18) | (second << 12) | (third << 6) | (<u32>load<u8>(at, 3) & 0x3f);
}
