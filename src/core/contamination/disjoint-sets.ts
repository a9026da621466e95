/** Sets that grow together (union-find); each is named by its least number. */
export class DisjointSets {
  private readonly above: Uint32Array;

  constructor(size: number) {
    this.above = Uint32Array.from({ length: size }, (_, at) => at);
  }

  of(number: number): number {
    let at = number;
    while (this.above[at] !== at) {
      const higher = this.above[this.above[at] ?? at] ?? at;
      this.above[at] = higher;
      at = higher;
    }
    return at;
  }

  together(one: number, other: number): boolean {
    return this.of(one) === this.of(other);
  }

  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)];
    this.above[Math.max(a, b)] = Math.min(a, b);
  }
}
