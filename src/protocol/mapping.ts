import type { Lack } from '../core/profile/lacks';
import type { RoleChoice } from '../core/profile/mapping/role-choices';
import type { Profile } from '../core/profile/profile';

/** What the mapping editor begins with. */
export interface MappingStart {
  /** The profile in force; what the rows would have without anybody's choice; what their names and values alone speak for. */
  inForce: Profile;
  detected: Profile;
  inferred: Profile;
  /** What the profile in force is called, or would be as one's own. */
  title: string;
  lacks: Lack[];
  choices: RoleChoice[];
  /** The project file as people know it, and whether it is there. */
  project: { name: string; there: boolean };
}
