import type { GroupMember } from '../../link/group';
import type { MemberFacts } from '../../link/member-facts';
import type { NamedPlace } from '../../link/named-rows';
import type { LinkType } from '../../profile/profile';
import type { JsonPath } from '../../row/json';
import type { Severity } from '../finding';

export interface CheckedMember extends GroupMember, MemberFacts {}

/** A group of linked rows, as its checks see it. */
export interface CheckedGroup {
  type: LinkType;
  /** The profile whose rule made it. */
  profile: string;
  /** As messages show it: cut where it is long. */
  name: string;
  /** In the order in which people read them. */
  members: CheckedMember[];
  /** What the others were made from; null when no row says that it is. */
  seed: CheckedMember | null;
  /** Rows that the group should have, and that no file has. */
  dangling: NamedPlace[];
  /** A member as a message names it: `row 12`, with its file where that is another one. */
  nameOf: (member: CheckedMember, from: CheckedMember) => string;
}

/** Evidence about one member of a group. */
export interface GroupFinding {
  member: CheckedMember;
  path: JsonPath;
  /** Where it differs from the check's own. */
  severity?: Severity;
  message: string;
  evidence: string;
}

/** The one face of every check of linked rows. To add one: a file in this folder and a line in `group-checks.ts`. */
export interface GroupCheck {
  /** What its findings are called: `links/split`. */
  rule: string;
  title: string;
  /** What it reads, in a sentence. */
  reads: string;
  severity: Severity;
  /** The types of links that it is about; null for all. */
  types: ReadonlySet<LinkType> | null;
  start(): RunningGroupCheck;
}

export interface RunningGroupCheck {
  /** Sees every group before the first is judged: what most groups have tells what one lacks. */
  survey?(group: CheckedGroup): void;
  group(group: CheckedGroup): GroupFinding[];
}
