import { Fraction } from 'fraction.js';
import { isToldAs } from './calculator-annotation';
import { valueOf } from './arithmetic';
import { valueOfDigitTask } from './digit-tasks';

/** What an arithmetic text says against what it makes. */
export interface WrittenResult {
  agrees: boolean;
  /** Exact. */
  value: Fraction;
}

/**
 * Recomputes `123 + 877 = 1000`, exactly: whole numbers of any length, fractions, decimals, `1.2e3`; `max`, `min`, `mod` and `//` by name
 * or sign, with the task's name before the numbers where it has one; the tasks of digits, and numbers kept to so many significant
 * figures. `task` is the name that stands beside the text. Null where the left side is no such thing.
 */
export function judgeResult(
  expression: string,
  result: string,
  task: string | null = null,
): WrittenResult | null {
  const rounded = judgeFigures(expression.trim(), result.trim());
  if (rounded) return rounded;
  const value = valueOfDigitTask(expression.trim(), task) ?? computed(expression.trim(), task);
  const told = value && exact(result.trim());
  if (!value || !told) return null;
  return { agrees: value.equals(told) || isAbout(value, told, result.trim()), value };
}

const FIGURES = /(\d[\d.]*) and keep significant figures as (\d{1,3})$/;

/**
 * `123.45 and keep significant figures as 3 = 1.23e2`. Halves may go either way, and where the next digit is a 5 the Number Cookbook goes
 * down whatever stands behind it.
 */
function judgeFigures(expression: string, result: string): WrittenResult | null {
  const [, written = '', figures = ''] = FIGURES.exec(expression) ?? [];
  const [value, told] = [exact(written), exact(result)];
  if (!value || !told || value.equals(0)) return null;
  const [whole = ''] = written.split('.');
  const unit = new Fraction(10).pow(new Fraction(whole.replace(/^0+(?=.)/, '').length - Number(figures)));
  return (
    unit && {
      agrees:
        value
          .sub(told)
          .abs()
          .compare(unit.mul(told.compare(value) < 0 ? '0.6' : '0.5')) <= 0,
      value,
    }
  );
}

const BY_NAME: Record<string, (a: Fraction, b: Fraction) => Fraction | null> = {
  max: (a, b) => (a.compare(b) >= 0 ? a : b),
  min: (a, b) => (a.compare(b) <= 0 ? a : b),
  add: (a, b) => a.add(b),
  sub: (a, b) => a.sub(b),
  multiply: (a, b) => a.mul(b),
  truediv: (a, b) => (b.equals(0) ? null : a.div(b)),
  floordiv: (a, b) => (b.equals(0) ? null : a.div(b).floor()),
  mod: (a, b) => (b.equals(0) ? null : a.sub(b.mul(a.div(b).floor()))),
};

const NUMBER = String.raw`-?\d[\d.]*(?:[eE][-+]?\d+)?(?:/\d+)?`;
const NAMED = new RegExp(String.raw`^([a-z]+)[ (]+(${NUMBER})\s*(?:,|and|\s)\s*(${NUMBER})\s*\)?$`, 'i');
const BETWEEN = new RegExp(String.raw`^(?:[a-z]+:?\s+)?(${NUMBER})\s*(%|mod|//)\s*(${NUMBER})$`, 'i');
const SIGNS: Record<string, string> = { '%': 'mod', mod: 'mod', '//': 'floordiv' };

const EITHER = new RegExp(String.raw`(${NUMBER}) and (${NUMBER})$`);

function computed(expression: string, task: string | null): Fraction | null {
  const [, larger] = /^(max|min)(?:_|$)/.exec(task ?? '') ?? [];
  const [, left = '', right = ''] = EITHER.exec(expression) ?? [];
  const [one, other] = [exact(left), exact(right)];
  if (larger !== undefined && one && other) return BY_NAME[larger]?.(one, other) ?? null;
  const [, sign, first, second] = NAMED.exec(expression) ?? inOrder(BETWEEN.exec(expression)) ?? [];
  const [a, b] = [exact(first ?? ''), exact(second ?? '')];
  const name = (sign ?? '').toLowerCase();
  const compute = BY_NAME[SIGNS[name] ?? name];
  return compute && a && b ? compute(a, b) : exact(expression);
}

function inOrder(found: RegExpExecArray | null): (string | undefined)[] | null {
  return found && [found[0], found[2], found[1], found[3]];
}

/** An exponent above this makes a number of thousands of digits. */
const HIGHEST_EXPONENT = 400;
/** Digits of the longest numbers that are computed with. */
const LONGEST = 4000;

/** Plain arithmetic, whose numbers may have exponents and be longer than a person would write. */
function exact(text: string): Fraction | null {
  if (text === '' || text.length > LONGEST) return null;
  if (/^-?\d+$/.test(text)) return new Fraction(BigInt(text));
  const [, left = '', sign = '', right = ''] = /^(-?\d+)\s*([-+*×])\s*(\d+)$/.exec(text) ?? [];
  if (sign !== '') return ofWhole(BigInt(left), sign, BigInt(right));
  const plain = text.replaceAll(
    /(\d+(?:\.\d+)?)[eE]([-+]?\d+)/g,
    (whole, digits: string, exponent: string) =>
      Math.abs(Number(exponent)) > HIGHEST_EXPONENT ? whole : `(${digits}*10^(${exponent.replace('+', '')}))`,
  );
  return valueOf(plain);
}

function ofWhole(left: bigint, sign: string, right: bigint): Fraction {
  if (sign === '+') return new Fraction(left + right);
  return new Fraction(sign === '-' ? left - right : left * right);
}

/** A result with decimals may be rounded or cut at the last one, before its exponent. */
function isAbout(value: Fraction, told: Fraction, written: string): boolean {
  if (isToldAs(value, written)) return true;
  const [, decimals = '', exponent = '0'] = /\.(\d+)[eE]([-+]?\d+)$/.exec(written) ?? [];
  if (decimals === '') return false;
  const unit = exact(`1e${Number(exponent) - decimals.length}`);
  return unit !== null && value.sub(told).abs().compare(unit) < 0;
}
