/** UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** A part of a text that stands out: wrong (or changed), or found by the query. */
export interface Mark extends Span {
  kind: 'wrong' | 'found';
}
