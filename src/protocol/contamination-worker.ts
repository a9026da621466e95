import type {
  ContaminationCount,
  ContaminationWish,
  PreparedCheck,
  SharedIndex,
} from '../core/contamination/check-file';
import type { Hit } from '../core/contamination/hit';
import type { LearnedRows } from '../core/contamination/read-rows';

/** A thread that checks a file against benchmarks is started with this. */
export type ContaminationRequest = ContaminationWish;

/** What such a thread is told to do: one indexes the benchmarks, one learns from the file, all take both; then each checks parts. */
export type ContaminationOrder =
  | { kind: 'index' }
  | { kind: 'learn' }
  | { kind: 'take'; prepared: PreparedCheck }
  | { kind: 'part'; from: number; to: number };

/** What was found in a part of the file. Rows are counted from its first. */
export interface CheckedPart {
  rows: number;
  unread: number;
  hits: Hit[];
}

/** What a thread answers. `read`: bytes of a part, as they are read. */
export type ContaminationAnswer =
  | { kind: 'indexed'; index: SharedIndex }
  | { kind: 'learned'; learned: LearnedRows }
  | { kind: 'taken' }
  | { kind: 'read'; bytes: number }
  | { kind: 'checked'; part: CheckedPart }
  | { kind: 'failed'; message: string };

/** What whoever asked for the check hears: hits in the order of the rows. */
export type ContaminationReport =
  | { kind: 'progress'; count: ContaminationCount; hits: Hit[] }
  | { kind: 'done'; count: ContaminationCount; hits: Hit[] }
  | { kind: 'failed'; message: string };
