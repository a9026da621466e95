import { isEqual } from './comparison';
import type { Comparison } from './comparison';

const CENTS = /\d\s*(?:\\text\s*\{\s*)?(?:cents?\b|¢|\\cent)/i;
const DOLLARS = /\\\$\s*\d|^\$\d[^$]*$/;

/** Signs and words that tell amounts apart whose numbers are the same; a percent sign is no currency either. */
const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ['dollars', /\\\$\s*\d|^-?\$\d[^$]*$|\bUSD\b|\d\s*dollars?\b/],
  ['euros', /€|\bEUR\b|\d\s*euros?\b/],
  ['pounds', /£|\\pounds|\bGBP\b/],
  ['rupees', /₹|\bINR\b|\bRs\.?\s*\d|\d\s*rupees?\b/],
  ['yuan', /\bCNY\b|\bRMB\b|\d\s*(?:元|yuan\b)/],
  ['per cent', /\d\s*\\?%/],
];
const MAY_BE_MONEY = /[$€£₹%元]|pounds|rupee|euro|dollar|yuan|USD|EUR|GBP|INR|Rs|CNY|RMB/;

/** `€20` is not `\$20`, of both of which no more than the number is read; null where one says nothing of it, or both the same. */
export function otherCurrency(a: string, b: string): Comparison | null {
  if (!MAY_BE_MONEY.test(a) || !MAY_BE_MONEY.test(b)) return null;
  const [one, other] = [currencyOf(a), currencyOf(b)];
  return one === null || other === null || one === other
    ? null
    : { verdict: 'different', how: `${one} against ${other}` };
}

function currencyOf(text: string): string | null {
  const [found, more] = CURRENCIES.filter(([, pattern]) => pattern.test(text));
  return found && !more ? found[0] : null;
}

/** `50 cents` are not `\$50`, of which no more than the number is read. */
export function inDollars(a: string, b: string, asTheyStand: Comparison): Comparison {
  if (!isEqual(asTheyStand) || asTheyStand.how === 'cents') return asTheyStand;
  return (CENTS.test(a) && DOLLARS.test(b)) || (CENTS.test(b) && DOLLARS.test(a))
    ? { verdict: 'different', how: 'cents against dollars' }
    : asTheyStand;
}
