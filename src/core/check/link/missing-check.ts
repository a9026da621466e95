import type { GroupCheck } from './group-check';
import { PlaceCensus, placesOf } from './place-census';

/** A rung of a ladder or a sub-problem that other groups have is there, and so are all rows that are named. */
export const missingCheck: GroupCheck = {
  rule: 'links/missing',
  title: 'What a group lacks',
  reads: 'the places of the rows in each group, and the rows that others name',
  severity: 'warning',
  types: null,
  start: () => {
    const places = new PlaceCensus();
    return {
      survey: (group) => places.add(group),
      group: (group) => {
        const [member] = group.members;
        const missing = group.type === 'translation' ? [] : places.missingIn(group);
        const lacks = new Set(group.dangling.map(({ id }) => `row “${id}”`));
        const words = [...missing.map((place) => `“${place}”`), ...lacks];
        if (!member || words.length === 0) return [];
        const message = `The group “${group.name}” has no ${words.join(', no ')}.`;
        return [{ member, path: [], message, evidence: placesOf(group).join(', ') }];
      },
    };
  },
};
