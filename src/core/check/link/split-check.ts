import type { Split } from '../../link/splits';
import type { CheckedMember, GroupCheck } from './group-check';

/** Rows that were made from one another are not divided over training and testing. */
export const splitCheck: GroupCheck = {
  rule: 'links/split',
  title: 'Groups over train and test',
  reads: 'the file, or the field `split`, of the rows of each group',
  severity: 'error',
  types: null,
  start: () => ({
    group: ({ members, name, nameOf }) => {
      const firsts = firstOfEach(members);
      const [first, ...others] = firsts;
      if (!first) return [];
      return others.map(([split, member]) => ({
        member,
        path: [],
        severity: first[0] === 'train' ? 'error' : 'warning',
        message: `This row is of the ${split} part, but ${nameOf(first[1], member)} of the same group “${name}” is of the ${first[0]} part.`,
        evidence: firsts
          .map(([part]) => `${part}: ${members.filter(({ split: of }) => of === part).length}`)
          .join(', '),
      }));
    },
  }),
};

const ORDER: Split[] = ['train', 'validation', 'test'];

/** The first row of each part that has some. */
function firstOfEach(members: CheckedMember[]): [Split, CheckedMember][] {
  return ORDER.flatMap((split) => {
    const member = members.find(({ split: of }) => of === split);
    return member ? [[split, member]] : [];
  });
}
