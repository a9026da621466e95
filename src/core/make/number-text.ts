import { Fraction } from 'fraction.js';

/** A number as it is written in a text. Offsets are UTF-16. */
export interface WrittenNumber {
  start: number;
  end: number;
  text: string;
  value: Fraction;
  /** A percent sign follows. */
  percent: boolean;
}

const NUMBER = /(?<![\d.,\p{L}_])(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?![\p{L}\d])/gu;

/** The numbers of a text, but not those that are parts of words (`Q3`) or ordinals (`3rd`). */
export function numbersIn(text: string): WrittenNumber[] {
  return [...text.matchAll(NUMBER)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    text: written,
    value: new Fraction(written.replaceAll(',', '')),
    percent: /^\s?(?:%|percent\b)/.test(text.slice(index + written.length, index + written.length + 10)),
  }));
}

/** A value as the number that it takes the place of is written: with commas or without. Null for what has no end as a decimal. */
export function writtenLike(value: Fraction, model: string): string | null {
  const plain = value.toString();
  if (/[()'e]/.test(plain)) return null;
  const [whole = '', ...rest] = plain.split('.');
  const grouped = model.includes(',') ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return [grouped, ...rest].join('.');
}
