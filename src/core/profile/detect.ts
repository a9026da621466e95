import type { Json, JsonPath } from '../row/json';
import { isDeep, isObject, kindOf, pathText, valueAt } from '../row/json';
import { withFurtherRoles } from './infer/further-roles';
import { inferRoles } from './infer/infer-roles';
import type { Condition, Profile } from './profile';

/** Which profile a dataset has, and why. */
export interface Detection {
  profile: Profile;
  /** Share of the sampled rows that have all that the profile asks for, 0 to 1. */
  confidence: number;
  why: string;
}

/** Rows looked at. */
export const SAMPLE_ROWS = 50;
/** A profile is taken when this share of the sampled rows fits: real files hold a few broken rows. */
const NEARLY_ALL = 0.8;

/** How well a sample fits a profile. */
interface Fit {
  profile: Profile;
  share: number;
  /** The conditions that too few rows meet. */
  lacks: Condition[];
}

/** Chooses by keys, types and values; among profiles that fit, the one that asks for most. Where none does, fields get roles by what they are. */
export function detectProfile(rows: Json[], profiles: Profile[]): Detection {
  const sample = rows.filter((row) => !isDeep(row)); // these say nothing of the others
  const known = profiles.filter(({ signature }) => signature.length > 0);
  const fits = known.map((profile) => fitOf(sample, profile));
  const [best] = fits
    .filter(({ share }) => share >= NEARLY_ALL)
    .toSorted((a, b) => weightOf(b.profile) - weightOf(a.profile) || b.share - a.share);
  const nearly = nearlyFitting(fits, best?.profile);
  if (best) {
    const why = explain(best.profile, best.share, sample.length);
    const profile = withFurtherRoles(best.profile, sample);
    return { profile, confidence: best.share, why: `${why}${nearly}` };
  }
  const last = profiles.find(({ signature }) => signature.length === 0);
  if (!last) throw new Error('no profile without a signature was given, so nothing can be the last resort');
  const { profile, share, why } = inferRoles(sample, last);
  return {
    profile,
    confidence: share,
    why: `none of the known profiles fits the first ${sample.length} rows${why}${nearly}`,
  };
}

function fitOf(sample: Json[], profile: Profile): Fit {
  const met = profile.signature.map((condition) => sample.map((row) => meets(row, condition)));
  const fitting = sample.filter((_, at) => met.every((rows) => rows[at])).length;
  const lacks = profile.signature.filter(
    (_, at) => (met[at]?.filter(Boolean).length ?? 0) < NEARLY_ALL * sample.length,
  );
  return { profile, share: sample.length === 0 ? 0 : fitting / sample.length, lacks };
}

/** How much a profile asks for. What a value must look like counts for as much as the field itself. */
function weightOf({ signature }: Profile): number {
  return signature.reduce((sum, { matches }) => sum + (matches === undefined ? 1 : 2), 0);
}

function meets(row: Json, condition: Condition): boolean {
  const { kinds, matches } = condition;
  return fieldsOf(row, condition).some((field) => {
    const value = valueAt(row, field);
    if (value === undefined || !kinds.includes(kindOf(value)) || value === '') return false; // empty where others have it
    if (matches === undefined) return true;
    const text = Array.isArray(value) ? value[0] : value;
    return typeof text === 'string' && new RegExp(matches, 'u').test(text);
  });
}

function fieldsOf(row: Json, { path, or, under }: Condition): JsonPath[] {
  if (under === undefined) return or.length === 0 ? [path] : [path, ...or];
  const like = new RegExp(under, 'u');
  return isObject(row) ? Object.keys(row).flatMap((key) => (like.test(key) ? [[key, ...path]] : [])) : [];
}

function explain({ signature }: Profile, share: number, rows: number): string {
  return `${Math.round(share * rows)} of the first ${rows} rows have ${signature.map(inWords).join(', ')}`;
}

function inWords({ path, or, under, kinds, says }: Condition): string {
  const named = [path, ...or].map((field) => pathText(field) || 'the row').join(' or ');
  const fields = under === undefined ? named : path.length === 0 ? 'a field' : `a field with ${named}`;
  return `${fields} (${kinds.join(' or ')}${says === undefined ? '' : ` ${says}`})`;
}

/** In words, the profile that asks for more than the one taken, and fits but for one thing. */
function nearlyFitting(fits: Fit[], taken: Profile | undefined): string {
  const [near] = fits
    .filter(({ profile, lacks }) => lacks.length === 1 && isTelling(profile.signature, lacks))
    .filter(({ profile }) => !taken || weightOf(profile) > weightOf(taken))
    .toSorted((a, b) => weightOf(b.profile) - weightOf(a.profile));
  const lack = near?.lacks[0];
  return near && lack ? `; it would be ${near.profile.title} with ${inWords(lack)}` : '';
}

/** A question and an answer are had by too many: what is met must be two things that go by one name each, or by their look. */
function isTelling(signature: Condition[], lacks: Condition[]): boolean {
  const met = signature.filter((condition) => !lacks.includes(condition) && condition.or.length === 0);
  return met.reduce((sum, { matches }) => sum + (matches === undefined ? 1 : 2), 0) >= 2;
}
