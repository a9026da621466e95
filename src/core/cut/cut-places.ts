import { segment } from '../maths/segment';
import type { Step } from '../profile/reading';

/** A place at which a step can be divided: a UTF-16 offset in its text. */
export interface CutPlace {
  at: number;
  /** A sentence, a clause, a line or a formula on a line of its own begins there; else only a word. */
  begins: boolean;
}

const WORD = /\s+(?=\S)/g;
const BEFORE_PART = /(?:[.!?;:,]["')\]*_]*|\n)\s*$/;

/** Where a step can be divided: never within a formula, code, a drawing or a calculation. Programs are not divided at all. */
export function cutPlaces({ source, form, joined }: Pick<Step, 'source' | 'form' | 'joined'>): CutPlace[] {
  if (form !== undefined || joined) return [];
  const { text, dialect } = source;
  const places = new Map<number, boolean>();
  for (const { kind, start, end, display } of segment(text, dialect)) {
    if (kind !== 'prose') {
      if (display) places.set(start, true).set(end + spacesAt(text, end), true);
      continue;
    }
    for (const { index, 0: space } of text.slice(start, end).matchAll(WORD)) {
      const at = start + index + space.length;
      places.set(at, places.get(at) === true || BEFORE_PART.test(text.slice(start, at)));
    }
    if (/\s$/.test(text.slice(start, end))) places.set(end, BEFORE_PART.test(text.slice(start, end)));
  }
  return [...places]
    .filter(([at]) => text.slice(0, at).trim() !== '' && text.slice(at).trim() !== '')
    .toSorted(([a], [b]) => a - b)
    .map(([at, begins]) => ({ at, begins }));
}

function spacesAt(text: string, at: number): number {
  return /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
}
