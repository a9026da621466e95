/** How many problems are kept with their place; the rest is only counted. */
const MOST_KEPT = 100;

/** Something that did not come over as it was, and where it stands in the source. */
export interface ImportProblem {
  /** `byte 1,024`, `row 12`: counted from 1 for rows, from 0 for bytes */
  place: string;
  message: string;
}

/** What an import has to say besides its rows. */
export class ImportReport {
  /** The first of them. */
  readonly problems: ImportProblem[] = [];
  /** All of them. */
  total = 0;
  /** Rows or elements that were left out. */
  leftOut = 0;
  private readonly counts = new Map<string, number>();

  /** Something came over changed, or not as it should be. */
  problem(place: string, message: string): void {
    this.total++;
    if (this.problems.length < MOST_KEPT) this.problems.push({ place, message });
  }

  /** A row or element did not come over. */
  lost(place: string, message: string): void {
    this.leftOut++;
    this.problem(place, message);
  }

  /** Something to know about the whole; said once, however often it is met. */
  note(sentence: string): void {
    this.counts.set(sentence, (this.counts.get(sentence) ?? 0) + 1);
  }

  get notes(): string[] {
    return [...this.counts.keys()];
  }
}

export function atByte(offset: number): string {
  return `byte ${offset.toLocaleString('en')}`;
}

export function atRow(number: number): string {
  return `row ${(number + 1).toLocaleString('en')}`;
}
