import type { GroupCheck } from './group-check';

/** A longer telling of a problem keeps all its numbers. */
export const numbersCheck: GroupCheck = {
  rule: 'links/numbers',
  title: 'Numbers of the original',
  reads: 'the problems of an original and of what it was extended to',
  severity: 'warning',
  types: new Set(['extension'] as const),
  start: () => ({
    group: ({ members, seed }) =>
      members.flatMap((member) => {
        const wanted = member.original ?? (member === seed ? null : seed?.numbers) ?? [];
        const missing = wanted.filter((value) => !member.numbers?.includes(value));
        if (missing.length === 0) return [];
        return {
          member,
          path: member.problemPath,
          message: `${listed(missing)} of the original ${missing.length === 1 ? 'is' : 'are'} not in its extension.`,
          evidence: `original: ${wanted.join(', ')}; extension: ${(member.numbers ?? []).join(', ')}`,
        };
      }),
  }),
};

function listed(values: number[]): string {
  const last = String(values.at(-1));
  if (values.length === 1) return `The number ${last}`;
  return `The numbers ${values.slice(0, -1).join(', ')} and ${last}`;
}
