import { commonest, isByLetter } from './chosen-letters';
import type { GroupCheck } from './group-check';

/** What is the same problem in other words, or in another language, has the same answer. */
export const answerCheck: GroupCheck = {
  rule: 'links/answer',
  title: 'The same answer',
  reads: 'the answers of reformulations, extensions and translations',
  severity: 'warning',
  types: new Set(['reformulation', 'extension', 'translation', 'equivalent'] as const),
  start: () => ({
    group: (group) => {
      if (isByLetter(group)) return []; // `translation/choice` says it
      const { members, seed, nameOf } = group;
      const answered = members.filter(({ answer }) => answer !== null);
      const right = seed && seed.answer !== null ? seed : commonest(answered);
      if (!right) return [];
      return answered
        .filter(({ answer }) => answer !== right.answer)
        .map((member) => ({
          member,
          path: member.answerPath,
          message: `The answer here is ${member.answer}, but that of ${nameOf(right, member)}${right === seed ? ', the original,' : ''} is ${right.answer}.`,
          evidence: answered
            .map(({ place, answer }) => (place === '' ? answer : `${place}: ${answer}`))
            .join(', '),
        }));
    },
  }),
};
