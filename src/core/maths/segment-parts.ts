import { isPicture } from './pictures';
import type { Segment } from './text-segment';
import type { Mark, MarkKind } from './segment-marks';
import { texForKatex } from './tex-for-katex';

/** A text being cut into segments. */
export interface Scan {
  text: string;
  marks: Mark[];
  champ: boolean;
}

/** Whether a blank line lies between two marks, given by their indices. */
export function crossesParagraph(scan: Scan, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (scan.marks[at]?.kind === 'blank') return true;
  return false;
}

/** From a delimiter that nothing closes to the end of its paragraph, to the wrong closing sign, or to the next formula that is whole. */
export function unclosed(
  scan: Scan,
  index: number,
  mark: Mark,
  sign = scan.text.slice(mark.start, mark.end),
): Segment {
  let at = index + 1;
  while (at < scan.marks.length && !endsUnclosed(scan.marks[at])) at += 1;
  const stop = scan.marks[at];
  const end = stop?.start ?? scan.text.length;
  const inside = scan.text.slice(mark.kind === 'begin' ? mark.start : mark.start + sign.length, end);
  const display = mark.kind !== 'open-inline' && mark.kind !== 'at';
  const wrong = stop && WRONG_CLOSE.has(stop.kind);
  return { ...formula(mark.start, wrong ? stop.end : end, inside, display), problem: `unclosed ${sign}` };
}

const WRONG_CLOSE: ReadonlySet<MarkKind> = new Set(['close-inline', 'close-display']);

function endsUnclosed(mark: Mark | undefined): boolean {
  if (!mark) return true;
  if (mark.kind === 'blank' || mark.kind === 'code' || WRONG_CLOSE.has(mark.kind)) return true;
  return (mark.kind === 'open-inline' || mark.kind === 'open-display') && mark.close >= 0;
}

/** A formula without its delimiters, in TeX that KaTeX takes; where a picture is all that they hold, the picture. */
export function formula(start: number, end: number, inside: string, display: boolean): Segment {
  const content = inside.trim();
  if (isPicture(content)) return { kind: 'drawing', start, end, content, display: true };
  return { kind: 'maths', start, end, content: texForKatex(content), display };
}

/** Text as it stands. */
export function prose(text: string, start: number, end: number): Segment {
  return { kind: 'prose', start, end, content: text.slice(start, end), display: false };
}

/** Something other than a formula whose inside is kept as it stands. */
export function between(
  text: string,
  kind: Segment['kind'],
  start: number,
  insideStart: number,
  insideEnd: number,
  end: number,
): Segment {
  return { kind, start, end, content: text.slice(insideStart, insideEnd), display: false };
}
