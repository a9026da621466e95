import type { Fraction } from 'fraction.js';
import { addField, removeField, setValue } from '../edit/row-edit';
import { valueOf } from '../maths/arithmetic';
import { namedAnswers } from '../measure/given-answers';
import type { Profile } from '../profile/profile';
import { ID_FIELDS, linkId } from '../profile/read-links';
import type { Reading, Trace } from '../profile/reading';
import { jsonText } from '../row/json';
import type { Json, JsonObject, JsonPath } from '../row/json';
import { writtenLike } from './number-text';

/** A row of which a variant was made: its problem and its solution were written anew. */
export interface Original {
  row: JsonObject;
  reading: Reading;
  solution: Trace;
  /** The fields that were written anew, and what stood in them. */
  written: { path: JsonPath; before: string }[];
  /** The final answer as it was, and as it is now. */
  final: { from: Fraction; to: Fraction };
}

/**
 * The variant without what was true of the original only: other solutions, answers and verdicts, its problem once more. The row's own
 * answer beside the solution follows it. Says why where it cannot.
 */
export function withoutStale(variant: Uint8Array, original: Original): Uint8Array | { why: string } {
  const { row, reading, written, final } = original;
  if (reading.choices.length > 0) return { why: 'It has choices, and the new answer is none of them.' };
  const ofOthers = fieldsOfOthers(original);
  if (written.some(({ path }) => ofOthers.has(path[0])))
    return { why: 'Another solution stands in one field with its own.' };
  const answers = new Set(reading.answers.map(({ path }) => path[0]));
  let made = variant;
  for (const name of Object.keys(row)) {
    if (written.some(({ path }) => path[0] === name)) continue;
    const value = row[name] ?? null;
    const isAnswer = answers.has(name) || (!ofOthers.has(name) && tellsOf(ANSWER, name));
    const following = isAnswer ? follow(value, final) : null;
    if (answers.has(name) && following === null)
      return { why: `“${name}” is not the answer of its solution.` };
    if (following !== null) made = setValue(made, [name], following);
    else if (isAnswer || ofOthers.has(name) || tellsOf(SOLVED, name) || repeats(value, name, original))
      made = removeField(made, [name]);
  }
  return made;
}

/** Where other traces stand, what others answered, and the row in other languages. */
function fieldsOfOthers({ row, reading, solution }: Original): Set<JsonPath[number] | undefined> {
  const traces = reading.traces.filter((trace) => trace !== solution);
  const sources = [
    ...traces.flatMap(({ steps }) => steps.map(({ source }) => source)),
    ...reading.translations.map(({ source }) => source),
  ];
  const given = namedAnswers(row, reading).map(({ field }) => field);
  return new Set([...given, ...sources.map(({ path }) => path[0])]);
}

/** Words of the names of fields that hold the row's answer, and of those that tell how it is, or was, solved. */
const ANSWER = new Set('answer answers ans gold truth target expected result results'.split(' '));
const SOLVED = new Set(
  `solution solutions rationale explanation reasoning response responses output outputs completion completions generation generations
  equation equations program code hint hints vote votes pred preds prediction predictions correct solved passed pass verdict verdicts
  reward rewards`.split(/\s+/),
);
/** Names that end so tell of an answer's form, or of who gave it. */
const OF_FORM = /(?:type|kind|format|units?|style|source|model|id)$/i;

function tellsOf(words: ReadonlySet<string>, name: string): boolean {
  const own = name.toLowerCase().match(/[a-z]+/g) ?? [];
  return !OF_FORM.test(name) && own.some((word) => words.has(word));
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
