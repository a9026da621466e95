/** What is measured of a dataset, ready to be drawn or written: plain data, so that it can be posted. */
export interface Figure {
  /** The measure that it is of, such as `pass-at-k`. */
  measure: MeasureName;
  title: string;
  /** How it was computed and where the formula is from, in a sentence. */
  about: string;
  shape: 'bars' | 'curve' | 'radar' | 'matrix';
  unit: 'share' | 'number';
  /** What the points are told apart by, and what the rows behind a point are. */
  axis: string;
  behind: string;
  series: Series[];
}

export type MeasureName =
  | 'pass-at-k'
  | 'solved'
  | 'accuracy'
  | 'variants'
  | 'four-outcomes'
  | 'choice-sets'
  | 'agreement'
  | 'label-noise'
  | 'checkpoints'
  | 'rates'
  | 'score-change'
  | 'rubric'
  | 'confusion'
  | 'languages'
  | 'shift'
  | 'log-probabilities';

export interface Series {
  name: string;
  points: Point[];
}

export interface Point {
  label: string;
  /** Not finite where there is nothing that it could tell of. */
  value: number;
  /** Bounds of the 95 % interval; null where there is none. */
  low: number | null;
  high: number | null;
  /** Of how many (rows, solutions or values) the value tells. */
  count: number;
  /** Of a share: how many of them. */
  part?: number;
  /** The rows behind it. */
  rows: RowsBehind;
}

/** Rows of the file, 0-based: the first of them, and how many there are. */
export interface RowsBehind {
  first: number[];
  total: number;
}

/** All that was measured of a dataset. */
export interface MeasureReport {
  figures: Figure[];
  /** Rows read, and those that could not be: broken, or too long. */
  rows: number;
  unread: number;
  /** What should be known before the dataset is published. */
  notices: string[];
}
