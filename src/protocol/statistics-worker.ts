import type { DatasetStatistics } from '../core/column/statistics';
import type { Profile } from '../core/profile/profile';

/** What the statistics thread is started with. It opens the file itself. */
export interface StatisticsRequest {
  file: string;
  profile: Profile;
  /** Roles to count beside the fields: `problem`, `concept`, `trace`. */
  roles: string[];
}

/** What the statistics thread says, in this order: `progress` at most four times a second, then one `done` or one `failed`. */
export type StatisticsReport =
  | { kind: 'progress'; bytes: number; statistics: DatasetStatistics }
  | { kind: 'done'; statistics: DatasetStatistics }
  | { kind: 'failed'; message: string };
