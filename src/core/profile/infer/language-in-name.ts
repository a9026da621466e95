import { tagOfLanguage } from '../../language/language-tag';

/** Endings of names that tell a language: `id`, `no` and `is` are languages too, and more often other words. */
export const ENDINGS: ReadonlyMap<string, string> = new Map([
  ...'en zh ru fr de es ja ko ar hi pt vi th fa he tr pl uk nl sv el bn ur sw ta te cs ro hu fi da'
    .split(' ')
    .map((tag): [string, string] => [tag, tag]),
  ['cn', 'zh'],
  ['jp', 'ja'],
  ['kr', 'ko'],
]);

/** The language that a field's name ends or begins with, and the rest of it: `question cn` and `zh question` are `question` in `zh`. At the beginning, `nl` is natural language. */
export function inLanguage(name: string): { stem: string; language: string } | null {
  const [, stem = '', word = ''] = /^(.+) (\S+)$/.exec(name) ?? [];
  const language = ENDINGS.get(word) ?? (word.length > 3 ? tagOfLanguage(word) : undefined);
  if (stem !== '' && language !== undefined) return { stem, language };
  const [, first = '', rest = ''] = /^(\S+) (.+)$/.exec(name) ?? [];
  const before = first === 'it' ? first : first === 'nl' ? undefined : ENDINGS.get(first);
  return before === undefined ? null : { stem: rest, language: before };
}
