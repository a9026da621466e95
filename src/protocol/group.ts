import type { LinkType } from '../core/profile/profile';

/** The groups of linked rows that a row belongs to, as far as the files have been read. */
export interface RowGroups {
  groups: PageGroup[];
  /** Part of the dataset that was read, 0 to 1. */
  share: number;
  /** Why reading ended early. */
  failure: string | null;
  /** Whether any rule of the profile, or anybody's link, makes groups. */
  linked: boolean;
}

export interface PageGroup {
  type: LinkType;
  name: string;
  /** Somebody linked the rows by hand; the name says who and when. */
  byHand: boolean;
  /** In the order in which people read them: the first ones where there are very many. */
  members: PageMember[];
  /** How many rows the group has. */
  size: number;
}

/** A row of a group. */
export interface PageMember {
  /** Its part in the group; may be empty. */
  place: string;
  /** 0-based, in the dataset; null for a row of another file. */
  number: number | null;
  /** The file that it is in, where that is another one, and its row there. */
  beside: { file: number; name: string; row: number } | null;
}
