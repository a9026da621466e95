import type { CodeCell } from './code-span';

/** A stretch of a text. Segments follow on one another and cover the text; offsets are UTF-16 code units. */
export interface Segment {
  kind: 'prose' | 'maths' | 'code' | 'calculation' | 'drawing';
  start: number;
  end: number;
  /** What to typeset or show: TeX without its delimiters, the inside of code, the source of a drawing, prose as it stands. */
  content: string;
  /** True for a formula on a line of its own, and for a block of code. */
  display: boolean;
  /** Of a block of code: what it holds, and where its content begins in the text. */
  cell?: CodeCell & { from: number };
  /** What is wrong with the markup, when something is: `unclosed \(`. */
  problem?: string;
}
