import type { Json } from '../row/json';
import { kindOf, pathText, valueAt } from '../row/json';
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

/** Chooses by keys, types and values; among profiles that fit, the one that asks for most. */
export function detectProfile(sample: Json[], profiles: Profile[]): Detection {
  const ranked = profiles
    .map((profile) => ({ profile, share: shareThatFits(sample, profile) }))
    .filter(({ profile, share }) => share >= NEARLY_ALL || profile.signature.length === 0)
    .toSorted((a, b) => b.profile.signature.length - a.profile.signature.length || b.share - a.share);
  const best = ranked[0];
  if (!best) throw new Error('no profile without a signature was given, so nothing can be the last resort');
  return {
    profile: best.profile,
    confidence: best.share,
    why: explain(best.profile, best.share, sample.length),
  };
}

function shareThatFits(sample: Json[], { signature }: Profile): number {
  if (signature.length === 0) return 0;
  if (sample.length === 0) return 0;
  const fitting = sample.filter((row) => signature.every((condition) => meets(row, condition)));
  return fitting.length / sample.length;
}

function meets(row: Json, { path, kinds, matches }: Condition): boolean {
  const value = valueAt(row, path);
  if (value === undefined || !kinds.includes(kindOf(value))) return false;
  if (matches === undefined) return true;
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' && new RegExp(matches).test(text);
}

function explain({ signature }: Profile, share: number, rows: number): string {
  if (signature.length === 0) return `none of the known profiles fits the first ${rows} rows`;
  const fields = signature.map(({ path, kinds }) => `${pathText(path)} (${kinds.join(' or ')})`);
  return `${Math.round(share * rows)} of the first ${rows} rows have ${fields.join(', ')}`;
}
