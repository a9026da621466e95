/** What a block of code holds: a program, or what it is said to have printed. Nothing of it is ever run. */
export interface CodeCell {
  kind: 'code' | 'output';
  /** As the text names it, in small letters, such as `python`; empty where it does not. */
  language: string;
}

/** A piece of code. Offsets are UTF-16 code units; `start` and `end` include the backticks, fences or tags. */
export interface CodeSpan {
  start: number;
  end: number;
  insideStart: number;
  insideEnd: number;
  /** Of a block: what it holds. Missing for code within a line. */
  cell?: CodeCell;
}
