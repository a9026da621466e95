/** A row (0-based) as it comes in a queue: the first time, or again. */
export interface RowPass {
  number: number;
  again: boolean;
}

/** So many rows come between the two times, where the queue goes on so long, */
const APART = 50;
/** and never fewer: later rows come once. */
const LEAST_APART = 20;

const NO_POSITIONS: ReadonlySet<number> = new Set();

/** The rows of a queue in their order, some of which come a second time further down. */
export class QueueOrder {
  /** every row when it comes, also the second time */
  private readonly numbers: readonly number[];
  private readonly again: ReadonlySet<number>;

  /** `repeated`: which of the rows come twice, unless too few rows follow. */
  constructor(rows: readonly number[], repeated: ReadonlySet<number>) {
    if (repeated.size === 0) [this.numbers, this.again] = [rows, NO_POSITIONS];
    else ({ numbers: this.numbers, again: this.again } = woven(rows, repeated));
  }

  get length(): number {
    return this.numbers.length;
  }

  slice(from: number, to: number): RowPass[] {
    return this.numbers.slice(from, to).map((number, at) => ({ number, again: this.again.has(from + at) }));
  }

  /** Where a row comes, the first time or again; null when it does not. */
  positionOf({ number, again }: RowPass): number | null {
    let at = this.numbers.indexOf(number);
    while (at !== -1 && this.again.has(at) !== again) at = this.numbers.indexOf(number, at + 1);
    return at === -1 ? null : at;
  }

  /** The nearest row after (`by` 1) or before (-1) a position; one that comes again only where `isDue` says so. */
  neighbour(position: number, by: 1 | -1, isDue: (number: number) => boolean): RowPass | null {
    for (let at = position + by; at >= 0; at += by) {
      const number = this.numbers[at];
      if (number === undefined) return null;
      const again = this.again.has(at);
      if (!again || isDue(number)) return { number, again };
    }
    return null;
  }
}

function woven(rows: readonly number[], repeated: ReadonlySet<number>) {
  const numbers: number[] = [];
  const again = new Set<number>();
  const waiting: { number: number; after: number }[] = [];
  const last = rows.length - 1;
  for (const [at, number] of rows.entries()) {
    numbers.push(number);
    if (repeated.has(number) && last - at >= LEAST_APART)
      waiting.push({ number, after: Math.min(at + APART, last) });
    while (waiting[0]?.after === at) {
      again.add(numbers.length);
      numbers.push((waiting.shift() as (typeof waiting)[number]).number);
    }
  }
  return { numbers, again };
}
