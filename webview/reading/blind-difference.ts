import { placeOf } from '../../src/core/compare/field-diff';
import { blinded } from '../../src/core/scheme/blind';
import { roleOf, rolesOf } from '../compare/field-roles';
import type { LoadedDifference, LoadedSide } from '../compare/loaded-difference';

/** A difference as those may see it who are not to know who wrote a trace: of its fields only those that they read. */
export function blindDifference(difference: LoadedDifference): LoadedDifference {
  const [older, newer] = [blindSide(difference.older), blindSide(difference.newer)];
  const sides = [older, newer].flatMap((side) => (side ? [...rolesOf(side.reading)] : []));
  const roles = new Map(sides);
  const changes = difference.changes?.filter((change) => roleOf(roles, placeOf(change)).word !== '') ?? null;
  return { ...difference, older, newer, changes };
}

function blindSide(side: LoadedSide | null): LoadedSide | null {
  return side && { ...side, reading: blinded(side.reading) };
}
