import type { Comparison } from './comparison';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const WEEKDAY = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?`;
const MONTH_FIRST = new RegExp(String.raw`^${WEEKDAY}${MONTH} ${DAY}(?:,? (\d{4}))?$`);
const DAY_FIRST = new RegExp(String.raw`^${WEEKDAY}(?:the )?${DAY} (?:of )?${MONTH}(?:,? (\d{4}))?$`);
const LONGEST = 40;

/** Compares two dates of which each names its month, `March 5th` and `5 March 2024`; a year may be left out. Null where it is not so. Takes folded texts. */
export function compareDates(a: string, b: string): Comparison | null {
  if (a.length > LONGEST || b.length > LONGEST) return null;
  const left = dateIn(a);
  const right = left && dateIn(b);
  if (!left || !right) return null;
  const sameYear = left.year === undefined || right.year === undefined || left.year === right.year;
  return left.month === right.month && left.day === right.day && sameYear
    ? { verdict: 'equal-exact', how: 'same date' }
    : { verdict: 'different', how: 'another date' };
}

function dateIn(text: string): { month: number; day: number; year: string | undefined } | null {
  const said = text.toLowerCase().replace(/[⟨⟩]/g, ' ').replace(/\^\s*\{?\s*(?=st|nd|rd|th)/, '').replace(/[\s}]+/g, ' ').replace(/ (?=(?:st|nd|rd|th)\b|,)/, '').trim(); // prettier-ignore
  const [, month, day, year] = MONTH_FIRST.exec(said) ?? [];
  if (month !== undefined) return { month: MONTHS.indexOf(month), day: Number(day), year };
  const [, first, second = '', last] = DAY_FIRST.exec(said) ?? [];
  return first === undefined ? null : { month: MONTHS.indexOf(second), day: Number(first), year: last };
}
