import { NumberColumn } from '../compare/number-column';
import type { GroupIdentity, GroupMember, LinkedGroup } from './group';
import { inOrder } from './group-order';
import { Words } from './words';

/** Groups, and rows in groups, that are kept at most: about 150 MB. What finds no room is counted. */
const MOST_GROUPS = 1_000_000;
const MOST_MEMBERSHIPS = 4_000_000;

/** What was added to an index since some moment, in a form that crosses between threads. */
export interface LinkBatch {
  groups: GroupIdentity[];
  places: string[];
  /** By entry: a row that was met. */
  files: Uint32Array<ArrayBuffer>;
  rows: Uint32Array<ArrayBuffer>;
  /** By membership: an entry's place in a group. */
  entries: Uint32Array<ArrayBuffer>;
  groupNumbers: Uint32Array<ArrayBuffer>;
  placeNumbers: Uint32Array<ArrayBuffer>;
}

/** How much an index held at some moment. */
export interface LinkMark {
  groups: number;
  places: number;
  entries: number;
  memberships: number;
}

/**
 * Which rows belong to which group, over one or several files. Rows are added in their order, file after file; their places in
 * groups in any. A group is looked up in the time that its members take, a row's groups in that of a search among the rows.
 */
export class LinkIndex {
  /** Rows in groups for which there was no room. */
  leftOut = 0;
  private readonly groups: GroupIdentity[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly places = new Words();
  private readonly files = new NumberColumn();
  private readonly rows = new NumberColumn();
  private readonly entries = new NumberColumn();
  private readonly groupNumbers = new NumberColumn();
  private readonly placeNumbers = new NumberColumn();
  /** Chains of memberships, each by number + 1, newest first: of a group, and of an entry. */
  private readonly lastOfGroup = new NumberColumn();
  private readonly beforeInGroup = new NumberColumn();
  private readonly lastOfEntry = new NumberColumn();
  private readonly beforeOfEntry = new NumberColumn();

  get mark(): LinkMark {
    return {
      groups: this.groups.length,
      places: this.places.length,
      entries: this.files.length,
      memberships: this.entries.length,
    };
  }

  /** Takes in a row that comes after all others so far, and returns its entry. */
  addRow(file: number, row: number): number {
    this.files.push(file);
    this.rows.push(row);
    this.lastOfEntry.push(0);
    return this.files.length - 1;
  }

  /** Puts a row into a group, once. */
  link(entry: number, identity: GroupIdentity, place: string): void {
    const group = this.groupOf(identity);
    if (group === undefined || this.entries.length >= MOST_MEMBERSHIPS) this.leftOut++;
    else if (!this.groupsOfEntry(entry).includes(group)) this.join(entry, group, this.places.numberOf(place));
  }

  get size(): number {
    return this.groups.length;
  }

  /** A group by its number, from 0 in the order in which they were met. */
  group(number: number): LinkedGroup {
    const identity = this.groups[number];
    if (!identity) throw new Error(`there is no group ${number}`);
    return { ...identity, members: inOrder(this.membersOf(number), identity.type) };
  }

  /** The number of a group; undefined when no row names it. */
  find(identity: GroupIdentity): number | undefined {
    return this.numbers.get(keyOf(identity));
  }

  /** The numbers of the groups that a row of a file belongs to, in the order in which the row was put there. */
  groupsOf(file: number, row: number): number[] {
    const entry = this.entryOf(file, row);
    return entry === null ? [] : this.groupsOfEntry(entry).toReversed();
  }

  /** The entry of a row; null when it was not met. */
  entryOf(file: number, row: number): number | null {
    let [low, high] = [0, this.files.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const before = this.files.at(middle) - file || this.rows.at(middle) - row;
      if (before < 0) low = middle + 1;
      else high = middle;
    }
    const met = low < this.files.length && this.files.at(low) === file && this.rows.at(low) === row;
    return met ? low : null;
  }

  placeOf(entry: number): { file: number; row: number } {
    return { file: this.files.at(entry), row: this.rows.at(entry) };
  }

  /** What came in since a mark of this index. */
  since(mark: LinkMark): LinkBatch {
    return {
      groups: this.groups.slice(mark.groups),
      places: this.places.from(mark.places),
      files: numbersFrom(this.files, mark.entries),
      rows: numbersFrom(this.rows, mark.entries),
      entries: numbersFrom(this.entries, mark.memberships),
      groupNumbers: numbersFrom(this.groupNumbers, mark.memberships),
      placeNumbers: numbersFrom(this.placeNumbers, mark.memberships),
    };
  }

  /** Takes in what came to another index since the last time. */
  take(batch: LinkBatch): void {
    for (const group of batch.groups) this.newGroup(group);
    for (const place of batch.places) this.places.numberOf(place);
    for (const [at, file] of batch.files.entries()) this.addRow(file, batch.rows[at] ?? 0);
    for (const [at, entry] of batch.entries.entries())
      this.join(entry, batch.groupNumbers[at] ?? 0, batch.placeNumbers[at] ?? 0);
  }

  private groupOf(identity: GroupIdentity): number | undefined {
    const known = this.find(identity);
    if (known !== undefined || this.groups.length >= MOST_GROUPS) return known;
    return this.newGroup(identity);
  }

  private newGroup(identity: GroupIdentity): number {
    this.numbers.set(keyOf(identity), this.groups.length);
    this.lastOfGroup.push(0);
    return this.groups.push(identity) - 1;
  }

  private join(entry: number, group: number, place: number): void {
    this.entries.push(entry);
    this.groupNumbers.push(group);
    this.placeNumbers.push(place);
    this.beforeInGroup.push(this.lastOfGroup.at(group));
    this.lastOfGroup.set(group, this.entries.length);
    this.beforeOfEntry.push(this.lastOfEntry.at(entry));
    this.lastOfEntry.set(entry, this.entries.length);
  }

  private membersOf(group: number): GroupMember[] {
    const members: GroupMember[] = [];
    for (let at = this.lastOfGroup.at(group); at > 0; at = this.beforeInGroup.at(at - 1)) {
      const place = this.places.at(this.placeNumbers.at(at - 1));
      members.push({ ...this.placeOf(this.entries.at(at - 1)), place });
    }
    return members;
  }

  private groupsOfEntry(entry: number): number[] {
    const groups: number[] = [];
    for (let at = this.lastOfEntry.at(entry); at > 0; at = this.beforeOfEntry.at(at - 1))
      groups.push(this.groupNumbers.at(at - 1));
    return groups;
  }
}

function keyOf({ profile, type, name }: GroupIdentity): string {
  return `${profile}\u0000${type}\u0000${name}`;
}

function numbersFrom(column: NumberColumn, from: number): Uint32Array<ArrayBuffer> {
  return Uint32Array.from({ length: column.length - from }, (_, at) => column.at(from + at));
}
