import { lacking } from '../../language/translated-formulas';
import type { Untranslated } from '../../language/translated-formulas';
import { listed } from '../translation-check';
import type { CheckedMember, GroupCheck, GroupFinding } from './group-check';

/** The formulas of a problem are the same in every language. */
export const translationFormulasCheck: GroupCheck = {
  rule: 'translation/formulas',
  title: 'The same formulas',
  reads: 'the formulas of the problem in every language',
  severity: 'warning',
  types: new Set(['translation'] as const),
  start: () => ({
    group: ({ members, seed }) => {
      const told = members.filter((member): member is Told => member.untranslated !== null);
      if (told.length < 2 || told.every(({ untranslated }) => untranslated.formulas.length === 0)) return [];
      const expected = expectedIn(told, seed);
      return told.flatMap((member) => findingOn(member, expected));
    },
  }),
};

type Told = CheckedMember & { untranslated: Untranslated };

/** The original's formulas; without one those that most have, and of two those of the first. */
function expectedIn(told: Told[], seed: CheckedMember | null): string[] {
  const own = told.find((member) => member === seed) ?? (told.length === 2 ? told[0] : undefined);
  if (own) return own.untranslated.formulas;
  const counts = new Map<string, number>();
  for (const { untranslated } of told)
    for (const formula of untranslated.formulas) counts.set(formula, (counts.get(formula) ?? 0) + 1);
  return [...counts].flatMap(([formula, count]) => (2 * count > told.length ? [formula] : []));
}

function findingOn(member: Told, expected: string[]): GroupFinding[] {
  const lost = lacking(expected, member.untranslated);
  const added = member.untranslated.formulas.filter(
    (formula) => !expected.includes(formula) && !/^\d+$/.test(formula),
  );
  if (lost.length + added.length === 0) return [];
  const said = [
    lost.length > 0
      ? `${listed(lost)} of the other languages ${lost.length === 1 ? 'is' : 'are'} not here`
      : '',
    added.length > 0 ? `${listed(added)} ${added.length === 1 ? 'is' : 'are'} in this language only` : '',
  ];
  const message = `${said.filter(Boolean).join('; ')}.`;
  return [{ member, path: member.problemPath, message, evidence: expected.join(', ') }];
}
