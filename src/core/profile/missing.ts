import type { Json } from '../row/json';
import type { RoleRule } from './profile';

/** `nan` and the like, as tables leave them where a cell was empty. `None` is also the last of many choices. */
export function isMissing(value: Json): boolean {
  return typeof value === 'string' && /^\s*(?:nan|null|<na>)\s*$/i.test(value);
}

const ROLES: ReadonlySet<RoleRule['role']> = new Set([
  'trace',
  'hint',
  'concept',
  'medium',
  'region',
  'context',
  'translation',
]);

/** Whether a value says nothing in its role. Problems, answers and choices may read so, and so may what a student answered. */
export function saysNothing(value: Json, { role, decoder }: RoleRule): boolean {
  return ROLES.has(role) && decoder !== 'student-work' && (isMissing(value) || value === 'None');
}
