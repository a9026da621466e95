import { pathText } from '../../row/json';
import type { LinkRule } from '../profile';
import { isText } from './field-likeness';
import type { FieldPool } from './field-pool';
import { plainName } from './field-survey';
import type { SurveyedField } from './field-survey';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';
import { ENDINGS, inLanguage } from './language-in-name';

/** A field that is called `en`, beside others called `es` and `fr`. */
function namedByLanguage(name: string): { stem: string; language: string } | null {
  const language = ENDINGS.get(name);
  return language === undefined ? null : { stem: '', language };
}

const LANGUAGE_NAMES = ['language', 'lang', 'original language', 'source language', 'locale'];

/** Problems and answers in further languages: `question_zh` beside `question_en`, `original_problem` beside `problem`. */
export function inferTranslations(pool: FieldPool, rules: InferredRule[]): InferredRule[] {
  return rules.flatMap((rule) => {
    const { role } = rule;
    const [path] = rule.paths;
    if ((role !== 'problem' && role !== 'answer') || !path) return [];
    const own = inLanguage(plainName(path)) ?? namedByLanguage(plainName(path));
    if (own && role === 'problem') rule.language = own.language;
    const stem = own?.stem ?? plainName(path);
    const told = pool.find(LANGUAGE_NAMES, () => true) !== null;
    return pool
      .like((field) => isText(field) && isTranslation(languageOf(field, stem), told))
      .filter((field) => stem !== '' || pathText(field.path.slice(0, -1)) === pathText(path.slice(0, -1)))
      .map((field) => {
        pool.remove(field);
        const language = languageOf(field, stem);
        return ruleFor(field, {
          role: 'translation',
          translates: role,
          ...(language === null || language === '' ? {} : { language }),
        });
      });
  });
}

/** An original without a word on languages is what the text was made from: another wording, seldom another language. */
function isTranslation(language: string | null, told: boolean): boolean {
  return language !== null && (language !== '' || told);
}

/** The language in which a field has what another one has under this name; empty where it only says that it is the original. */
function languageOf({ name }: SurveyedField, stem: string): string | null {
  const told = inLanguage(name) ?? namedByLanguage(name);
  if (told) return told.stem === stem ? told.language : null;
  return name === `original ${stem}` || name === `translated ${stem}` ? '' : null;
}

const ID_NAMES = ['id', 'question id', 'problem id', 'idx', 'index', 'uid', 'pid', 'qid'];

/** Rows of one id in several languages are translations: the sample has both. */
export function inferLanguageLinks(fields: SurveyedField[]): LinkRule[] {
  const language = fields.find(({ name, values }) => /^lang(?:uage)?$/.test(name) && distinct(values) > 1);
  const id = fields.find(({ name, values }) => ID_NAMES.includes(name) && distinct(values) < values.length);
  if (!language || !id) return [];
  return [{ type: 'translation', field: id.path, place: language.path }];
}

function distinct(values: SurveyedField['values']): number {
  return new Set(values.map((value) => JSON.stringify(value))).size;
}
