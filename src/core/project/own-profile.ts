import type { Profile, RoleRule } from '../profile/profile';
import type { Json } from '../row/json';
import { isObject, valueAt } from '../row/json';

/** What a mapped profile is saved with. */
export interface Saving {
  /** The first rows of the file that it was made on. */
  sample: Json[];
  /** The ids of the project's own profiles, and of all that there are. */
  own: ReadonlySet<string>;
  all: ReadonlySet<string>;
}

/**
 * A mapped profile as it is saved. One of one's own keeps its id; made of a shipped one it gets an id by its title, and is taken
 * only where it is named. Fields that no row has now need not be there later.
 */
export function ownProfile(draft: Profile, { sample, own, all }: Saving): Profile {
  const inner = draft.keyed
    ? sample.map((row) => (isObject(row) ? (Object.values(row)[0] ?? null) : row))
    : sample;
  const has = ({ paths }: RoleRule) =>
    paths.some((path) => inner.some((row) => valueAt(row, path) !== undefined));
  const roles = draft.roles.map((rule) => ({ ...rule, optional: rule.keys === undefined && !has(rule) }));
  if (own.has(draft.id)) return { ...draft, roles };
  return { ...draft, id: freeId(draft.title, all), about: '', signature: [], roles };
}

function freeId(title: string, taken: ReadonlySet<string>): string {
  const plain =
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'profile';
  for (let number = 1; ; number++) {
    const id = number === 1 ? plain : `${plain}-${number}`;
    if (!taken.has(id)) return id;
  }
}
