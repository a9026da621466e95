import type { Finding } from './finding';

/** A file with more findings than this is broken as a whole: more of the same would only fill the memory. */
const MOST_KEPT = 5000;

/** The findings of one dataset by row. Beyond a bound they are only counted. */
export class Findings {
  private readonly byRow = new Map<number, Finding[]>();
  private kept = 0;
  /** All findings, kept or not. */
  total = 0;

  /** Takes a batch in, and returns the rows it touches. */
  add(batch: Finding[]): number[] {
    const rows = new Set<number>();
    for (const finding of batch) {
      this.total++;
      if (this.kept >= MOST_KEPT) continue;
      const list = this.byRow.get(finding.row);
      if (list) list.push(finding);
      else this.byRow.set(finding.row, [finding]);
      this.kept++;
      rows.add(finding.row);
    }
    return [...rows];
  }

  of(row: number): Finding[] {
    return this.byRow.get(row) ?? [];
  }

  /** Those that are kept, by row. */
  all(): Finding[] {
    return [...this.byRow.entries()].toSorted(([a], [b]) => a - b).flatMap(([, findings]) => findings);
  }
}
