import type { Fraction } from 'fraction.js';
import { readAnswer } from '../answer/answer-value';
import type { Scalar } from '../answer/answer-value';
import { exactValue } from '../answer/exact-value';
import { namesIn } from '../answer/expression';
import { realValue } from '../answer/probe';

/** What recomputing an equality says. */
export interface EqualityVerdict {
  /** `unclear` where it cannot be computed, or may mean something else than that both sides are worth the same. */
  verdict: 'holds' | 'fails' | 'unclear';
  /** What the sides are worth. */
  left: string;
  right: string;
}

/** In UTF-16 units: a longer side is left alone. */
const LONGEST_SIDE = 300;
const LETTER = /[A-Za-z]/;
const COMMAND = /\\[A-Za-z]+/g;
const BARE_NUMBER = /^[-−\s$\\]*\d[\d,{}]*(?:\.\d+)?$/;
const DECIMAL = /\d\.\d/;
/**
 * Degrees (`\sin(45)` too), percents, other bases, repeating decimals, mixed numbers, `\tan^{-1}`, `[22.8]`, `7!/5!2!`, `3^15^2`, the pair or
 * number `(143,858)`: read in more than one way.
 */
const AMBIGUOUS =
  /[%°_]|^(?:\\left)?\s*\[.*\]$|(?:sin|cos|tan|cot|sec|csc)\^\{?-|\\(?:%|circ|overline|bar|dot|underline|deg|text|mbox|textrm|mathrm|operatorname)|\d\s*\\[dt]?frac|[a-zA-Z]\s*!|(?:sin|cos|tan|cot|sec|csc)(?:\^\{?\d\}?)?\s*[({]?\s*\d|[/÷][^-+=]*!\s*\d|\^\d{2}|[({]\d{1,3}(?:,\d{3})+[)}]/;
/** A member of which a part is left out, boxed or on another line. */
const IN_PARTS = /\\(?:[cl]?dots|dotsb|dotsc|pm|mp|boxed)(?![A-Za-z])|\.{3}|[…⋯±&]|\\\\/;
/** A sum that goes on elsewhere. */
const CUT = /^(?:[+*/×÷·]|\\(?:cdot|times|div)(?![A-Za-z]))|(?:[-+*/×÷·−^]|\\(?:cdot|times|div|left)|\()$/;
/** Words after a side: its unit. */
const UNIT = /(?:\s|\\[,;:! ])*\\(?:text|mbox|textrm|mathrm)\s*\{([^{}]*)\}$/;

/** Judges `left = right`, two pieces of TeX: numbers, exactly where they are rational. What has letters is left alone: it may hold for some values. */
export function judgeEquality(left: string, right: string): EqualityVerdict {
  const [unit = '', other = ''] = [left, right].map((side) => UNIT.exec(side)?.[1]?.trim());
  if (unit !== '' && unit !== other) return UNCLEAR; // `2 hours = 2 \cdot 60`
  return judgeBare(left.replace(UNIT, ''), right.replace(UNIT, ''));
}

function judgeBare(left: string, right: string): EqualityVerdict {
  if (left.length > LONGEST_SIDE || right.length > LONGEST_SIDE) return UNCLEAR;
  if ([left, right].some(isUnclear)) return UNCLEAR;
  if (LETTER.test(`${left} ${right}`.replaceAll(COMMAND, ''))) return UNCLEAR;
  if (BARE_NUMBER.test(left) && BARE_NUMBER.test(right)) return UNCLEAR;
  const [a, b] = [scalarOf(left), scalarOf(right)];
  if (!a || !b || namesIn(b.of, namesIn(a.of)).size > 0) return UNCLEAR;
  return judgeNumbers(a, b, left, right);
}

function isUnclear(side: string): boolean {
  return side === '' || [AMBIGUOUS, IN_PARTS, CUT].some((sign) => sign.test(side));
}

const UNCLEAR: EqualityVerdict = { verdict: 'unclear', left: '', right: '' };

/** A side that is one plain value, without a unit, a percent sign or a name. */
export function scalarOf(side: string): Scalar | null {
  const value = readAnswer(side.replaceAll('\\$', ''));
  return value.kind === 'scalar' && value.unit === '' && !value.percent && !value.named ? value : null;
}

function judgeNumbers(a: Scalar, b: Scalar, left: string, right: string): EqualityVerdict {
  const [exact, other] = [exactValue(a.of), exactValue(b.of)];
  const [one, two] = [exact?.valueOf() ?? realValue(a.of), other?.valueOf() ?? realValue(b.of)];
  if (one === null || two === null) return UNCLEAR;
  const said = { left: shown(exact, one), right: shown(other, two) };
  if (exact && other ? exact.equals(other) : close(one, two, 1e-9)) return { ...said, verdict: 'holds' };
  if (isRounded(one, two, right) || isRounded(two, one, left)) return { ...said, verdict: 'holds' };
  if (isWholePart(left, one, two) || isWholePart(right, two, one)) return { ...said, verdict: 'unclear' };
  const slack = DECIMAL.test(left + right) ? 5e-3 : exact && other ? 0 : 1e-6;
  return { ...said, verdict: close(one, two, slack) ? 'unclear' : 'fails' };
}

/** What a few operations on doubles leave of 0. */
const ROUNDING = 1e-12;

function close(a: number, b: number, slack: number): boolean {
  return Math.abs(a - b) <= slack * Math.max(Math.abs(a), Math.abs(b)) + ROUNDING;
}

/** Whether `told`, written as a decimal, is `value` rounded or cut to its digits. */
function isRounded(value: number, told: number, written: string): boolean {
  const decimals = /^[-−\s$\\]*[\d,{}]*\.(\d+)$/.exec(written)?.[1];
  return decimals !== undefined && Math.abs(value - told) <= 1.001 * 10 ** -decimals.length;
}

/** `\frac{36}{5} = 7`, when the rest of the division is of no interest. */
function isWholePart(written: string, value: number, told: number): boolean {
  return (
    /^(?:\\[dt]?frac|\d[\d,.]*\s*(?:\/|÷|\\div))/.test(written) &&
    Math.abs(value - told) < 1 &&
    Number.isInteger(told)
  );
}

function shown(exact: Fraction | null, value: number): string {
  if (exact && exact.d < 10_000n) return exact.toFraction();
  return String(Number(value.toPrecision(10)));
}
