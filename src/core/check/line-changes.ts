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

/** The lines that were changed, each where it stands after one more change. */
export function touchedLines(before: ReadonlySet<number>, change: LineChange): Set<number> {
  const touched = new Set<number>();
  for (const line of before) {
    const now = movedLine(line, [change]);
    if (now !== null) touched.add(now);
  }
  for (let line = change.start; line < change.start + change.lines; line++) touched.add(line);
  return touched;
}
