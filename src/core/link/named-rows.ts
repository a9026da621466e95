import { NumberColumn } from '../compare/number-column';
import { keyHash } from '../row/key';
import type { GroupIdentity } from './group';
import type { LinkIndex } from './link-index';

/** A row that another one names by its id. */
export interface NamedPlace {
  /** The entry of the row that names it. */
  by: number;
  id: string;
  group: GroupIdentity;
  place: string;
}

const HALF = 2 ** 32;

/** Finds rows by their ids when all have been read: a row may name one that comes after it, or one of another file. */
export class NamedRows {
  private readonly wanted: NamedPlace[] = [];
  private readonly low = new NumberColumn();
  private readonly high = new NumberColumn();

  /** Notes what the next entry is known by. */
  addRow(id: string | null): void {
    const hash = id === null ? 0 : hashOf(id);
    this.low.push(hash % HALF);
    this.high.push(Math.floor(hash / HALF));
  }

  /** How often a row was named. */
  get count(): number {
    return this.wanted.length;
  }

  want(place: NamedPlace): void {
    this.wanted.push(place);
  }

  /** Puts the rows that were named into their groups. Returns the places whose rows are in none of the files. */
  resolve(index: LinkIndex): NamedPlace[] {
    const found = this.find();
    return this.wanted.filter((place) => {
      const entries = found.get(hashOf(place.id)) ?? [];
      const { file } = index.placeOf(place.by);
      const entry = entries.find((each) => index.placeOf(each).file === file) ?? entries[0];
      if (entry === undefined) return true;
      index.link(entry, place.group, place.place);
      return false;
    });
  }

  private find(): Map<number, number[]> {
    const found = new Map(this.wanted.map(({ id }): [number, number[]] => [hashOf(id), []]));
    if (found.size === 0) return found;
    for (let entry = 0; entry < this.low.length; entry++)
      found.get(this.high.at(entry) * HALF + this.low.at(entry))?.push(entry);
    return found;
  }
}

function hashOf(id: string): number {
  return keyHash(new Uint8Array(), { id }, { id: ['id'] });
}
