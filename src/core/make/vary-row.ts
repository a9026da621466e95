import { setValue } from '../edit/row-edit';
import { readRow } from '../profile/read-row';
import type { Profile } from '../profile/profile';
import type { SourceText } from '../profile/reading';
import type { Json, JsonPath } from '../row/json';
import { valueAt } from '../row/json';
import { decodeRow, parseRow } from '../row/parse';
import { varyNumbers } from './vary-numbers';
import type { Draw, NumberRange, Variation } from './vary-numbers';

/** A new row like an old one, with other numbers. */
export interface RowVariant {
  bytes: Uint8Array;
  changes: Variation['changes'];
}

/**
 * Variant `number` (from 1) of a row whose solution annotates its calculations. Its problem and solution are rewritten, all other fields keep
 * their bytes, and an id that is a text gets the variant's number behind it. Says why where there is none.
 */
export function varyRow(
  bytes: Uint8Array,
  profile: Profile,
  number: number,
  range: NumberRange,
  draw: Draw,
): RowVariant | { why: string } {
  const parsed = parseRow(decodeRow(bytes));
  if (parsed.kind !== 'value') return { why: 'It is no JSON object.' };
  const { problem, traces } = readRow(parsed.value, profile);
  const question = wholeField(problem);
  const answer = wholeField(
    traces.find(({ kind }) => kind === 'reference')?.steps.map(({ source }) => source),
  );
  if (!question || !answer) return { why: 'It has no problem with one reference solution in one field.' };
  const texts = { question: valueAt(parsed.value, question), answer: valueAt(parsed.value, answer) };
  if (typeof texts.question !== 'string' || typeof texts.answer !== 'string')
    return { why: 'It has no texts.' };
  const made = varyNumbers({ question: texts.question, answer: texts.answer }, range, draw);
  if ('why' in made) return made;
  const { variation } = made;
  const asked = setValue(bytes, question, variation.question);
  const solved = setValue(asked, answer, variation.answer);
  return { bytes: named(solved, parsed.value, profile, number), changes: variation.changes };
}

/** The one field that all of these texts are parts of. */
function wholeField(sources: SourceText[] = []): JsonPath | null {
  const [first, ...rest] = sources;
  return first && rest.every(({ path }) => path === first.path) ? first.path : null;
}

function named(bytes: Uint8Array, row: Json, { idField }: Profile, number: number): Uint8Array {
  const id = idField && valueAt(row, idField);
  return idField && typeof id === 'string' ? setValue(bytes, idField, `${id}-${number}`) : bytes;
}
