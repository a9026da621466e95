import type { AskedQuestion, AskedValue } from '../../src/core/scheme/asked-questions';
import type { Action } from '../../src/protocol/actions';

/** Keys that decide on steps as well. */
const BY_LETTER = { g: 'settleGood', n: 'settleNeutral', b: 'settleBad', u: 'settleUnsure' } as const;
/** A digit alone takes an annotator's answer. */
const BY_DIGIT = {
  ...{ 1: 'decide1', 2: 'decide2', 3: 'decide3', 4: 'decide4', 5: 'decide5' },
  ...{ 6: 'decide6', 7: 'decide7', 8: 'decide8', 9: 'decide9', 0: 'decide0' },
} as const;
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** What a reviewer can answer with a key, whether or not anybody else did. */
interface OwnAnswer {
  action: Action;
  value: AskedValue;
}

/** An answer keeps its key, a digit with ⇧; one whose key does something else in a review, or that has none, gets the next digit. */
export function ownAnswers({ way, values, catalogue }: AskedQuestion): OwnAnswer[] {
  if (way === 'text' || way === 'span' || catalogue !== null) return [];
  const free = DIGITS.filter((digit) => values.every(({ key }) => key !== digit));
  return values.flatMap((value): OwnAnswer[] => {
    const action = actionOn(value.key) ?? actionOn(free.shift() ?? '');
    return action ? [{ action, value }] : [];
  });
}

function actionOn(key: string): Action | undefined {
  return ({ ...BY_LETTER, ...BY_DIGIT } as Record<string, Action>)[key];
}
