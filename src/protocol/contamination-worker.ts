import type { CheckedRows, ProfiledFile } from '../core/contamination/check-file';
import type { Hit } from '../core/contamination/hit';

/** The thread that checks a file against benchmarks is started with this. */
export interface ContaminationRequest extends ProfiledFile {
  benchmarks: ProfiledFile[];
  /** The score from which on a hit is told. */
  least: number;
}

export type ContaminationReport =
  /** The benchmarks are read: how many items each has. */
  | { kind: 'items'; items: number[] }
  | { kind: 'progress'; checked: CheckedRows; hits: Hit[] }
  | { kind: 'done'; checked: CheckedRows; hits: Hit[] }
  | { kind: 'failed'; message: string };
