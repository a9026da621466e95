import type { Json } from '../row/json';
import { jsonText, pathText } from '../row/json';
import type { Profile } from './profile';
import type { Field, Reading } from './reading';

/** Says of the short values of a row and of its traces what they stand for, where the profile does. */
export function nameValues({ facts, traces }: Reading, { names }: Pick<Profile, 'names'>): void {
  if (names.length === 0) return;
  for (const field of [...facts, ...traces.flatMap((trace) => trace.facts ?? [])]) {
    const named = names.find(({ path }) => pathText(path) === pathText(field.path));
    const words = named && nameOf(field.value, named.values);
    if (words !== undefined) field.words = words;
  }
}

/** By its number, also one written as text; of a name that is known, the number that it has. */
function nameOf(value: Json, names: readonly string[]): string | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number === 'number') return names[number];
  if (typeof value !== 'string' || value === '') return undefined;
  const at = names.findIndex((name) => name === value || name.startsWith(`${value} (`));
  return at === -1 ? undefined : `${names[at]}, class ${at}`;
}

/** A field's value as people read it: with its name, where it has one. */
export function wordsOf({ value, written, words }: Field): string {
  const text = typeof value === 'string' ? value : (written ?? jsonText(value));
  if (words === undefined) return text;
  return words.startsWith(text) ? words : `${text}: ${words}`;
}
