import { tagOfLanguage } from '../language/language-tag';
import { segment } from '../maths/segment';
import type { Reading, SourceText } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';

/** Texts are in the language that they are said to be in: by their letters, which tells languages of one alphabet apart from none. */
export const languageCheck: Check = {
  id: 'language',
  title: 'Languages',
  reads: 'texts whose language the row or its profile names',
  severity: 'warning',
  cost: 'thorough',
  rules: ['language/other'],
  start: () => ({
    row: (row) => {
      const reading = row.reading();
      return reading ? declared(reading).flatMap((said) => ofText(said, row)) : [];
    },
  }),
};

interface Declared {
  language: string;
  source: SourceText;
}

function declared({ problem, translations, facts }: Reading): Declared[] {
  const named = facts.find(({ path }) => /^lang(?:uage)?$/i.test(String(path.at(-1))))?.value;
  const ofRow = typeof named === 'string' ? named : '';
  return [
    ...problem.map((source) => ({ language: source.language ?? ofRow, source })),
    ...translations.filter(({ role }) => role !== 'choice'),
  ];
}

/** The letters that a language is written in; every other one that is known is written in Latin ones. */
const SCRIPTS: [RegExp, string, RegExp][] = [
  [/^(?:zh|yue|wuu)/, 'Chinese', /\p{Script=Han}/u],
  [/^ja/, 'Japanese', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
  [/^ko/, 'Korean', /[\p{Script=Hangul}\p{Script=Han}]/u],
  [/^(?:ru|uk|be|bg|mk)(?:-|$)/, 'Cyrillic', /\p{Script=Cyrillic}/u],
  [/^(?:ar|fa|ur|ps)(?:-|$)/, 'Arabic', /\p{Script=Arabic}/u],
  [/^(?:he|yi)(?:-|$)/, 'Hebrew', /\p{Script=Hebrew}/u],
  [/^el/, 'Greek', /\p{Script=Greek}/u],
  [/^(?:hi|mr|ne)(?:-|$)/, 'Devanagari', /\p{Script=Devanagari}/u],
  [/^th(?:-|$)/, 'Thai', /\p{Script=Thai}/u],
  [/^bn/, 'Bengali', /\p{Script=Bengali}/u],
  [/^(?:en|fr|de|es|pt|it|nl|sv|da|no|nb|fi|pl|cs|sk|hu|ro|tr|vi|id|hr|sl|et|lv|lt|ca)(?:-|$)/, 'Latin', /\p{Script=Latin}/u],
]; // prettier-ignore

/** Commands, and the Latin letters of points and quantities, which stand in every language. */
const NAMES = /\\[A-Za-z]+|(?<!\p{Script=Latin})\p{Script=Latin}{1,3}(?!\p{Script=Latin})|\p{Lu}{2,}/gu;
/** Fewer letters than this are names and units. */
const FEWEST = 20;
/** Words of another language within a text are no other language; they make less than this share of its letters. */
const SHARE = 0.3;

function ofText({ language, source }: Declared, row: CheckedRow): Finding[] {
  const tag = language === '' ? undefined : tagOfLanguage(language);
  const script = tag === undefined ? undefined : SCRIPTS.find(([tags]) => tags.test(tag));
  if (!script) return [];
  const [, name, own] = script;
  const letters = proseOf(source).replace(NAMES, ' ').match(/\p{L}/gu) ?? [];
  const share = letters.filter((letter) => own.test(letter)).length / letters.length;
  if (letters.length < FEWEST || share >= SHARE) return [];
  const said = {
    rule: 'language/other',
    severity: 'warning' as const,
    message: `The text is said to be in ${language}, but ${Math.round(100 * share)} % of its letters are ${name}.`,
    evidence: proseOf(source).trim().slice(0, 60),
  };
  return [findingAt(row, source, said)];
}

function proseOf({ text, dialect }: SourceText): string {
  const parts = segment(text, dialect).filter(({ kind }) => kind === 'prose');
  return parts.map(({ content }) => content).join(' ');
}
