import { WORST_FIRST } from './finding';
import type { Finding, Severity } from './finding';

/** What the gutter of a text editor shows beside a row. */
export interface GutterMark {
  /** The worst that was found and not settled; null where nothing was. */
  severity: Severity | null;
  /** Whether somebody flagged it, and the flag is open. */
  flagged: boolean;
}

/** The mark of a row; null for one that needs none. */
export function gutterMark(
  findings: readonly Pick<Finding, 'severity'>[],
  flagged: boolean,
): GutterMark | null {
  const severity = WORST_FIRST.find((each) => findings.some((finding) => finding.severity === each)) ?? null;
  return severity !== null || flagged ? { severity, flagged } : null;
}

/** A change of a text: lines `start` to `end` became `lines` lines; `atStart` when it begins before the first sign of its line. */
export interface LineChange {
  start: number;
  end: number;
  lines: number;
  atStart: boolean;
}

/** Where a line of the text before some changes is now; null when it is gone. */
export function movedLine(line: number, changes: readonly LineChange[]): number | null {
  let now = line;
  for (const { start, end, lines, atStart } of changes) {
    const more = lines - 1 - (end - start);
    // what is put before the first sign of a line, or takes away all until then, moves the line itself
    if (now > end || (now === end && atStart)) now += more;
    else if (now > start || (now === start && atStart && end > start)) return null;
  }
  return now;
}
