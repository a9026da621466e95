/** A number in a text, in digits or as an English word. */
export interface Quantity {
  /** UTF-16 offsets in the text. */
  start: number;
  end: number;
  value: number;
}

/** `one` is left out: it is a pronoun more often than a number. */
const UNITS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const NAMED = { nineteen: 19, half: 0.5, double: 2, twice: 2, dozen: 12, hundred: 100, thousand: 1000 };
const WORDS: ReadonlyMap<string, number> = new Map([
  ...[...UNITS, ...TEENS].map((word, at): [string, number] => [word, at + 2]),
  ...TENS.map((word, at): [string, number] => [word, 10 * (at + 2)]),
  ...Object.entries(NAMED),
]);

const DIGITS = String.raw`(?<![\p{L}_\d.])(?<digits>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d*\.?\d+)`;
const NAMES = String.raw`\b(?<tens>${TENS.join('|')})[- ](?<ones>one|${UNITS.join('|')})\b|\b(?<word>${[...WORDS.keys()].join('|')})\b`;
const QUANTITY = new RegExp(`${DIGITS}|${NAMES}`, 'giu');

/** The numbers of a text, in its order. `x1` names no number, `2x` does. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const value = valueOf(match.groups ?? {});
    if (Number.isFinite(value)) found.push({ start: match.index, end: match.index + match[0].length, value });
  }
  return found;
}

function valueOf({ digits, tens, ones, word }: Record<string, string | undefined>): number {
  if (digits !== undefined) return Number(digits.replaceAll(',', ''));
  if (tens === undefined) return named(word);
  return named(tens) + (ones?.toLowerCase() === 'one' ? 1 : named(ones));
}

function named(word: string | undefined): number {
  return WORDS.get(word?.toLowerCase() ?? '') ?? NaN;
}
