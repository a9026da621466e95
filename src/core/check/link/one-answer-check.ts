import type { CheckedGroup, GroupCheck } from './group-check';

/** With fewer rows than this, the same answer may be chance. */
const FEWEST = 3;
/** With fewer groups than this, nothing can be said of what most of them do. */
const MANY_GROUPS = 5;

/**
 * Variants that all have one answer do not tell who solves the problem from who knows the answer. Where half of all groups
 * have one, the variants are paraphrases, and it means nothing.
 */
export const oneAnswerCheck: GroupCheck = {
  rule: 'links/one-answer',
  title: 'Variants with one answer',
  reads: 'the answers of all variants of a problem',
  severity: 'warning',
  types: new Set(['variant'] as const),
  start: () => {
    let [groups, alike] = [0, 0];
    return {
      survey: (group) => {
        if (group.members.length < FEWEST) return;
        groups++;
        if (haveOneAnswer(group)) alike++;
      },
      group: (group) => {
        const [member] = group.members;
        if (!member || !haveOneAnswer(group) || (groups >= MANY_GROUPS && 2 * alike >= groups)) return [];
        const message = `All ${group.members.length} variants of “${group.name}” have the answer ${member.answer}.`;
        return [{ member, path: member.answerPath, message, evidence: member.answer ?? '' }];
      },
    };
  },
};

function haveOneAnswer({ members }: CheckedGroup): boolean {
  const first = members[0]?.answer ?? null;
  return members.length >= FEWEST && first !== null && members.every(({ answer }) => answer === first);
}
