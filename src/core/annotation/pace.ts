import type { LogEvent } from './event';

/** The pace is that of so many rows. */
const ROWS = 20;
/** A longer pause (ms) between two decisions is none of the work. */
const PAUSE_MS = 5 * 60_000;

/**
 * Rows an hour over the last 20 rows that were worked on, pauses left out; null when there are fewer than two. `events`: one
 * annotator's, newest first.
 */
export function paceOf(events: Iterable<Pick<LogEvent, 'row' | 'time'>>): number | null {
  const rows = new Set<string>();
  let worked = 0;
  let later: number | null = null;
  for (const { row, time } of events) {
    rows.add(row.key);
    if (rows.size > ROWS) break;
    const at = Date.parse(time);
    const between = later === null ? 0 : later - at;
    if (between > 0 && between <= PAUSE_MS) worked += between;
    later = at;
  }
  const done = Math.min(rows.size, ROWS) - 1; // the first row began at an unknown time
  return done < 1 || worked === 0 ? null : Math.round((done * 3_600_000) / worked);
}
