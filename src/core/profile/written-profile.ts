import type * as z from 'zod';
import { profileSchema } from './profile';
import type { Profile } from './profile';

/** A profile as it stands in a file, without what goes without saying. */
export type WrittenProfile = z.input<typeof profileSchema>;

/** The profile as people would write it: what has its default value is left out. */
export function writtenProfile(profile: Profile): WrittenProfile {
  const { id, title, roles } = profile;
  const rules = roles.map((rule) => ({ role: rule.role, paths: rule.paths }));
  const plain = profileSchema.parse({ id, title, roles: rules });
  const written = without(profile, plain) as Partial<WrittenProfile>;
  return {
    id,
    title,
    ...written,
    roles: roles.map((rule, at) => ({
      role: rule.role,
      paths: rule.paths,
      ...without(rule, plain.roles[at] ?? rule),
    })),
    ...(profile.signature.length > 0 && { signature: profile.signature.map(writtenCondition) }),
  };
}

function writtenCondition({ or, ...condition }: Profile['signature'][number]) {
  return or.length > 0 ? { ...condition, or } : condition;
}

/** The values of an object that differ from those of another. */
function without<Whole extends object>(whole: Whole, plain: Whole): Partial<Whole> {
  const differing = Object.entries(whole).filter(
    ([key, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(plain[key as keyof Whole]),
  );
  return Object.fromEntries(differing) as Partial<Whole>;
}
