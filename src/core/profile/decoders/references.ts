import type { Reference } from '../reading';
import type { Decoder } from './decoder';

/** A list of ids of hints and concepts that live in sibling files. CHAMP tells the two by their first letter. */
export const decodeReferences: Decoder = ({ value, path }) => {
  if (!Array.isArray(value) || !value.every((id) => typeof id === 'string')) return null;
  const references = value.map((id, at): Reference => ({ kind: 'id', id, path: [...path, at] }));
  return {
    hints: references.filter((_, at) => value[at]?.startsWith('H_')),
    concepts: references.filter((_, at) => !value[at]?.startsWith('H_')),
  };
};

/** The id of the problem that a row is about. */
export const decodeProblemId: Decoder = ({ value, path }) =>
  typeof value === 'string'
    ? { problemIds: [{ kind: 'id', id: value, path }], facts: [{ path, value }] }
    : null;
