import type { Spread } from '../column/spread';
import type { Mastery } from './composed-problem';
import type { PassPoint } from './pass-at-k';
import type { Share } from './share';

/** What the measures of a dataset come to. Parts for which its rows say nothing are empty or null. */
export interface MeasureReport {
  rows: number;
  /** Rows that say of at least one try whether it is right. */
  judged: number;
  /** By who tried, those with the most tries first; with several, all tries together stand first, under the empty name. */
  curves: { by: string; points: PassPoint[] }[];
  /** By who tried: rows that they tried, and of which they solved at least one try. */
  solved: { by: string; share: Share }[];
  /** Of rows that several tried: solved by none, by all. Null where nobody else tried. */
  byNone: Share | null;
  byAll: Share | null;
  /** Over the tries at a row, or over the variants of a seed. */
  variants: VariantAccuracy | null;
  /** Accuracy by the values of the rows' facts. */
  rates: { field: string; values: { value: string; share: Share; query: string }[] }[];
  teachers: TeacherReport | null;
  composed: Mastery | null;
  /** The rows' numbers: scores, difficulty by checkpoint, losses. */
  scores: { name: string; field: string; spread: Spread }[];
  /** Rows with log-probabilities, and how many there are of them in all; they are counted, never shown. */
  logProbabilities: { rows: number; tokens: number } | null;
}

export interface VariantAccuracy {
  /** Rows or groups with two tries at least. */
  seeds: number;
  kind: 'tries' | 'variants';
  /** Mean over seeds of the share that is right. */
  average: number;
  /** Seeds of which every try is right (DynaMath, Zou et al. 2024). */
  worst: Share;
}

export interface TeacherReport {
  /** Rows with two answers at least. */
  rows: number;
  unanimous: Share;
  /** Means over rows: of the majority's share, and of the entropy in bits. */
  majorityShare: number;
  entropy: number;
}
