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
  'translated',
] as const satisfies readonly MatchClass[];

/** The same and `linked`: rows that are not alike, but belong together and are of different splits. */
export const HIT_CLASSES = [...MATCH_CLASSES, 'linked'] as const;

export type HitClass = (typeof HIT_CLASSES)[number];
