import { directionOf, tagOfLanguage } from '../../src/core/language/language-tag';

/** What tells a browser and a screen reader the language of a text, and which way it runs. */
export function languageAttributes(word: string | undefined): { lang?: string; dir: 'rtl' | 'auto' } {
  const tag = word === undefined ? undefined : tagOfLanguage(word);
  return { ...(tag === undefined ? {} : { lang: tag }), dir: directionOf(tag) };
}
