import { Fraction } from 'fraction.js';
import type { Expression } from './expression';

const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** The number that a word stands for, up to twenty; null for other words. */
export function numberInWords(text: string): Expression | null {
  const value = WORDS.indexOf(text.replace(/[⟨⟩\s.]/g, '').toLowerCase());
  return value < 0 ? null : { kind: 'number', value: new Fraction(value), decimals: 0 };
}

/** A numeral of a folded text with its base, as `numeralIn` reads it: `1A_{16}`, `⟨FF⟩_{16}`, `101_{⟨two⟩}`. Null for anything else. */
export function numeralWritten(text: string): string | null {
  const [, bare, worded, base = ''] =
    /^(?:(\d[\dA-F]*)|⟨\s*([\dA-F]+)\s*⟩)\s*_\s*\{?\s*⟨?\s*(\d{1,2}|[a-z]+)\s*⟩?\s*\}?$/.exec(text) ?? [];
  const told = /^\d/.test(base) ? base : WORDS.indexOf(base);
  const digits = bare ?? worded;
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
