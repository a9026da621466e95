import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { addField, setValue } from '../edit/row-edit';
import { ReadableRow } from '../field/field';
import { identityRule } from '../profile/profile-identity';
import type { Profile } from '../profile/profile';
import { fieldValues } from '../query/field-values';
import { numberNamedIn } from '../query/number-text';
import { isObject, jsonText, pathText } from '../row/json';
import type { Json } from '../row/json';
import { identifyRow } from '../row/key';
import { decodeRow, parseRow } from '../row/parse';
import { ChainIndex } from './chains';
import { atomOf, compose, LONGEST_CHAIN } from './compose';
import type { Atom } from './compose';
import { orderRows } from './order-rows';
import { stratifiedSample } from './stratified-sample';
import { countTraces, labelledCompletions, preferencePairs } from './trace-choice';
import type { TraceCounts } from './trace-choice';

/** A way to make a dataset from another. Fields are named as in queries. */
export type Recipe =
  /** Rows by the number in a field, the smallest first; `column` gets the place, `column_bucket` the bucket. */
  | { kind: 'order'; by: string; buckets: number; column: string }
  /** Up to `each` rows for every value of a field; the same seed takes the same rows. */
  | { kind: 'sample'; by: string; each: number; seed: number }
  /** A right and a wrong solution of one problem, at most so many a row. */
  | { kind: 'pairs'; most: number }
  /** Single solutions, with whether they are right. */
  | { kind: 'completions'; keep: 'right' | 'wrong' | 'both' }
  /** Problems in which the answer of one is needed for the next; see `compose`. */
  | { kind: 'chains'; horizon: number; count: number; seed: number };

/** A dataset to make another from. */
export interface RowSource {
  profile: Profile;
  /** All rows in order; called more than once. */
  rows(): AsyncIterable<SourceRow>;
  /** One row again. */
  row(number: number): Promise<SourceRow | undefined>;
}

export interface SourceRow {
  /** 0-based */
  number: number;
  bytes: Uint8Array;
}

/** What went in, filled in as rows are made. */
export interface MakingCounts {
  rows: number;
  /** Rows that gave nothing: no JSON, no value, no group. */
  without: number;
  traces: TraceCounts;
}

export function noCounts(): MakingCounts {
  return { rows: 0, without: 0, traces: { right: 0, wrong: 0, unknown: 0 } };
}

/** The rows of the new dataset, one after the other. Throws when a field is named that cannot be one. */
export function makeRows(recipe: Recipe, source: RowSource, counts: MakingCounts): AsyncIterable<SourceRow> {
  switch (recipe.kind) {
    case 'order':
      return ordered(recipe, source, counts);
    case 'sample':
      return sampled(recipe, source, counts);
    case 'pairs':
      return fromTraces(source, counts, (row, reading) => preferencePairs(row, reading, recipe.most));
    case 'completions':
      return fromTraces(source, counts, (row, reading) =>
        labelledCompletions(row, reading).filter(
          ({ label }) => recipe.keep === 'both' || label === (recipe.keep === 'right'),
        ),
      );
    case 'chains':
      return chained(recipe, source, counts);
  }
}

async function* chained(
  { horizon, count, seed }: Extract<Recipe, { kind: 'chains' }>,
  source: RowSource,
  counts: MakingCounts,
): AsyncGenerator<SourceRow> {
  if (horizon < 2 || horizon > LONGEST_CHAIN) throw new Error(`A chain has 2 to ${LONGEST_CHAIN} problems.`);
  const index = new ChainIndex();
  for await (const raw of source.rows()) {
    const row = readable(raw, source.profile);
    const atom = row && atomOf(row.reading);
    counts.rows++;
    if (atom) index.add(raw.number, atom);
    else counts.without++;
  }
  const chains = index.chains(horizon, count, xoroshiro128plus(seed));
  if (chains.length === 0)
    throw new Error(
      `No chain of ${horizon} problems was found: the answer of each must stand in the next one, exactly once and as a number.`,
    );
  for (const chain of chains) {
    const made = await composeRows(chain, source);
    if (made) yield { number: chain[0] ?? 0, bytes: Buffer.from(JSON.stringify(made)) };
  }
}

/** The composed problem, and the rows it was made of: by their keys, which last, and their numbers, which people know. */
async function composeRows(chain: number[], source: RowSource): Promise<object | null> {
  const rule = identityRule(source.profile);
  const atoms: Atom[] = [];
  const parents: string[] = [];
  for (const number of chain) {
    const raw = await source.row(number);
    const row = raw && readable(raw, source.profile);
    const atom = row && atomOf(row.reading);
    if (!atom) return null; // the file changed meanwhile
    atoms.push(atom);
    parents.push(identifyRow(raw.bytes, row.value, rule).key);
  }
  const made = compose(atoms);
  return 'why' in made ? null : { ...made.composition, parents, rows: chain.map((row) => row + 1) };
}

/** A name of signs for which a path has quotes: `difficulty@step200`, `Difficulty Level`. */
const AS_IT_STANDS = /^[\p{L}\p{N}_@ .:-]+$/u;

async function* ordered(
  { by, buckets, column }: Extract<Recipe, { kind: 'order' }>,
  source: RowSource,
  counts: MakingCounts,
): AsyncGenerator<SourceRow> {
  const values = await valuesOf(by, source, counts, numberOf);
  for (const { row, place, bucket } of orderRows(values, buckets)) {
    const raw = await source.row(row);
    if (!raw || readable(raw, source.profile) === null) continue; // no JSON object: there is no place for the columns
    const placed = withField(raw.bytes, column, place);
    yield { number: row, bytes: withField(placed, `${column}_bucket`, bucket) };
  }
}

async function* sampled(
  { by, each, seed }: Extract<Recipe, { kind: 'sample' }>,
  source: RowSource,
  counts: MakingCounts,
): AsyncGenerator<SourceRow> {
  const groups = await valuesOf(by, source, counts, groupOf);
  for (const row of stratifiedSample(groups, each, xoroshiro128plus(seed))) {
    const raw = await source.row(row);
    if (raw) yield raw;
  }
}

async function* fromTraces(
  source: RowSource,
  counts: MakingCounts,
  choose: (row: Json, reading: ReadableRow['reading']) => object[],
): AsyncGenerator<SourceRow> {
  for await (const raw of source.rows()) {
    counts.rows++;
    const row = readable(raw, source.profile);
    const made = row ? choose(row.value, row.reading) : [];
    if (row) addTo(counts.traces, countTraces(row.reading));
    if (made.length === 0) counts.without++;
    for (const each of made) yield { number: raw.number, bytes: Buffer.from(JSON.stringify(each)) };
  }
}

async function valuesOf<T>(
  field: string,
  source: RowSource,
  counts: MakingCounts,
  read: (values: Json[]) => T | null,
): Promise<(T | null)[]> {
  const name = AS_IT_STANDS.test(field) ? pathText([field]) : field;
  const values = fieldValues(field, source.profile) ?? fieldValues(name, source.profile);
  if (!values) throw new Error(`“${field}” is no field.`);
  const found: (T | null)[] = [];
  for await (const raw of source.rows()) {
    const row = readable(raw, source.profile);
    const value = row && read(values(row));
    counts.rows++;
    if (value === null) counts.without++;
    found.push(value);
  }
  return found;
}

function readable({ bytes }: SourceRow, profile: Profile): ReadableRow | null {
  const parsed = parseRow(decodeRow(bytes));
  return parsed.kind === 'value' && isObject(parsed.value) ? new ReadableRow(parsed.value, profile) : null;
}

function numberOf([value]: Json[]): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? numberNamedIn(value) : null;
}

function groupOf(values: Json[]): string | null {
  const [value] = values;
  if (value === undefined || value === null || value === '') return null;
  return values.map((each) => (typeof each === 'string' ? each : jsonText(each))).join('\u0000');
}

function withField(bytes: Uint8Array, name: string, value: Json): Uint8Array {
  const parsed = parseRow(decodeRow(bytes));
  const has = parsed.kind === 'value' && isObject(parsed.value) && Object.hasOwn(parsed.value, name);
  return has ? setValue(bytes, [name], value) : addField(bytes, [name], value);
}

function addTo(sum: TraceCounts, more: TraceCounts): void {
  sum.right += more.right;
  sum.wrong += more.wrong;
  sum.unknown += more.unknown;
}
