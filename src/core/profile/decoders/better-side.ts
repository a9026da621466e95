import type { Json } from '../../row/json';

/** `A`, `[[B]]`, `model_a`, `Response 2`: one of two, by a letter or a number at the end. */
const NAMED =
  /^(?:(?:model|response|answer|assistant|output|solution|candidate|completion)[ _-]?)?([ab12])$/i;
const COUNTED = /^(?:[a-z]+[ _-]?)?([01])$/i;
/** `A>B`, `B >> A`, `A=B`: how two compare. */
const COMPARED = /^([ab12])\s*([<>=])[<>=]*\s*([ab12])$/i;
const TIE = /^(?:tie|equal|same|both|neither|draw)\b/i;

/** Which of two a value calls the better one; null where it calls neither, or says something else. */
export function betterSide(value: Json | undefined): 'A' | 'B' | null {
  const text = plain(value);
  const [, left = '', sign, right = ''] = COMPARED.exec(text) ?? [];
  if (sign !== undefined) return sign === '=' ? null : sideOf(sign === '>' ? left : right);
  return sideOf(NAMED.exec(text)?.[1] ?? '');
}

/** Whether a value is a judgement on two: the better one, or that neither is. */
export function isComparison(value: Json): boolean {
  return betterSide(value) !== null || COMPARED.test(plain(value)) || TIE.test(plain(value));
}

/** Whether a value calls the better of two by a number, 0 or 1: `1`, `"response_0"`. */
export function isCounted(value: Json): boolean {
  return countedBetter(value) !== null;
}

/** Which of two that are counted from 0 a value calls the better one. */
export function countedBetter(value: Json | undefined): '0' | '1' | null {
  const text = typeof value === 'number' ? String(value) : plain(value);
  const [, number] = COUNTED.exec(text) ?? [];
  return number === '0' || number === '1' ? number : null;
}

function plain(value: Json | undefined): string {
  if (value === 1 || value === 2) return String(value);
  return typeof value === 'string' ? value.replaceAll(/^[\s[(]+|[\s\])]+$/g, '') : '';
}

function sideOf(name: string): 'A' | 'B' | null {
  if (name === '') return null;
  return 'aA1'.includes(name) ? 'A' : 'B';
}
