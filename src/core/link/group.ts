import type { LinkType } from '../profile/profile';

/** One row in a group of linked rows. */
export interface GroupMember {
  /** Which of the files that were read together. */
  file: number;
  /** 0-based, in that file. */
  row: number;
  /** Its part in the group: `seed`, `2`, `en`; empty where the row tells none. */
  place: string;
}

/** What tells a group from others. */
export interface GroupIdentity {
  type: LinkType;
  name: string;
  /** The profile whose rule named it: two datasets may both have a seed 1. */
  profile: string;
}

/** Rows that belong together, in the order in which people read them. */
export interface LinkedGroup extends GroupIdentity {
  members: GroupMember[];
}
