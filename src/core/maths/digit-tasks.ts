import { Fraction } from 'fraction.js';

/**
 * The tasks of the Number Cookbook (Yang et al. 2024) that look at the digits of numbers: its words between them tell which, or the name of
 * the task, with what it is given behind an underscore: `digit_max_Integer_Integer_Integer`.
 */
type DigitTask = (numbers: string[]) => Fraction | null;

const NUMBER = /\d+(?:\.\d+)?/g;

const TASKS: { name: RegExp; words: RegExp | null; compute: DigitTask }[] = [
  { name: /^digit_max/, words: null, compute: digitByDigit(Math.max) },
  { name: /^digit_min/, words: null, compute: digitByDigit(Math.min) },
  { name: /^digit_add/, words: /\bdigit add\b/, compute: digitByDigit((a, b) => (a + b) % 10) },
  { name: /^get_digit/, words: /\bat position\b/, compute: digitAt },
  { name: /^count/, words: /\boccurrence time of digit\b/, compute: timesOf },
  { name: /^length/, words: /\bnumber of digits of\b/, compute: lengthOf },
];

/** What a digit task makes of its numbers, exactly; null where the text is no such task. `task` is its name where the row has one. */
export function valueOfDigitTask(expression: string, task: string | null): Fraction | null {
  const found = TASKS.find(({ name, words }) => (task === null ? words?.test(expression) : name.test(task)));
  if (!found) return null;
  const numbers = expression.match(NUMBER) ?? [];
  // an instruction before them may have numbers of its own: "starting from 0"
  return found.compute(numbers.slice(found.compute === lengthOf ? -1 : -2));
}

/** Aligned at the decimal point, a digit that is missing is 0, and nothing is carried. */
function digitByDigit(of: (a: number, b: number) => number): DigitTask {
  return ([a, b]) => {
    if (a === undefined || b === undefined) return null;
    const [whole = '', decimals = ''] = a.split('.');
    const [otherWhole = '', otherDecimals = ''] = b.split('.');
    const left = Math.max(whole.length, otherWhole.length);
    const right = Math.max(decimals.length, otherDecimals.length);
    const first = whole.padStart(left, '0') + decimals.padEnd(right, '0');
    const second = otherWhole.padStart(left, '0') + otherDecimals.padEnd(right, '0');
    const digits = Array.from(first, (digit, at) => String(of(Number(digit), Number(second[at])))).join('');
    return new Fraction(BigInt(digits), 10n ** BigInt(right));
  };
}

/** The digit in a place from the left, counted from 0, without the point. */
function digitAt([number, place]: string[]): Fraction | null {
  const digit = number?.replace('.', '')[Number(place)];
  return digit === undefined ? null : new Fraction(digit);
}

function timesOf([number, digit]: string[]): Fraction | null {
  if (number === undefined || digit === undefined || digit.length !== 1) return null;
  return new Fraction(number.replace('.', '').split(digit).length - 1);
}

function lengthOf([number]: string[]): Fraction | null {
  return number === undefined ? null : new Fraction(number.replace('.', '').length);
}
