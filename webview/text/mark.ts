/** UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/**
 * A part of a text that stands out: wrong (or changed, or lost), found by the query; in linked problems a number that differs
 * between them, or that one keeps of another; or what a check found something at.
 */
export interface Mark extends Span {
  kind: 'wrong' | 'found' | 'differs' | 'kept' | 'finding';
  /** What a check says of it. */
  says?: string;
}
