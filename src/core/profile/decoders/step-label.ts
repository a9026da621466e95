import type { Json } from '../../row/json';
import type { RoleRule } from '../profile';
import type { Step } from '../reading';

type StepLabel = NonNullable<Step['label']>;

const GOOD = /^(?:\+|good|correct|right|positive|true|yes|1)$/i;
const NEUTRAL = /^(?:neutral|ok|okay|0)$/i;
const BAD = /^(?:-|bad|incorrect|wrong|negative|false|no|-1)$/i;

/** A step's label out of a dataset's value for it. PRM800K's -1 is wrong; where there are only 1 and 0, so is 0. */
export function stepLabel(value: Json | undefined, zero: RoleRule['zero']): StepLabel | null {
  if (typeof value === 'boolean') return value ? 'good' : 'bad';
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return null;
    return value > 0 ? 'good' : value < 0 ? 'bad' : zero;
  }
  if (typeof value !== 'string') return null;
  const word = value.trim();
  if (GOOD.test(word)) return 'good';
  if (NEUTRAL.test(word)) return word === '0' ? zero : 'neutral';
  return BAD.test(word) ? 'bad' : null;
}
