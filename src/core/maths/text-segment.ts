/** A stretch of a text. Segments follow on one another and cover the text; offsets are UTF-16 code units. */
export interface Segment {
  kind: 'prose' | 'maths' | 'code' | 'calculation' | 'drawing';
  start: number;
  end: number;
  /** What to typeset or show: TeX without its delimiters, the inside of code, the source of a drawing, prose as it stands. */
  content: string;
  /** True for a formula on a line of its own. */
  display: boolean;
  /** What is wrong with the markup, when something is: `unclosed \(`. */
  problem?: string;
}
