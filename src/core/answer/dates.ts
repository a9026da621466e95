import type { Comparison } from './comparison';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?:,? (?<year>\d{4}))?`;
const WEEKDAY = String.raw`(?:(?<weekday>mon|tues|wednes|thurs|fri|satur|sun)day,? )?`;
const FORMS = [
  new RegExp(`^${WEEKDAY}${MONTH} ${DAY}${YEAR}$`),
  new RegExp(`^${WEEKDAY}(?:the )?${DAY} (?:of )?${MONTH}${YEAR}$`),
  /^(?<year>\d{4})-(?<month>0[1-9]|1[0-2])-(?<day>\d{2})$/,
];
const LONGEST = 40;

/**
 * Compares two dates, `March 5th`, `5 March 2024`, `2024-03-05`; a year or a day of the week may be left out. Null where one is none.
 * Takes folded texts.
 */
export function compareDates(a: string, b: string): Comparison | null {
  if (a.length > LONGEST || b.length > LONGEST) return null;
  const left = dateIn(a);
  const right = left && dateIn(b);
  if (!left || !right) return null;
  return left.month === right.month &&
    left.day === right.day &&
    alike(left.year, right.year) &&
    alike(left.weekday, right.weekday)
    ? { verdict: 'equal-exact', how: 'same date' }
    : { verdict: 'different', how: 'another date' };
}

function alike(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

interface DateTold {
  month: number;
  day: number;
  year?: string | undefined;
  weekday?: string | undefined;
}

function dateIn(text: string): DateTold | null {
  const said = text.toLowerCase().replace(/[⟨⟩]/g, ' ').replace(/\^\s*\{?\s*(?=st|nd|rd|th)/, '').replace(/[\s}]+/g, ' ').replace(/ (?=(?:st|nd|rd|th)\b|,)/, '').trim(); // prettier-ignore
  for (const form of FORMS) {
    const { month = '', day, year, weekday } = form.exec(said)?.groups ?? {};
    if (day === undefined) continue;
    return { month: Number(month) || MONTHS.indexOf(month) + 1, day: Number(day), year, weekday };
  }
  return null;
}
