/** UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/**
 * A part of a text that stands out: wrong (or changed, or lost), found by the query; in linked problems a number that differs
 * between them, or that one keeps of another; what a check found something at; beside an item of a benchmark, what is the same (of
 * which long runs have a number), and a number that differs; of a step that is being divided, what comes after the place.
 */
export interface Mark extends Span {
  kind: 'wrong' | 'found' | 'differs' | 'kept' | 'finding' | 'same' | 'ring' | 'rest';
  /** What a check says of it. */
  says?: string;
  number?: number | undefined;
}
