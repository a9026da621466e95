import { shownValue, valueOf } from './arithmetic';
import { isToldAs } from './calculator-annotation';

/** An equality between plain numbers, and what recomputing it says. UTF-16 offsets in the text. */
export interface PlainEquality {
  start: number;
  end: number;
  /** As they are written. */
  left: string;
  told: string;
  /** What the left side is worth. */
  worth: string;
  holds: boolean;
}

const NUMBER = String.raw`\$?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
/** No longer expression is cut out of: no letter, bracket or operator stands before it or after it, and a comma only behind a word. */
const EQUALITY = new RegExp(
  String.raw`(?<![\d)\]}\\^_$<%°'’=/*+×÷−:>&-]\s{0,3})(?:(?<![.,]\s{0,3})|(?<=(?<!\\[A-Za-z]{0,12})[A-Za-z]{2}[.,]\s{1,3}))(?<![A-Za-z])(?<!\\[A-Za-z]{1,12}\s{0,3})(?<!(?:^|[^A-Za-z])[A-Za-z]\s{1,3})(?<!\b(?:of|twice|half|times|by|minus|plus|and|than|thrice|root|mod|less|more)\s{1,3})(${NUMBER}(?:[ ]*[-+*/×÷−][ ]*${NUMBER})+)[ ]*=[ ]*(${NUMBER})(?![\w,.]*[\d\w(^%{\\!])(?!\s*(?:[-+*/×÷−^%:\\(=]|\d))`,
  'g',
);

/** The equalities of a text such as `3 + 4 = 8`, recomputed exactly. Those that may mean something else are left out. */
export function plainEqualities(text: string): PlainEquality[] {
  return [...text.matchAll(EQUALITY)].flatMap((found) => {
    const [, left = '', right = ''] = found.map((part) => part.replaceAll('$', ''));
    const value = valueOf(left);
    const told = right.trim();
    if (!value) return [];
    const holds = isToldAs(value, told);
    if (!holds && mayMeanOther(left, text.slice(0, found.index), told)) return [];
    const [start, end] = [found.index, found.index + found[0].length];
    return [{ start, end, left: left.trim(), told, worth: shownValue(value), holds }];
  });
}

/** `1/2/3` may be a date, and what follows a dash a list; division is rounded to whole things in words. */
function mayMeanOther(left: string, before: string, told: string): boolean {
  return (
    /\d\/\d+\/\d/.test(left) ||
    /[-+*/×÷=]\s*\$?$/.test(before) ||
    (left.includes('/') && !/^[^/]*\/[^/]*$/.test(left)) ||
    isWholePart(left, told)
  );
}

/** `194 ÷ 11 = 17`, when the rest of the division is of no interest. */
function isWholePart(left: string, told: string): boolean {
  return (
    /^[\d,\s]+[/÷][\d,\s]+$/.test(left) &&
    valueOf(left)
      ?.floor()
      .equals(valueOf(told) ?? -1) === true
  );
}
