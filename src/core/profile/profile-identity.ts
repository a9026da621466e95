import type { IdentityRule } from '../row/key';
import type { Profile } from './profile';

/** How a profile tells one row from another. */
export function identityRule({ idField, identity }: Profile): IdentityRule {
  return { id: idField, identity };
}
