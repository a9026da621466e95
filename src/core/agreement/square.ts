/** A square table of numbers, all 0 at first. */
export class Square {
  readonly size: number;
  private readonly cells: Float64Array;

  constructor(size: number) {
    this.size = size;
    this.cells = new Float64Array(size * size);
  }

  at(row: number, column: number): number {
    return this.cells[row * this.size + column] ?? 0;
  }

  add(row: number, column: number, amount: number): void {
    this.cells[row * this.size + column] = this.at(row, column) + amount;
  }

  rowSums(): number[] {
    return this.sums((line, other) => this.at(line, other));
  }

  columnSums(): number[] {
    return this.sums((line, other) => this.at(other, line));
  }

  private sums(cell: (line: number, other: number) => number): number[] {
    const indices = Array.from({ length: this.size }, (_, index) => index);
    return indices.map((line) => indices.reduce((sum, other) => sum + cell(line, other), 0));
  }
}
