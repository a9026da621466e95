import type { CurationVerdict, SignedDecision } from '../annotation/event';
import type { Fold } from '../annotation/fold';

export type Curation = Extract<SignedDecision, { what: 'curation' }>;

/** How many rows, by what was made of them. */
export type CurationCounts = Record<CurationVerdict, number>;

export function noCurations(): CurationCounts {
  return { accepted: 0, rejected: 0, fixed: 0, skipped: 0 };
}

/** What everybody made of a row, oldest first: one of each reviewer. */
export function curationsOf(standing: readonly SignedDecision[]): Curation[] {
  return standing.filter((decision) => decision.what === 'curation');
}

/** What one reviewer made of rows. Reads all that is known once, and then only rows that it is told of. */
export class CurationCount {
  private readonly fold: Fold;
  private readonly annotator: string;
  private readonly byRow = new Map<string, CurationVerdict>();

  constructor(fold: Fold, annotator: string) {
    this.fold = fold;
    this.annotator = annotator;
    const curated = new Set<string>();
    for (const { what, row } of fold.newestFirst(annotator)) if (what === 'curation') curated.add(row.key);
    for (const key of curated) this.refresh(key);
  }

  /** Something was decided of a row, or taken back. */
  refresh(key: string): void {
    const own = curationsOf(this.fold.standing(key)).findLast(
      ({ annotator }) => annotator === this.annotator,
    );
    if (own) this.byRow.set(key, own.value.verdict);
    else this.byRow.delete(key);
  }

  get counts(): CurationCounts {
    const counts = noCurations();
    for (const verdict of this.byRow.values()) counts[verdict]++;
    return counts;
  }
}
