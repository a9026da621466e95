import { visit } from 'jsonc-parser';
import type { JsonPath } from '../row/json';

/** The numbers of a row that a double does not hold exactly, as they are written, by `exactKey` of their path. */
export type ExactNumbers = ReadonlyMap<string, string>;

/** Up to 15 digits fit a double (IEEE 754). Other text that looks so costs time, nothing else. */
const SUSPECT = /(?:\d\.?){16}|[eE][+-]?\d{3}/;
const NONE: ExactNumbers = new Map();

/** Finds them in the text of a row that is JSON: two that differ in the last digit would otherwise be taken for equal. */
export function exactNumbers(text: string): ExactNumbers {
  if (!SUSPECT.test(text)) return NONE;
  const found = new Map<string, string>();
  try {
    visit(text, {
      onLiteralValue: (value: unknown, offset, length, _line, _character, path) => {
        if (typeof value !== 'number') return;
        const written = text.slice(offset, offset + length);
        if (decimalOf(written) !== decimalOf(String(value))) found.set(exactKey(path()), written);
      },
    });
  } catch {
    return NONE; // nested more deeply than a recursive parser can go
  }
  return found;
}

export function exactKey(path: JsonPath): string {
  return JSON.stringify(path);
}

/** A number without the freedom of its spelling: `1.50`, `15e-1` and `1.5` give the same text. */
export function decimalOf(written: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const shift = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - significant.length);
  return `${sign}${significant}e${shift}`;
}
