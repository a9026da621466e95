import type { Fraction } from 'fraction.js';
import { addField, removeField, setValue } from '../edit/row-edit';
import { valueOf } from '../maths/arithmetic';
import type { Profile } from '../profile/profile';
import { ID_FIELDS, linkId } from '../profile/read-links';
import type { Reading, Trace } from '../profile/reading';
import { isObject, jsonText } from '../row/json';
import type { Json, JsonObject, JsonPath } from '../row/json';
import { writtenLike } from './number-text';

/** A row of which a variant was made: its problem and its solution were written anew. */
export interface Original {
  row: Json;
  reading: Reading;
  solution: Trace;
  /** The fields that were written anew, and what stood in them. */
  written: { path: JsonPath; before: string }[];
  /** The final answer as it was, and as it is now. */
  final: { from: Fraction; to: Fraction };
}

/**
 * The variant without what was true of the original only: other solutions, answers and verdicts, its problem once more. An answer
 * beside the solution follows it. Says why where it cannot.
 */
export function withoutStale(variant: Uint8Array, original: Original): Uint8Array | { why: string } {
  const { row, reading, written, final } = original;
  if (reading.choices.length > 0) return { why: 'It has choices, and the new answer is none of them.' };
  const stale = staleFields(original);
  if (written.some(({ path }) => stale.has(path[0])))
    return { why: 'Another solution stands in one field with its own.' };
  const answers = new Set(reading.answers.map(({ path }) => path[0]));
  let made = variant;
  for (const name of isObject(row) ? Object.keys(row) : []) {
    if (written.some(({ path }) => path[0] === name)) continue;
    const value = valueIn(row, name);
    const following = follow(value, final);
    if (answers.has(name) && following === null)
      return { why: `“${name}” is not the answer of its solution.` };
    if (answers.has(name) || stale.has(name) || tellsOfAnswer(name) || repeats(value, name, original))
      made = following === null ? removeField(made, [name]) : setValue(made, [name], following);
  }
  return made;
}

function valueIn(row: Json, name: string): Json {
  return isObject(row) ? (row[name] ?? null) : null;
}

/** Where other traces stand, and the row in other languages. */
function staleFields({ reading, solution }: Original): Set<JsonPath[number] | undefined> {
  const traces = reading.traces.filter((trace) => trace !== solution);
  const sources = [
    ...traces.flatMap(({ steps }) => steps.map(({ source }) => source)),
    ...reading.translations.map(({ source }) => source),
  ];
  return new Set(sources.map(({ path }) => path[0]));
}

const OF_ANSWER = new Set([
  ...'answer answers ans gold truth target expected result results vote votes pred preds prediction predictions'.split(
    ' ',
  ),
  ...'solution solutions rationale explanation reasoning response responses output outputs completion completions'.split(
    ' ',
  ),
  ...'generation generations equation equations program code hint hints correct solved passed pass verdict verdicts'.split(
    ' ',
  ),
  ...'reward rewards'.split(' '),
]);
/** Names that end so tell of an answer's form, or of who gave it. */
const OF_FORM = /(?:type|kind|format|units?|style|source|model|id)$/i;

function tellsOfAnswer(name: string): boolean {
  const words = name.toLowerCase().match(/[a-z]+/g) ?? [];
  return !OF_FORM.test(name) && words.some((word) => OF_ANSWER.has(word));
}

/** Whether a value has the problem or the solution as it was. */
function repeats(value: Json, name: string, { written }: Original): boolean {
  if (/^(?:orig|seed)/i.test(name)) return false;
  const text = jsonText(value);
  return written.some(({ before }) => text.includes(JSON.stringify(before).slice(1, -1)));
}

/** The new final answer, written as the old one is in `value`; null where that is something else. */
function follow(value: Json, { from, to }: Original['final']): string | number | null {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^-?[\d,.]+$/.test(text) || !valueOf(text)?.equals(from)) return null;
  const spelt = writtenLike(to, text);
  return spelt !== null && typeof value === 'number' ? Number(spelt) : spelt;
}

/** The variant with ids of its own, `7-1`; where rows name their seed, it names the original, unless that has a seed itself. */
export function withOwnIds(
  variant: Uint8Array,
  row: JsonObject,
  profile: Profile,
  number: number,
): Uint8Array {
  const seedRule = profile.links.find(({ type, names, pattern }) => type === 'variant' && !names && !pattern);
  const linking = new Set(profile.links.map(({ field }) => field[0]));
  const idFields = new Set([profile.idField ?? [], ...ID_FIELDS.map((name) => [name])].map(([name]) => name));
  const ids = Object.keys(row).filter((name) => idFields.has(name) && !linking.has(name) && isId(row[name]));
  let made = variant;
  for (const name of ids) made = setValue(made, [name], `${wordOf(row[name])}-${number}`);
  const [seed, place, id] = [seedRule?.field[0], seedRule?.place?.[0], linkId(row, profile)];
  if (typeof seed !== 'string' || id === null) return made;
  if (!Object.hasOwn(row, seed)) made = addField(made, [seed], id);
  if (typeof place !== 'string' || ids.includes(place)) return made;
  return Object.hasOwn(row, place)
    ? setValue(made, [place], `${wordOf(row[place])}-${number}`)
    : addField(made, [place], number);
}

/** The number of the last variant of a row among others, by the ids that variants get; 0 where there is none. */
export function lastVariant(row: Json, others: readonly Json[], profile: Profile): number {
  const id = linkId(row, profile);
  const numbers = others.map((other) => {
    const own = linkId(other, profile) ?? '';
    return id !== null && own.startsWith(`${id}-`) ? Number(own.slice(id.length + 1)) : 0;
  });
  return Math.max(0, ...numbers.filter(Number.isInteger));
}

function isId(value: Json | undefined): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

function wordOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : jsonText(value ?? null);
}
