import { setValue } from '../edit/row-edit';
import { readRow } from '../profile/read-row';
import type { Profile } from '../profile/profile';
import type { SourceText } from '../profile/reading';
import type { JsonPath } from '../row/json';
import { isObject, valueAt } from '../row/json';
import { decodeRow, parseRow } from '../row/parse';
import { withOwnIds, withoutStale } from './renew-row';
import { varyNumbers } from './vary-numbers';
import type { Draw, NumberRange, Variation } from './vary-numbers';

/** A new row like an old one, with other numbers. */
export interface RowVariant {
  bytes: Uint8Array;
  question: string;
  changes: Variation['changes'];
}

/**
 * Variant `number` (from 1) of a row whose solution annotates its calculations. Its problem and solution are rewritten; it has ids of its own,
 * and no answers of the original; all other fields keep their bytes. `taken`: questions that it must not have. Says why where there is none.
 */
export function varyRow(
  bytes: Uint8Array,
  profile: Profile,
  number: number,
  range: NumberRange,
  draw: Draw,
  taken: ReadonlySet<string> = new Set(),
): RowVariant | { why: string } {
  const parsed = parseRow(decodeRow(bytes));
  if (parsed.kind !== 'value') return { why: 'It is no JSON object.' };
  const { value: row } = parsed;
  const reading = readRow(row, profile);
  const question = wholeField(reading.problem);
  const solution = reading.traces.find(({ kind }) => kind === 'reference');
  const answer = wholeField(solution?.steps.map(({ source }) => source));
  if (!isObject(row) || !question || !answer || !solution)
    return { why: 'It has no problem with one reference solution in one field.' };
  const texts = { question: valueAt(row, question), answer: valueAt(row, answer) };
  if (typeof texts.question !== 'string' || typeof texts.answer !== 'string')
    return { why: 'It has no texts.' };
  const varied = varyNumbers({ question: texts.question, answer: texts.answer }, range, draw, taken);
  if ('why' in varied) return varied;
  const { variation } = varied;
  const asked = setValue(bytes, question, variation.question);
  const solved = setValue(asked, answer, variation.answer);
  const written = [
    { path: question, before: texts.question },
    { path: answer, before: texts.answer },
  ];
  const made = withoutStale(solved, { row, reading, solution, written, final: variation.final });
  if ('why' in made) return made;
  const { question: problem, changes } = variation;
  return { bytes: withOwnIds(made, row, profile, number), question: problem, changes };
}

/** The one field that all of these texts are parts of. */
function wholeField(sources: SourceText[] = []): JsonPath | null {
  const [first, ...rest] = sources;
  return first && rest.every(({ path }) => path === first.path) ? first.path : null;
}
