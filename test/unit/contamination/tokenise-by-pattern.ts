import { hashWord, KIND } from '../../../src/core/contamination/tokens';
import type { Tokens } from '../../../src/core/contamination/tokens';
import {
  FORMULA_WORDS,
  LAYOUT_COMMANDS,
  NUMBER_WORDS,
  SIGN_NUMBERS,
  SIGNS,
  STOP_WORDS,
  SYNONYMS,
} from '../../../src/core/contamination/written-alike';

interface Meaning {
  hash: number;
  kind: number;
}

/** Meanings of words met so far, thrown away when there are many. */
const MOST_WORDS = 100_000;
const words = new Map<string, Meaning>();
/** In this order: a command or escaped sign, a fraction of two digits among them; a word; a number; any other sign that counts. */
const PIECE =
  /\\(?:(?:begin|end)\s*\{[^}\n]{0,30}\}|([dtc]?frac)\s*(\d)\s*(\d)?|([A-Za-z]+)|%|.)|([A-Za-z]+)(?:['’](?:s|t|re|ve|ll|d|m)\b)?|(\d+(?:(?:,|\{,\}|\\,)\d{3}(?!\d))*(?:\.\d+)?|\.\d+)|(\P{ASCII}|%)/gsu;

/**
 * Cuts a text into words and numbers as they are compared: without the ways in which the same maths is written (layout, braces,
 * operators), without case and endings.
 */
export function tokeniseByPattern(text: string): Tokens {
  const list = new TokenList();
  for (const match of text.matchAll(PIECE)) {
    const [piece, fraction, over, under, command, word, number, sign] = match;
    const at = match.index;
    if (word !== undefined) list.addWord(word, at);
    else if (number !== undefined) list.addNumber(number, at);
    else if (command !== undefined) {
      if (!LAYOUT_COMMANDS.has(command)) list.addCommand(command, at);
    } else if (fraction !== undefined && over !== undefined) {
      const first = at + piece.indexOf(over);
      list.addNumber(over, first);
      if (under !== undefined) list.addNumber(under, at + piece.length - 1);
    } else if (sign !== undefined) list.addSign(sign, at);
    else if (piece === '\\%') list.addSign('%', at + 1);
  }
  return list.tokens();
}

class TokenList {
  private length = 0;
  private exact = new Uint32Array(64);
  private kinds = new Uint8Array(64);
  private starts = new Uint32Array(64);
  private ends = new Uint32Array(64);

  addWord(word: string, at: number): void {
    this.add(meaningOf(word), at, at + word.length);
  }

  addCommand(command: string, at: number): void {
    this.add(meaningOf(command), at, at + command.length + 1);
  }

  addNumber(number: string, at: number): void {
    this.add({ hash: hashWord(valueOf(number)), kind: KIND.number }, at, at + number.length);
  }

  addSign(sign: string, at: number): void {
    const numbers = SIGN_NUMBERS.get(sign);
    for (const number of numbers?.split(' ') ?? [])
      this.add({ hash: hashWord(number), kind: KIND.number }, at, at + sign.length);
    if (numbers !== undefined) return;
    const word = SIGNS.get(sign);
    if (word !== undefined) this.add(meaningOf(word), at, at + sign.length);
    else if (/\p{L}/u.test(sign)) {
      const plain = sign.normalize('NFKD').toLowerCase();
      this.add({ hash: hashWord(plain), kind: KIND.content }, at, at + sign.length);
    }
  }

  tokens(): Tokens {
    const { length, exact, kinds, starts, ends } = this;
    return { length, exact, kinds, starts, ends };
  }

  private add({ hash, kind }: Meaning, start: number, end: number): void {
    if (this.length === this.exact.length) this.grow();
    this.exact[this.length] = hash;
    this.kinds[this.length] = kind;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length++;
  }

  private grow(): void {
    const size = this.length * 2;
    const wider = (list: Uint32Array) => {
      const copy = new Uint32Array(size);
      copy.set(list);
      return copy;
    };
    [this.exact, this.starts, this.ends] = [wider(this.exact), wider(this.starts), wider(this.ends)];
    const kinds = new Uint8Array(size);
    kinds.set(this.kinds);
    this.kinds = kinds;
  }
}

function meaningOf(written: string): Meaning {
  const known = words.get(written);
  if (known) return known;
  const word = written.toLowerCase();
  const meaning = read(SYNONYMS.get(word) ?? word);
  if (words.size >= MOST_WORDS) words.clear();
  // a word of a hundred letters is no word: it is not worth being kept
  if (written.length <= 40) words.set(written, meaning);
  return meaning;
}

function read(word: string): Meaning {
  const number = NUMBER_WORDS.get(word);
  if (number !== undefined) return { hash: hashWord(number), kind: KIND.number };
  if (STOP_WORDS.has(word)) return { hash: hashWord(word), kind: KIND.stop };
  const short = word.length < 3 || FORMULA_WORDS.has(word);
  return { hash: hashWord(short ? word : stem(word)), kind: short ? KIND.letter : KIND.content };
}

/** Cuts an ending by the word's length alone: the same word in another form mostly gives the same. */
function stem(word: string): string {
  if (word.length >= 6 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length >= 5 && (word.endsWith('es') || word.endsWith('ed'))) return word.slice(0, -2);
  if (word.length >= 4 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  if (word.length >= 4 && word.endsWith('e')) return word.slice(0, -1);
  return word;
}

/** The same for 3,000.50 and 3000.5. */
function valueOf(number: string): string {
  const digits = number.replaceAll(/[^\d.]/g, '').replace(/^0+(?=\d)/, '');
  const plain = digits.startsWith('.') ? `0${digits}` : digits;
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}
