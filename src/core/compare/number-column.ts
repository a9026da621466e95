const PAGE_BITS = 16;
const PAGE = 1 << PAGE_BITS;

/** A growing list of whole numbers below 2^32, at four bytes each. It grows by pages, so nothing is ever copied. */
export class NumberColumn {
  length = 0;
  private pages: Uint32Array[] = [];

  push(value: number): void {
    let page = this.pages[this.length >>> PAGE_BITS];
    if (!page) this.pages.push((page = new Uint32Array(PAGE)));
    page[this.length & (PAGE - 1)] = value;
    this.length++;
  }

  /** The number at a position; 0 beyond the end. */
  at(position: number): number {
    return this.pages[position >>> PAGE_BITS]?.[position & (PAGE - 1)] ?? 0;
  }

  /** Replaces the number at a position below `length`. */
  set(position: number, value: number): void {
    const page = this.pages[position >>> PAGE_BITS];
    if (page) page[position & (PAGE - 1)] = value;
  }

  /** Gives the memory back. */
  clear(): void {
    this.pages = [];
    this.length = 0;
  }
}
