import { valueOf } from '../maths/arithmetic';
import { isToldAs } from '../maths/calculator-annotation';
import type { SourceText } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';

/** Plain equalities between numbers in steps, `3 + 4 = 8`, are recomputed exactly. */
export const arithmeticCheck: Check = {
  id: 'arithmetic',
  title: 'Plain arithmetic',
  reads: 'the steps of every trace',
  severity: 'info',
  cost: 'thorough',
  start: () => ({
    row: (row) => {
      if (row.parsed.kind !== 'value' || !MAYBE.test(row.parsed.text)) return [];
      const steps = (row.reading()?.traces ?? []).flatMap((trace) => trace.steps);
      return steps.flatMap(({ source, form }) => (form === undefined ? findingsIn(source, row) : []));
    },
  }),
};

const MAYBE = /\d\s*[-+*/×÷]\s*[\d$][\d.,]*\s*=/;
const NUMBER = String.raw`\$?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
/** No longer expression is cut out of: no letter, bracket or operator stands before it or after it. */
const EQUALITY = new RegExp(
  String.raw`(?<![\d.,)\]}\\^_$<%°'’=/*+×÷−:>&-]\s{0,3})(?<![A-Za-z])(?<!\\[A-Za-z]{1,12}\s{0,3})(?<!(?:^|[^A-Za-z])[A-Za-z]\s{1,3})(?<!\b(?:of|twice|half|times|by|minus|plus|and|than|thrice|root|mod|less|more)\s{1,3})(${NUMBER}(?:[ ]*[-+*/×÷−][ ]*${NUMBER})+)[ ]*=[ ]*(${NUMBER})(?![\w,.]*[\d\w(^%{\\!])(?!\s*(?:[-+*/×÷−^%:\\(=]|\d))`,
  'g',
);

function findingsIn(source: SourceText, row: CheckedRow): Finding[] {
  return [...source.text.matchAll(EQUALITY)].flatMap((found) => {
    const [text, left = '', right = ''] = found.map((part) => part.replaceAll('$', ''));
    const value = valueOf(left);
    const told = right.trim();
    if (!value || isToldAs(value, told) || mayMeanOther(left, source.text.slice(0, found.index), told))
      return [];
    const said = {
      rule: 'arithmetic/wrong',
      severity: 'info' as const,
      message: `${left.trim()} is ${shown(value)}, not ${told}.`,
      evidence: text ?? '',
    };
    return [findingAt(row, source, said, { start: found.index, end: found.index + found[0].length })];
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

function shown(value: NonNullable<ReturnType<typeof valueOf>>): string {
  return value.d < 10_000n ? value.toFraction() : String(Number(value.valueOf().toPrecision(12)));
}
