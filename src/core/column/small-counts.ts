const SMALLEST_TOO_LARGE = 2048;

/** Counts whole numbers from 0 to 2,047, the commonest of all (lengths, levels, years), at the cost of one addition each. */
export class SmallCounts {
  private counts: Uint32Array | undefined;

  /** Counts a number if it is such a one; says whether it was. */
  add(value: number): boolean {
    if (!(value >= 0 && value < SMALLEST_TOO_LARGE && value === Math.floor(value))) return false;
    this.counts ??= new Uint32Array(SMALLEST_TOO_LARGE);
    this.counts[value] = (this.counts[value] ?? 0) + 1;
    return true;
  }

  merge(other: SmallCounts): void {
    other.forEach((value, count) => {
      this.counts ??= new Uint32Array(SMALLEST_TOO_LARGE);
      this.counts[value] = (this.counts[value] ?? 0) + count;
    });
  }

  forEach(visit: (value: number, count: number) => void): void {
    this.counts?.forEach((count, value) => {
      if (count > 0) visit(value, count);
    });
  }
}
