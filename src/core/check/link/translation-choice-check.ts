import { commonest, isByLetter } from './chosen-letters';
import type { GroupCheck } from './group-check';

/** A question with choices has the same right letter in every language. */
export const translationChoiceCheck: GroupCheck = {
  rule: 'translation/choice',
  title: 'The same choice',
  reads: 'the letters of the right choices of all translations',
  severity: 'warning',
  types: new Set(['translation'] as const),
  start: () => ({
    group: (group) => {
      if (!isByLetter(group)) return [];
      const answered = group.members.filter(({ answer }) => answer !== null);
      const right = group.seed && group.seed.answer !== null ? group.seed : commonest(answered);
      if (!right) return [];
      return answered
        .filter(({ answer }) => answer !== right.answer)
        .map((member) => ({
          member,
          path: member.answerPath,
          message: `The right choice here is ${capital(member.answer)}, but that of ${group.nameOf(right, member)} is ${capital(right.answer)}.`,
          evidence: answered.map(({ place, answer }) => `${place}: ${capital(answer)}`).join(', '),
        }));
    },
  }),
};

function capital(letter: string | null): string {
  return (letter ?? '').toUpperCase();
}
