import type { LinkType } from '../profile/profile';
import type { GroupMember } from './group';

/** Words by which datasets call the row that the others of a group were made from. */
const SEEDS = new Set(['seed', 'original', 'orig', 'source', 'base', '0']);
/** Types whose rows are made of the others: the parts are numbered, and the row made of them comes last. */
const MADE_OF_PARTS: ReadonlySet<LinkType> = new Set<LinkType>(['fusion', 'composition']);
const natural = new Intl.Collator('en', { numeric: true });

/** The members as people read them: what the others came from first, then by place, then as they stand in the files. */
export function inOrder(members: GroupMember[], type: LinkType): GroupMember[] {
  const rank = (member: GroupMember) => rankOf(member.place, type);
  return members.toSorted(
    (a, b) => rank(a) - rank(b) || natural.compare(a.place, b.place) || a.file - b.file || a.row - b.row,
  );
}

/**
 * Which of the members, in their order, the others were made from; -1 when none says so. A row without a place among others
 * that have one is it, if there is one such row only. Parts of a whole are made from nothing, and neither are translations.
 */
export function seedAt(members: readonly Pick<GroupMember, 'place'>[], type: LinkType): number {
  if (MADE_OF_PARTS.has(type) || type === 'sub-problem') return -1;
  const named = members.findIndex(({ place }) => SEEDS.has(place.toLowerCase()));
  if (named !== -1) return named;
  const unnamed = members.filter(({ place }) => place === '').length;
  return unnamed === 1 && members.length > 1 ? members.findIndex(({ place }) => place === '') : -1;
}

/** Whether the row in a place is made of the group's other rows. */
export function isMadeOfParts(place: string, type: LinkType): boolean {
  return MADE_OF_PARTS.has(type) && !/^\d+$/.test(place);
}

function rankOf(place: string, type: LinkType): number {
  if (MADE_OF_PARTS.has(type)) return isMadeOfParts(place, type) ? 1 : 0;
  return place === '' || SEEDS.has(place.toLowerCase()) ? -1 : 0;
}
