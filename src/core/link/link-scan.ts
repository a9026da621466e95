import { identityRule } from '../profile/profile-identity';
import type { LinkType, Profile } from '../profile/profile';
import { linkId } from '../profile/read-links';
import { readRow } from '../profile/read-row';
import type { Link, Reading } from '../profile/reading';
import type { RawRow } from '../dataset/row-reader';
import type { Json } from '../row/json';
import { digest, identifyRow } from '../row/key';
import { decodeRow, parseRow } from '../row/parse';
import type { GroupIdentity } from './group';
import { LinkIndex } from './link-index';
import { COMPARED_BY_NUMBERS, FactTable, factsOf } from './member-facts';
import type { Compared } from './member-facts';
import { NamedRows } from './named-rows';
import type { NamedPlace } from './named-rows';
import { splitIn } from './splits';
import type { Split } from './splits';

/** A file whose rows are linked among themselves and with those of the files beside it. */
export interface LinkedFile {
  /** Its name, without its folder. */
  name: string;
  profile: Profile;
  /** The part of a dataset that it is, where its name does not say. */
  split?: Split | undefined;
}

/** Rows that somebody linked by hand: by their keys, in their order. */
export interface HandLink {
  type: LinkType;
  /** What tells it from others: the id of its event. */
  name: string;
  rows: { key: string; place: string }[];
}

/** What stands for a profile in groups that no rule made. */
export const BY_HAND = 'by hand';
/** A longer name is cut: a question of a thousand characters names its group by its beginning and a digest. */
const LONGEST_NAME = 400;

/** Reads rows, file after file, and notes which belong together, with what the checks need to know of them. */
export class LinkScan {
  readonly index = new LinkIndex();
  readonly facts = new FactTable();
  /** Rows that are named and that no file has. Known at the end. */
  dangling: NamedPlace[] = [];
  private readonly files: LinkedFile[];
  private readonly splits: (Split | null)[];
  readonly named = new NamedRows();
  /** Whether rows are named by their ids, so that all of them are to be remembered. */
  private readonly byId: boolean;
  private readonly byKey = new Map<string, { group: GroupIdentity; place: string }[]>();

  constructor(files: LinkedFile[], byHand: HandLink[]) {
    this.files = files;
    this.splits = files.map(({ name, split }) => split ?? (files.length > 1 ? splitIn(name) : null));
    this.byId = files.some(({ profile }) =>
      profile.links.some(({ names }) => names === 'row' || names === 'rows'),
    );
    for (const { type, name, rows } of byHand) {
      const group: GroupIdentity = { type, name, profile: BY_HAND };
      for (const { key, place } of rows) {
        const known = this.byKey.get(key) ?? [];
        this.byKey.set(key, [...known, { group, place }]);
      }
    }
  }

  add(file: number, { number, bytes, size }: RawRow): void {
    const parsed = size > bytes.length ? null : parseRow(decodeRow(bytes));
    const { profile } = this.files[file] ?? {};
    if (parsed?.kind !== 'value' || !profile) return;
    this.addRead(file, { number, bytes }, parsed.value, readRow(parsed.value, profile));
  }

  /** Takes in a row that was parsed and read already. */
  addRead(
    file: number,
    { number, bytes }: Pick<RawRow, 'number' | 'bytes'>,
    value: Json,
    reading: Reading,
  ): void {
    const { profile } = this.files[file] ?? {};
    if (!profile) return;
    const byHand = this.handLinksOf(bytes, value, profile);
    if (reading.links.length + byHand.length === 0 && !this.byId) return;
    const entry = this.index.addRow(file, number);
    const facts = factsOf(value, reading, this.compared(profile));
    this.facts.push({ ...facts, split: facts.split ?? this.splits[file] ?? null });
    this.named.addRow(linkId(value, profile));
    for (const link of reading.links) this.link(entry, profile, link, this.placeFor(file, link));
    for (const { group, place } of byHand) this.index.link(entry, group, place);
  }

  /** All rows have been read: those that are named by others come to their groups. */
  finish(): void {
    this.dangling = this.named.resolve(this.index);
  }

  private compared({ links }: Profile): Compared {
    const byHand = this.byKey.size > 0;
    return {
      numbers: byHand || links.some(({ type }) => COMPARED_BY_NUMBERS.has(type)),
      languages: byHand || links.some(({ type }) => type === 'translation'),
    };
  }

  private link(entry: number, { id }: Profile, { type, group, rows }: Link, place: string): void {
    const identity: GroupIdentity = { type, name: nameOf(group), profile: id };
    this.index.link(entry, identity, place);
    for (const row of rows ?? []) this.named.want({ by: entry, group: identity, ...row });
  }

  /** In parallel files a row's place is its file's name, where the row does not tell one. */
  private placeFor(file: number, { type, place, path }: Link): string {
    if (place !== '') return place;
    const { name = '', profile } = this.files[file] ?? {};
    const parallel = profile?.links.some(
      (rule) => rule.files !== undefined && rule.type === type && rule.field.join() === path.join(),
    );
    return parallel ? name.replace(/\.(?:jsonl|ndjson)(?:\.\w+)?$/i, '') : '';
  }

  private handLinksOf(bytes: Uint8Array, value: Json, profile: Profile) {
    if (this.byKey.size === 0) return [];
    return this.byKey.get(identifyRow(bytes, value, identityRule(profile)).key) ?? [];
  }
}

/** A group's name as the index has it. */
function nameOf(group: string): string {
  if (group.length <= LONGEST_NAME) return group;
  return `${group.slice(0, LONGEST_NAME)}… (${digest(group).slice(0, 8)})`;
}
