import type { Json } from '../../row/json';
import { isObject, pathText } from '../../row/json';
import { isDialogueValue as isDialogue } from './field-likeness';
import { surveyFields } from './field-survey';
import { inferTuples } from './infer-tuples';
import { inferLanguageLinks } from './infer-translations';
import { holdsProblem, inferredRules } from './inferred-rules';
import type { InferredRule } from './inferred-rule';
import { profileSchema } from '../profile';
import type { Profile } from '../profile';

/** A profile made for rows that no known profile fits: each field has the role that its name and its values speak for. */
export interface Inferred {
  profile: Profile;
  /** The share of rows that have what was taken for the problem. */
  share: number;
  /** The fields taken, for people; empty where none was. */
  why: string;
}

/** Gives roles to the fields of a sample. `last` is what is known of any row; it stays in force where nothing is found. */
export function inferRoles(sample: Json[], last: Profile): Inferred {
  if (sample.length > 0 && sample.filter(isText).length >= 0.8 * sample.length) return textsAlone(last);
  if (sample.length > 0 && sample.filter(isDialogue).length >= 0.8 * sample.length) return dialogues(last);
  const tuples = inferTuples(sample);
  if (tuples.length > 0) return ofTuples(tuples, last);
  const objects = sample.filter(isObject);
  const keyed = isKeyed(objects);
  const rows = keyed ? objects.map((row) => Object.values(row)[0] ?? null) : objects;
  const fields = surveyFields(rows);
  const rules = inferredRules(fields);
  if (rules.length === 0) return { profile: last, share: 0, why: '' };
  const profile = profileSchema.parse({
    ...last,
    keyed,
    roles: withOthers(rules, last),
    links: [...inferLanguageLinks(fields), ...last.links],
  });
  const problem = rules.find(({ role }) => role === 'problem') ?? rules.find(holdsProblem);
  return { profile, share: (problem?.present ?? 0) / sample.length, why: inWords(rules, keyed) };
}

function isText(row: Json): boolean {
  return typeof row === 'string';
}

/** Rows that are texts and nothing else: each is a problem. */
function textsAlone(last: Profile): Inferred {
  const profile = profileSchema.parse({ ...last, roles: [{ role: 'problem', paths: [[]] }] });
  return { profile, share: 1, why: '; each row is a text' };
}

/** Rows that are lists of messages. */
function dialogues(last: Profile): Inferred {
  const roles = [{ role: 'trace', paths: [[]], decoder: 'messages', author: 'assistant' }];
  return { profile: profileSchema.parse({ ...last, roles }), share: 1, why: '; each row is a dialogue' };
}

/** Rows that are lists of texts and numbers. */
function ofTuples(rules: InferredRule[], last: Profile): Inferred {
  const roles = rules.map(({ present: _present, ...rule }) => rule);
  return { profile: profileSchema.parse({ ...last, roles }), share: 1, why: inWords(rules, false) };
}

/** Each row is an object under a key of its own. */
function isKeyed(rows: Json[]): boolean {
  const single = rows.filter(
    (row) => isObject(row) && Object.keys(row).length === 1 && isObject(Object.values(row)[0]),
  );
  const keys = new Set(single.flatMap((row) => (isObject(row) ? Object.keys(row) : [])));
  const idLike = [...keys].every((key) => /\d/.test(key));
  return single.length > 0 && single.length >= 0.8 * rows.length && (keys.size > 1 || idLike);
}

/** Rows outside the sample may have other fields: what is known of any row comes after what was found, once for each role. */
function withOthers(rules: InferredRule[], last: Profile): unknown[] {
  const taken = new Set(rules.flatMap(({ paths }) => paths.map((path) => pathText(path))));
  const found = rules.map(({ present: _present, ...rule }) => {
    const known = last.roles.filter(({ role, keys }) => role === rule.role && keys === undefined);
    const more = known.flatMap(({ paths }) => paths).filter((path) => !taken.has(pathText(path)));
    return rule.role === 'problem' || rule.role === 'answer'
      ? { ...rule, paths: [...rule.paths, ...more] }
      : rule;
  });
  const roles = new Set(rules.map(({ role }) => role));
  return [...found, ...last.roles.filter(({ role }) => !roles.has(role))];
}

function inWords(rules: InferredRule[], keyed: boolean): string {
  const shown = rules.filter(({ role }) => role !== 'fact');
  const byRole = shown.map(({ role, paths, keys }) => `${keys ?? pathText(paths[0] ?? [])} as ${role}`);
  const words = byRole.length > 0 ? `; by names and values, ${byRole.join(', ')}` : '';
  return keyed ? `; each row is under a key of its own${words}` : words;
}
