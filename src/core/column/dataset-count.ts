import type { OpenFile } from '../dataset/file-store';
import type { Profile } from '../profile/profile';
import { FastRows } from './fast-rows';
import { RoleTallies } from './role-tallies';
import { rowChunks } from './row-chunks';
import type { DatasetStatistics } from './statistics';

/** Counts a dataset as its rows come: its fields, and the roles asked for. */
export class DatasetCount {
  private readonly rows = new FastRows();
  private readonly tally = this.rows.tally;
  private readonly roles: RoleTallies;

  constructor(profile: Profile, roles: string[]) {
    this.roles = new RoleTallies(profile, roles);
  }

  /** Counts a whole file, in memory of a few chunks. `onChunk` hears how many bytes have been read. */
  async countFile(file: OpenFile, onChunk: (bytes: number) => void): Promise<void> {
    for await (const chunk of rowChunks(file)) {
      if (chunk.kind === 'too-long') this.tally.addTooLong();
      else this.add(chunk.rows);
      onChunk(chunk.read);
    }
  }

  /** What was counted so far. */
  result(): DatasetStatistics {
    const fields = this.tally.result();
    return { ...fields, columns: [...this.roles.result(this.tally), ...fields.columns] };
  }

  private add(rows: Uint8Array): void {
    this.rows.count(rows);
    this.roles.count(rows);
  }
}
