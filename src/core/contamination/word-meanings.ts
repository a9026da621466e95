import { hashUnit, hashWord, HASH_START, KIND, scramble } from './tokens';
import { FORMULA_WORDS, NUMBER_WORDS, STOP_WORDS, SYNONYMS } from './written-alike';

/** A word of letters in small letters, as it is read letter by letter: hashes of all of it and of what endings leave. */
export class ReadWord {
  length = 0;
  private hash = HASH_START;
  /** Hashes without the last letter, the last two, the last three. */
  private less1 = HASH_START;
  private less2 = HASH_START;
  private less3 = HASH_START;
  private last1 = 0;
  private last2 = 0;
  private last3 = 0;

  start(): void {
    this.length = 0;
    this.hash = HASH_START;
    this.last1 = this.last2 = this.last3 = 0;
  }

  /** The next letter, small. */
  add(letter: number): void {
    this.less3 = this.less2;
    this.less2 = this.less1;
    this.less1 = this.hash;
    this.hash = hashUnit(this.hash, letter, this.length);
    this.last3 = this.last2;
    this.last2 = this.last1;
    this.last1 = letter;
    this.length++;
  }

  /** Hash of the word as `hashWord` has it. */
  get whole(): number {
    return scramble(this.hash);
  }

  /** The same without its ending, cut by the word's length alone: the same word in another form mostly gives the same. */
  get stem(): number {
    const { length, last1, last2, last3 } = this;
    if (length >= 6 && last1 === G && last2 === N && last3 === I) return scramble(this.less3);
    if (length >= 5 && last2 === E && (last1 === S || last1 === D)) return scramble(this.less2);
    if (length >= 4 && ((last1 === S && last2 !== S) || last1 === E)) return scramble(this.less1);
    return scramble(this.hash);
  }
}

const [D, E, G, I, N, S] = [0x64, 0x65, 0x67, 0x69, 0x6e, 0x73];

const SLOTS = 4096;

/** Words that mean something besides themselves, by their hash: what token each is, and of what kind. */
class SpecialWords {
  private readonly words = new Uint32Array(SLOTS);
  private readonly hashes = new Uint32Array(SLOTS);
  /** The kind, from 1; 0: free. */
  private readonly kinds = new Uint8Array(SLOTS);

  constructor() {
    const special = [...SYNONYMS.keys(), ...NUMBER_WORDS.keys(), ...STOP_WORDS, ...FORMULA_WORDS];
    for (const word of special) this.add(word, SYNONYMS.get(word) ?? word);
  }

  /** Where the word of a hash is; -1 for others. */
  find(word: number): number {
    let slot = word & (SLOTS - 1);
    while (this.kinds[slot] !== 0) {
      if (this.words[slot] === word) return slot;
      slot = (slot + 1) & (SLOTS - 1);
    }
    return -1;
  }

  hashAt(slot: number): number {
    return this.hashes[slot] ?? 0;
  }

  kindAt(slot: number): number {
    return (this.kinds[slot] ?? 1) - 1;
  }

  private add(word: string, means: string): void {
    const key = hashWord(word);
    if (this.find(key) !== -1) return;
    let slot = key & (SLOTS - 1);
    while (this.kinds[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    const { hash, kind } = meaningOf(means);
    this.words[slot] = key;
    this.hashes[slot] = hash;
    this.kinds[slot] = kind + 1;
  }
}

/** The token that a word in small letters is. */
export function meaningOf(word: string): { hash: number; kind: number } {
  const number = NUMBER_WORDS.get(word);
  if (number !== undefined) return { hash: hashWord(number), kind: KIND.number };
  if (STOP_WORDS.has(word)) return { hash: hashWord(word), kind: KIND.stop };
  if (word.length < 3 || FORMULA_WORDS.has(word)) return { hash: hashWord(word), kind: KIND.letter };
  const read = new ReadWord();
  for (let at = 0; at < word.length; at++) read.add(word.charCodeAt(at));
  return { hash: read.stem, kind: KIND.content };
}

export const specialWords = new SpecialWords();
