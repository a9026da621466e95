import { languageName } from '../../language/language-tag';
import type { GroupCheck } from './group-check';
import { PlaceCensus, placesOf } from './place-census';

/** A problem is there in every language that nearly all others have. */
export const translationMissingCheck: GroupCheck = {
  rule: 'translation/missing',
  title: 'Languages that are missing',
  reads: 'the languages of the rows of each problem',
  severity: 'warning',
  types: new Set(['translation'] as const),
  start: () => {
    const places = new PlaceCensus();
    return {
      survey: (group) => places.add(group),
      group: (group) => {
        const [member] = group.members;
        const missing = places.missingIn(group).map((place) => languageName(place) ?? place);
        if (!member || missing.length === 0) return [];
        const message = `“${group.name}” is not there in ${missing.join(', ')}.`;
        return [{ member, path: [], message, evidence: placesOf(group).join(', ') }];
      },
    };
  },
};
