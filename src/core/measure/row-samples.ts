import { quantitiesIn } from '../link/quantities';
import type { Reading } from '../profile/reading';

/** Numbers of one kind over a file, with the row that each is from. */
export interface Sample {
  values: number[];
  rows: number[];
}

const NAMES = ['problem length', 'solution length', 'magnitude of the numbers'] as const;
export type SampleName = (typeof NAMES)[number];

/** What is compared between two files: lengths in characters, and powers of ten of the numbers in the problems. */
export class RowSamples {
  readonly samples = new Map<SampleName, Sample>(NAMES.map((name) => [name, { values: [], rows: [] }]));

  add(row: number, { problem, traces }: Reading): void {
    const text = problem.map((part) => part.text).join('\n');
    if (text !== '') this.push('problem length', row, text.length);
    for (const { steps } of traces) {
      const length = steps.reduce((sum, { source }) => sum + source.text.length, 0);
      if (length > 0) this.push('solution length', row, length);
    }
    for (const { value } of quantitiesIn(text))
      if (value !== 0) this.push('magnitude of the numbers', row, Math.log10(Math.abs(value)));
  }

  private push(name: SampleName, row: number, value: number): void {
    const sample = this.samples.get(name);
    sample?.values.push(value);
    sample?.rows.push(row);
  }
}
