import type { SignedDecision } from '../annotation/event';
import type { OpenFile } from '../dataset/file-store';
import { walkRows } from '../dataset/row-reader';
import type { Profile } from '../profile/profile';
import { identityRule } from '../profile/profile-identity';
import { fieldValues } from '../query/field-values';
import { leavesOf, QueriedRow } from '../query/queried-row';
import { noFacts } from '../query/state-facts';
import { keyOf } from '../row/key';

/** What rows have in common, by row key: agreement is told of each group. */
export type RowGroups = Map<string, string[]>;

/** The values of a field by row key, as texts. Null when the name is no field. Rejects when the file cannot be read. */
export async function groupsByField(open: OpenFile, profile: Profile, by: string): Promise<RowGroups | null> {
  const values = fieldValues(by, profile);
  if (!values) return null;
  const rule = identityRule(profile);
  const groups: RowGroups = new Map();
  for await (const raw of walkRows(open, Infinity)) {
    const { readable } = new QueriedRow(raw, profile, noFacts);
    if (!readable) continue;
    const texts = leavesOf(values(readable)).flatMap((leaf) => (leaf === null ? [] : [String(leaf)]));
    if (texts.length > 0) groups.set(keyOf(raw.bytes, readable.value, rule), texts);
  }
  return groups;
}

/** The same of concepts: those that the rows name, where the profile says where, and those that people tagged them with. */
export async function groupsByConcept(
  open: OpenFile,
  profile: Profile,
  standing: readonly (readonly SignedDecision[])[],
): Promise<RowGroups> {
  const isNamed = profile.roles.some(({ role }) => role === 'concept');
  const groups: RowGroups = (isNamed ? await groupsByField(open, profile, 'concept') : null) ?? new Map();
  for (const decision of standing.flat()) {
    if (decision.what !== 'tag' || !decision.value.on) continue;
    const { key } = decision.row;
    groups.set(key, [...(groups.get(key) ?? []), decision.value.name]);
  }
  return groups;
}
