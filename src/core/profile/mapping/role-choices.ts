import { profileSchema } from '../profile';
import type { Profile, RoleRule } from '../profile';

/** A role that a field can be given, and how it is decoded then. */
export interface RoleChoice {
  role: RoleRule['role'];
  decoder: RoleRule['decoder'];
}

/** What is not in any shipped profile, and still of use. */
const BESIDES: RoleChoice[] = [
  { role: 'problem', decoder: 'text' },
  { role: 'answer', decoder: 'text' },
  { role: 'hint', decoder: 'texts' },
  { role: 'concept', decoder: 'texts' },
  { role: 'trace', decoder: 'solution' },
  { role: 'trace', decoder: 'step-list' },
  { role: 'trace', decoder: 'solutions' },
  { role: 'choice', decoder: 'choices' },
  { role: 'fact', decoder: 'text' },
  { role: 'measure', decoder: 'measures' },
  { role: 'medium', decoder: 'images' },
  { role: 'context', decoder: 'text' },
  { role: 'translation', decoder: 'text' },
];

/** Every pair of role and decoder that profiles use, the commonest of each role first. */
export function roleChoices(profiles: Profile[]): RoleChoice[] {
  const counts = new Map<string, { choice: RoleChoice; count: number }>();
  const used = profiles.flatMap(({ roles }) => roles);
  for (const { role, decoder } of [...BESIDES, ...used]) {
    const known = counts.get(`${role} ${decoder}`) ?? { choice: { role, decoder }, count: 0 };
    counts.set(`${role} ${decoder}`, { ...known, count: known.count + 1 });
  }
  const order = [...new Set(BESIDES.map(({ role }) => role))];
  return [...counts.values()]
    .toSorted((a, b) => order.indexOf(a.choice.role) - order.indexOf(b.choice.role) || b.count - a.count)
    .map(({ choice }) => choice);
}

/** A rule with nothing but what it needs. */
export function plainRule(path: (string | number)[], choice: RoleChoice): RoleRule {
  const author = choice.role === 'trace' ? { author: String(path.at(-1) ?? 'solution') } : {};
  const [rule] = profileSchema.parse({
    id: 'x',
    title: 'x',
    roles: [{ ...choice, ...author, paths: [path] }],
  }).roles;
  if (!rule) throw new Error('a profile with one rule has none');
  return rule;
}
