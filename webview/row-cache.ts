import type { Profile } from '../src/core/profile/profile';
import type { RowPass } from '../src/core/queue/queue-order';
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
  private readonly cache = new Map<string, Promise<LoadedRow | null>>();
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

  /** A whole row that is here already; `again`: as it comes the second time. */
  ready(number: number, again = false): LoadedRow | null {
    const known = this.cache.get(nameOf({ number, again }));
    return (known && this.loaded.get(known)) ?? null;
  }

  /** A whole row; null when the index has not come so far. */
  whole(number: number, again = false): Promise<LoadedRow | null> {
    const name = nameOf({ number, again });
    const known = this.cache.get(name);
    if (known) return known;
    const row = this.read({ number, again });
    this.cache.set(name, row);
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
  private async read(pass: RowPass): Promise<LoadedRow | null> {
    const packet = await this.host.row(pass.number, pass.again).catch((error: unknown) => {
      this.cache.delete(nameOf(pass));
      throw error;
    });
    if (!packet) this.cache.delete(nameOf(pass));
    const row = packet && loadRow(packet, this.profile);
    return row && this.blind ? { ...row, reading: blinded(row.reading) } : row;
  }

  /** The row after another in the queue, or before it. A search that is under way may find it later: it is asked for again. */
  async neighbour({ number, again }: RowPass, by: 1 | -1): Promise<RowPass | null> {
    const neighbourOf = (row: LoadedRow | null) =>
      (by === 1 ? row?.packet.next : row?.packet.previous) ?? null;
    const known = neighbourOf(await this.whole(number, again));
    if (known !== null) return known;
    this.forget([number]);
    return neighbourOf(await this.whole(number, again));
  }

  /** Makes the rows ready that come after a row in the queue, and the one before it. */
  readAhead({ packet }: LoadedRow): void {
    this.prepare(packet.next, AHEAD);
    this.prepare(packet.previous, 1);
  }

  private prepare(pass: RowPass | null, rows: number): void {
    if (pass === null || rows === 0) return;
    const known = this.cache.has(nameOf(pass));
    this.whole(pass.number, pass.again).then(
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
    for (const number of numbers ?? [])
      for (const again of [false, true]) this.cache.delete(nameOf({ number, again }));
  }
}

function nameOf({ number, again }: RowPass): string {
  return `${number}${again ? ' again' : ''}`;
}
