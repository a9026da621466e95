import type { Profile } from '../../../src/core/profile/profile';
import { shippedProfiles } from '../../../src/core/profile/shipped';

/** A profile that ships with Scholium. */
export function profileNamed(id: string): Profile {
  const found = shippedProfiles.find((profile) => profile.id === id);
  if (!found) throw new Error(`there is no profile ${id}`);
  return found;
}
