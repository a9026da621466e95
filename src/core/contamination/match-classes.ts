import type { MatchClass } from './decision';

/** All classes, the surest first. */
export const MATCH_CLASSES = [
  'exact',
  'inside',
  'near',
  'partial',
  'numbers changed',
  'reworded',
  'in the trace',
] as const satisfies readonly MatchClass[];
