import { languageName } from '../../src/core/language/language-tag';
import type { LinkType, Profile } from '../../src/core/profile/profile';
import type { Mark } from '../text/mark';
import { pathText } from '../../src/core/row/json';

/** What the rows of a group are, over them. */
export const GROUP_TITLES: Record<LinkType, string> = {
  variant: 'Variants',
  translation: 'Translations',
  'sub-problem': 'Parts of one problem',
  reformulation: 'Reformulations',
  extension: 'Extensions',
  fusion: 'Fusion',
  composition: 'Composition',
  equivalent: 'Equivalent problems',
  similar: 'Similar problems',
};

/** What the marks in a group's texts mean: the sign, and words. */
export const MARK_WORDS: Partial<
  Record<LinkType, { kind: Exclude<Mark['kind'], 'found'>; words: string }[]>
> = {
  variant: [{ kind: 'differs', words: 'differs between the rows' }],
  translation: [{ kind: 'differs', words: 'differs between the languages' }],
  equivalent: [{ kind: 'differs', words: 'differs between the rows' }],
  reformulation: fromOriginal(),
  extension: fromOriginal(),
  composition: [{ kind: 'kept', words: 'the answer before' }],
  fusion: [
    { kind: 'kept', words: 'comes from a parent' },
    { kind: 'differs', words: 'is new' },
  ],
};

function fromOriginal() {
  return [
    { kind: 'kept' as const, words: 'kept from the original' },
    { kind: 'differs' as const, words: 'is new' },
    { kind: 'wrong' as const, words: 'is lost' },
  ];
}

/** A place in its group, as people say it. */
export function placeWords(type: LinkType, place: string, isSeed: boolean): string {
  if (type === 'translation') return languageName(place) ?? place;
  if (isSeed && place === '') return 'seed';
  if (/^\d+$/.test(place)) return `${NUMBERED[type] ?? type} ${place}`;
  return place;
}

const NUMBERED: Partial<Record<LinkType, string>> = {
  'sub-problem': 'part',
  fusion: 'parent',
  composition: 'step',
};

/** What links the rows of this profile, in words: `variant by seed_id, fusion by parents or parent_ids`. */
export function rulesInWords({ links }: Profile): string {
  const types = [...new Set(links.map(({ type }) => type))];
  return types
    .map((type) => {
      const fields = links.filter((rule) => rule.type === type).map(({ field }) => pathText(field));
      return `${type} by ${[...new Set(fields)].join(' or ')}`;
    })
    .join(', ');
}
