import type { Profile } from '../src/core/profile/profile';
import { blinded } from '../src/core/scheme/blind';
import type { Host } from './host';
import { loadRow } from './loaded-row';
import type { LoadedRow } from './loaded-row';

/** Rows kept: the one that is read, its neighbours, and the way back. */
const KEPT = 16;
/** How many rows after the one that is read are made ready. */
const AHEAD = 2;

/** Reads whole rows from the host, and remembers the last ones. */
export class RowCache {
  /** Called with a row that was read ahead, so that its formulas can be typeset before they are asked for. */
  onReadAhead: (row: LoadedRow) => void = () => undefined;
  private readonly cache = new Map<number, Promise<LoadedRow | null>>();
  private readonly loaded = new WeakMap<Promise<LoadedRow | null>, LoadedRow>();
  private readonly host: Host;
  private readonly profile: Profile;

  /** Without who wrote its traces, where those who judge them are not to know. */
  private readonly blind: boolean;

  constructor(host: Host, profile: Profile, blind: boolean) {
    this.host = host;
    this.profile = profile;
    this.blind = blind;
  }

  /** A whole row that is here already. */
  ready(number: number): LoadedRow | null {
    const known = this.cache.get(number);
    return (known && this.loaded.get(known)) ?? null;
  }

  /** A whole row; null when the index has not come so far. */
  whole(number: number): Promise<LoadedRow | null> {
    const known = this.cache.get(number);
    if (known) return known;
    const row = this.read(number);
    this.cache.set(number, row);
    row.then(
      (read) => read && this.loaded.set(row, read),
      () => undefined, // whoever waits for the row is told
    );
    for (const old of this.cache.keys()) {
      if (this.cache.size <= KEPT) break;
      this.cache.delete(old);
    }
    return row;
  }

  /** A row that is not there, or cannot be read now, is asked for again the next time. */
  private async read(number: number): Promise<LoadedRow | null> {
    const packet = await this.host.row(number).catch((error: unknown) => {
      this.cache.delete(number);
      throw error;
    });
    if (!packet) this.cache.delete(number);
    const row = packet && loadRow(packet, this.profile);
    return row && this.blind ? { ...row, reading: blinded(row.reading) } : row;
  }

  /** Makes the rows ready that come after a row in the queue, and the one before it. */
  readAhead({ packet }: LoadedRow): void {
    this.prepare(packet.next, AHEAD);
    this.prepare(packet.previous, 1);
  }

  private prepare(number: number | null, rows: number): void {
    if (number === null || rows === 0) return;
    const known = this.cache.has(number);
    this.whole(number).then(
      (row) => {
        if (!row) return;
        if (!known) this.onReadAhead(row);
        this.prepare(row.packet.next, rows - 1);
      },
      () => undefined, // said when the row is asked for
    );
  }

  forget(numbers: number[] | null): void {
    if (!numbers) this.cache.clear();
    for (const number of numbers ?? []) this.cache.delete(number);
  }
}
