import type { ContaminationCount, ContaminationWish } from '../core/contamination/check-file';
import type { Hit } from '../core/contamination/hit';

/** The thread that checks a file against benchmarks is started with this. */
export type ContaminationRequest = ContaminationWish;

export type ContaminationReport =
  | { kind: 'progress'; count: ContaminationCount; hits: Hit[] }
  | { kind: 'done'; count: ContaminationCount; hits: Hit[] }
  | { kind: 'failed'; message: string };
