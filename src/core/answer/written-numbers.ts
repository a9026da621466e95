import { Fraction } from 'fraction.js';
import type { Expression } from './expression';

const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const PARTS: Record<string, number> = {
  half: 2,
  halves: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const MOST_WORDS = 9;

/** The number that words stand for, `twenty-five`, `two thousand five hundred`, `two thirds`, `two and a half`; null for other words. */
export function numberInWords(text: string): Expression | null {
  const words = text
    .replace(/[⟨⟩.]/g, ' ')
    .toLowerCase()
    .replace(/^\s*an?(?= )/, 'one')
    .split(/[\s-]+/)
    .filter((word) => word !== '' && word !== 'and');
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const last = words.at(-1) ?? '';
  const whole = last === 'half' && words.at(-2) === 'a' ? wholeInWords(words.slice(0, -2)) : null;
  if (whole !== null) return { kind: 'number', value: new Fraction(2 * whole + 1, 2), decimals: 0 };
  const part = words.length > 1 ? (PARTS[last] ?? PARTS[last.replace(/s$/, '')]) : undefined;
  const value = wholeInWords(part === undefined ? words : words.slice(0, -1));
  return value === null ? null : { kind: 'number', value: new Fraction(value, part ?? 1), decimals: 0 };
}

function wholeInWords(words: string[]): number | null {
  const at = words.indexOf('thousand');
  if (at < 0) return words.at(-1) === 'dozen' ? dozens(words.slice(0, -1)) : belowThousand(words);
  const thousands = belowThousand(words.slice(0, at));
  const rest = at === words.length - 1 ? 0 : belowThousand(words.slice(at + 1));
  return thousands === null || rest === null ? null : 1000 * thousands + rest;
}

function dozens(words: string[]): number | null {
  const count = words.length === 0 ? 1 : belowThousand(words);
  return count === null ? null : 12 * count;
}

function belowThousand(words: string[]): number | null {
  if (words[1] === 'hundred') {
    const rest = words.length === 2 ? 0 : belowThousand(words.slice(2));
    const hundreds = WORDS.indexOf(words[0] ?? '');
    return rest === null || rest > 99 || hundreds < 1 || hundreds > 9 ? null : 100 * hundreds + rest;
  }
  const [first = '', second] = words;
  const ten = TENS.indexOf(first, 2);
  if (words.length === 1) return ten > 0 ? 10 * ten : indexOrNull(first);
  const one = second === undefined ? -1 : WORDS.indexOf(second);
  return words.length === 2 && ten > 0 && one > 0 && one < 10 ? 10 * ten + one : null;
}

function indexOrNull(word: string): number | null {
  const at = Math.max(WORDS.indexOf(word), ORDINALS.indexOf(word));
  return at < 0 ? null : at;
}

/** A numeral of a folded text with its base, as `numeralIn` reads it: `1A_{16}`, `⟨FF⟩_{16}`, `101_{⟨two⟩}`. Null for anything else. */
export function numeralWritten(text: string): string | null {
  const [, bare, worded, base = ''] =
    /^(?:([\dA-F]+|(?=[a-f]*\d)[\da-f]{2,})|[⟨(]\s*([\dA-Fa-f]+)\s*[⟩)])\s*_\s*\{?\s*[⟨(]?\s*(?:base\s+)?(\d{1,2}|[a-z]+)\s*[⟩)]?\s*\}?$/.exec(
      text,
    ) ?? [];
  const told = /^\d/.test(base) ? base : WORDS.indexOf(base);
  const digits = (bare ?? worded)?.toUpperCase();
  if (bare !== undefined && /^[A-F]/.test(bare) && Number(told) <= 10) return null;
  return digits === undefined || told === -1 ? null : `${digits}_${told}`;
}

/** What a numeral with its base is worth, such as `1A_16`; null where its digits are not of that base. */
export function numeralIn(text: string): bigint | null {
  const [, digits = '', told] = /^([\dA-F]{1,60})_(\d{1,2})$/.exec(text) ?? [];
  const base = Number(told);
  if (told === undefined || base < 2 || base > 16) return null;
  let value = 0n;
  for (const digit of digits) {
    const worth = Number.parseInt(digit, 16);
    if (worth >= base) return null;
    value = value * BigInt(base) + BigInt(worth);
  }
  return value;
}
