import type { Finding } from './finding';

/** What the thorough checks found in a row, by what `cleanRowHash` knows it by. Plain data: it goes to threads. */
export type FoundRow = [hash: number, findings: Finding[]];

/** Of more rows it is not kept: a file with so many findings is broken as a whole. */
const MOST_ROWS = 20_000;

/** Rows in which the thorough checks found something: what it was need not be found again as long as their bytes are the same. */
export class FoundRows {
  private readonly before: ReadonlyMap<number, Finding[]>;
  private readonly added = new Map<number, Finding[]>();

  /** `before` are rows as `list` gave them. */
  constructor(before: readonly FoundRow[] = []) {
    this.before = new Map(before);
  }

  /** What was found in such a row, wherever it was, as findings of this one. */
  of(hash: number, row: number): Finding[] | undefined {
    const found = this.before.get(hash) ?? this.added.get(hash);
    return found?.map((finding) => ({ ...finding, row }));
  }

  /** Also of rows that were known before: those that are not met any more are forgotten. */
  add(hash: number, findings: Finding[]): void {
    if (this.added.size < MOST_ROWS) this.added.set(hash, findings);
  }

  /** Those of this run. */
  list(): FoundRow[] {
    return [...this.added];
  }
}
