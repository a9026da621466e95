import type { Comparison } from './comparison';

const NAMED = /^\\?(angle|triangle)?\s*([A-Z]{3,10})$/;

/**
 * `ABC` and `ACB`: letters of an order, a polygon, an angle, several choices or factors, of which only the last two may change places. Null
 * where the letters are other ones, or both have one order. Takes folded texts.
 */
export function compareLetterOrder(a: string, b: string): Comparison | null {
  const [, kind, one = ''] = NAMED.exec(a) ?? [];
  const [, other, two = ''] = NAMED.exec(b) ?? [];
  if (one === '' || one === two || sorted(one) !== sorted(two)) return null;
  if (kind !== 'angle' || other !== 'angle')
    return { verdict: 'cannot-tell', how: 'the order of the letters may matter' };
  return one[1] === two[1]
    ? { verdict: 'equal-exact', how: 'same angle' }
    : { verdict: 'different', how: 'another vertex' };
}

function sorted(letters: string): string {
  return [...letters].sort().join('');
}
