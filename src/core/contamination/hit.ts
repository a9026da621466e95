import type { ContaminationVerdict } from '../annotation/event';
import type { JsonPath } from '../row/json';
import type { MatchClass } from './decision';
import type { SpanPair } from './evidence';

/** A row that holds an item of a benchmark, as a check found it. Plain data. */
export interface Hit {
  /** 0-based, in the file that was checked. */
  row: number;
  /** Which of the benchmarks that were asked for, from 0. */
  benchmark: number;
  /** Its row (0-based) in the benchmark's file, and its id, else its row from 1. */
  item: { row: number; id: string };
  class: MatchClass;
  /** From 0 to 1. */
  score: number;
  /**
   * The field of the row that holds it; null for a problem that stands in several. Places of the row are offsets in that field's text,
   * or in all of these with a line break between two, those of the item in its problem.
   */
  path: JsonPath | null;
  runs: SpanPair[];
  numbers: SpanPair[];
}

/** What a hit is: an item of a benchmark in a row, or two rows that have the same problem. */
export type JudgedKind = 'contamination' | 'duplicate';

/** How a hit was judged. */
export interface HitJudgement {
  verdict: ContaminationVerdict;
  by: string;
  /** The row (0-based, when it was judged) whose text is the same, where this one itself was not judged. */
  as: number | null;
  /** Others that judged it otherwise. */
  against: string[];
}
