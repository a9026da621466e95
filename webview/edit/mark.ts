import type { JsonJudgement } from './json-judgement';
import type { DraftJudgement } from './field-draft';

/** A part of the source that is marked in its place. UTF-16 offsets. */
export interface Mark {
  start: number;
  end: number;
  look: 'error' | 'warning';
}

/** The place that a judgement is about; null where it is about none. */
export function markOf(judged: JsonJudgement | DraftJudgement): Mark | null {
  const wrong = judged.kind === 'wrong';
  const place = wrong ? judged.place : judged.kind === 'same' ? null : judged.warning?.place;
  if (!place) return null;
  return { start: place.offset, end: place.offset + place.length, look: wrong ? 'error' : 'warning' };
}
