import type { Range } from './query';

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
/** One word before the number, or a percent sign after it: `Level 5`, `85 %`. */
const NAMED_NUMBER = /^(?:[A-Za-z]+[ _])?([-+]?\d+(?:\.\d+)?) ?%?$/;
const LONGEST = 40;

/** The number that a text is; null when it is none. */
export function numberIn(text: string): number | null {
  const bare = text.length > LONGEST ? '' : text.trim();
  const number = NUMBER.test(bare) ? Number(bare) + 0 : Infinity; // + 0: there is no other zero
  return Number.isFinite(number) ? number : null;
}

/** The number that a text is or names: `5`, `Level 5`, `85 %`. */
export function numberNamedIn(text: string): number | null {
  const bare = text.length > LONGEST ? '' : text.trim();
  const named = NAMED_NUMBER.exec(bare)?.[1];
  return named === undefined ? numberIn(bare) : Number(named);
}

/** Whether a number written as text could hold this text. */
export function mayBeInNumber(text: string): boolean {
  return /^[-+.\de]*$/i.test(text) || 'infinity'.includes(text.toLowerCase());
}

export function inRange(value: number, { from, to, beyond }: Range): boolean {
  return beyond ? value > from && value < to : value >= from && value <= to;
}

/** The range that a word is: `2..5`, `2..`, `..5`, `>3`, `<=3`; null when it is none. */
export function rangeIn(word: string): Range | null {
  const [, sign = '', bound = ''] = /^([<>]=?)(.+)$/.exec(word) ?? [];
  const [, low = '', high = ''] = /^(.*?)\.\.(.*)$/.exec(word) ?? [];
  if (sign === '') return low === '' && high === '' ? null : between(low, high);
  const number = numberIn(bound);
  if (number === null) return null;
  const [from, to] = sign.startsWith('>') ? [number, Infinity] : [-Infinity, number];
  return { from, to, beyond: sign.length === 1 };
}

function between(low: string, high: string): Range | null {
  const from = low === '' ? -Infinity : numberIn(low);
  const to = high === '' ? Infinity : numberIn(high);
  return from === null || to === null ? null : { from, to, beyond: false };
}
