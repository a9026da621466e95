import type { MappedField } from '../../src/core/profile/mapping/mapped-fields';
import type { RoleChoice } from '../../src/core/profile/mapping/role-choices';

/** What a field is, for people: its role and how it is decoded. */
export function roleWords({ role, decoder }: RoleChoice): string {
  const told: string[] = ['text', role]; // what the role says already
  return told.includes(decoder) ? role : `${role} · ${decoder}`;
}

/** What stands beside a field in the list. */
export function fieldWords({ rule, beside }: MappedField): string {
  if (!rule) return 'other field';
  return beside ? `with ${rule.role}` : roleWords(rule);
}

/** What can be chosen; null takes every role from the field. */
export type Offered = RoleChoice | null;

/** The choices whose words begin with, or else have, what was typed; the last one takes the role away. */
export function offered(choices: RoleChoice[], typed: string): Offered[] {
  const wanted = typed.trim().toLowerCase();
  const words = (choice: Offered) => (choice ? roleWords(choice) : 'other field, no role');
  const all: Offered[] = [...choices, null];
  const having = all.filter((choice) => words(choice).includes(wanted));
  return having.toSorted((a, b) => Number(words(b).startsWith(wanted)) - Number(words(a).startsWith(wanted)));
}
