/**
 * The keys of rows by their hashes, and where the first row with each lies. Two keys with one hash only make both be compared
 * by content, which is always right.
 */
export class KeysSeen {
  private readonly firsts = new Map<number, number>();
  /** Keys that were met more than once. */
  readonly duplicates = new Set<string>();

  /** `key` is asked for only when a row with this hash has been met. */
  add(hash: number, start: number, key: () => string): void {
    if (this.firsts.has(hash)) this.duplicates.add(key());
    else this.firsts.set(hash, start);
  }

  get hashes(): Float64Array<ArrayBuffer> {
    return Float64Array.from(this.firsts.keys());
  }

  /** The hashes that stand in more than one of these lists and of those seen here; each list has one only once. */
  common(lists: Float64Array[]): Float64Array<ArrayBuffer> {
    const once = new Set(this.firsts.keys());
    const common = new Set<number>();
    for (const list of lists) {
      for (const hash of list) {
        if (once.has(hash)) common.add(hash);
        else once.add(hash);
      }
    }
    return Float64Array.from(common);
  }

  /** Where the first rows with these hashes begin, in the order of the file. */
  placesOf(hashes: Float64Array): number[] {
    const places: number[] = [];
    for (const hash of hashes) {
      const place = this.firsts.get(hash);
      if (place !== undefined) places.push(place);
    }
    return places.sort((a, b) => a - b);
  }
}
