import { isMadeOfParts } from '../../link/group-order';
import type { CheckedGroup, CheckedMember, GroupCheck, GroupFinding } from './group-check';

/** In a composition each answer goes into the next problem, and the last is the answer of the whole. */
export const chainCheck: GroupCheck = {
  rule: 'links/chain',
  title: 'Chain of a composition',
  reads: 'the answers and problems of the parts of a composition, in their order',
  severity: 'warning',
  types: new Set(['composition'] as const),
  start: () => ({
    group: (group) => {
      const parts = group.members.filter(({ place }) => !isMadeOfParts(place, group.type));
      if (group.dangling.length > 0) return []; // a chain with a gap tells nothing
      return [...brokenLinks(group, parts), ...otherEnds(group, parts)];
    },
  }),
};

/** Parts whose answer is no number of the next problem. */
function brokenLinks({ nameOf }: CheckedGroup, parts: CheckedMember[]): GroupFinding[] {
  return parts.flatMap((member, at) => {
    const before = parts[at - 1];
    const answer = before ? numberOf(before) : null;
    if (!before || answer === null || !member.numbers || member.numbers.includes(answer)) return [];
    const message = `The answer ${answer} of ${nameOf(before, member)} is not among the numbers of this problem, which comes next in the chain.`;
    return [
      { member, path: member.problemPath, severity: 'info', message, evidence: member.numbers.join(', ') },
    ];
  });
}

/** Wholes that have another answer than their last part. */
function otherEnds({ members, type, nameOf }: CheckedGroup, parts: CheckedMember[]): GroupFinding[] {
  const last = parts.at(-1);
  if (!last || last.answer === null) return [];
  return members
    .filter(({ place, answer }) => isMadeOfParts(place, type) && answer !== null && answer !== last.answer)
    .map((member) => ({
      member,
      path: member.answerPath,
      message: `The answer here is ${member.answer}, but the chain ends with ${last.answer} (${nameOf(last, member)}).`,
      evidence: parts.map(({ answer }) => answer ?? '?').join(' → '),
    }));
}

function numberOf({ answer }: CheckedMember): number | null {
  const number = Number(answer ?? NaN);
  return Number.isFinite(number) ? Math.abs(number) : null;
}
