import type {
  ContaminationCount,
  ContaminationWish,
  PreparedCheck,
  SharedIndex,
} from '../core/contamination/check-file';
import type { CheckedPart } from '../core/contamination/check-progress';
import type { Hit } from '../core/contamination/hit';
import type { LearnedRows } from '../core/contamination/read-rows';

/** A thread that checks a file against benchmarks is started with this. */
export interface ContaminationRequest extends ContaminationWish {
  /** Where compiled benchmarks are kept, and how far checks are that did not end; null where nothing is. */
  cacheFolder: string | null;
}

/** What such a thread is told to do: one indexes the benchmarks, one learns from the file, all take both; then each checks parts. */
export type ContaminationOrder =
  | { kind: 'index' }
  | { kind: 'learn' }
  | { kind: 'take'; prepared: PreparedCheck }
  | { kind: 'part'; from: number; to: number };

/** What a thread answers. `key`: of the index, where it is kept. `read`: bytes of a part, as they are read. */
export type ContaminationAnswer =
  | { kind: 'indexed'; index: SharedIndex; key: string | null }
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
