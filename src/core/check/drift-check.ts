import type { Profile } from '../profile/profile';
import { isObject } from '../row/json';
import type { CheckedRow } from './check';
import type { Comparison, DatasetCheck, PartFacts, Told } from './dataset-check';
import { FieldRows, MOST_ROWS } from './field-rows';
import type { RowsOfValues } from './field-rows';

/** One value that is spelled in several ways, in fields that sort rows into kinds, and fields of several types. */
export const driftCheck: DatasetCheck<Drift> = {
  id: 'drift',
  title: 'Drift of spelling and type',
  reads:
    'fields that sort rows (subject, level, type, split, source, licence), and all whose type the profile does not ask for',
  severity: 'info',
  rules: ['drift/spelling', 'drift/type'],
  start: (profile) => new Drifts(profile),
};

/** By field and by value, or by field and by type. */
interface Drift {
  spellings: RowsOfValues;
  types: RowsOfValues;
}

const SORTING =
  /^(?:type|kind|level|subject|category|split|difficulty|topic|domain|source|language|lang|licen[cs]e|grade|status|\w+_(?:type|category|level|source))$/i;
const LONGEST_VALUE = 60;

class Drifts implements Comparison<Drift> {
  /** What the schema asks for is held by the check of schemas. */
  private readonly asked: ReadonlySet<string>;
  private spellings = new FieldRows();
  private types = new FieldRows();

  constructor({ schema }: Profile) {
    this.asked = new Set(Object.keys(schema['properties'] ?? {}));
  }

  row({ number, parsed }: CheckedRow): void {
    const value = parsed.kind === 'value' ? parsed.value : null;
    if (!isObject(value)) return;
    for (const key of Object.keys(value)) {
      const held = value[key];
      const type = this.asked.has(key) ? null : typeOf(held);
      if (type !== null) this.types.add(key, type, number);
      if (typeof held === 'string' && held.length < LONGEST_VALUE && SORTING.test(key))
        this.spellings.add(key, held, number);
    }
  }

  facts(): Drift {
    const facts = { spellings: this.spellings.list(), types: this.types.list() };
    this.spellings = new FieldRows();
    this.types = new FieldRows();
    return facts;
  }

  told(parts: PartFacts<Drift>[]): Told[] {
    const [spellings, types] = [new FieldRows(), new FieldRows()];
    for (const { firstRow, facts } of parts) {
      spellings.take(facts.spellings, firstRow);
      types.take(facts.types, firstRow);
    }
    return [...spellings.list().flatMap(spelledTwice), ...types.list().flatMap(severalTypes)];
  }
}

/** Null for what has no type to drift from. */
function typeOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'a number' : 'true or false';
}

function spelledTwice({ field, values }: RowsOfValues[number]): Told[] {
  const firsts = new Map<string, string>();
  return values.flatMap(({ value, rows }) => {
    const folded = value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    const first = firsts.get(folded);
    if (first === undefined) firsts.set(folded, value);
    if (first === undefined || folded === '') return [];
    const message = `${field} “${value}” is spelled “${first}” in another row.`;
    return rows.map((row) => told(row, field, 'drift/spelling', message, first));
  });
}

/** The first type is that which the others drift from. */
function severalTypes({ field, values }: RowsOfValues[number]): Told[] {
  const [first, ...others] = values;
  const found = others.flatMap(({ value, rows }) => {
    const message = `${field} is ${value}, and ${first?.value} in rows before.`;
    return rows.map((row) => told(row, field, 'drift/type', message, first?.value));
  });
  return found.sort((a, b) => a.row - b.row).slice(0, MOST_ROWS);
}

function told(row: number, field: string, rule: string, message: string, evidence = ''): Told {
  return { row, path: [field], rule, message, evidence };
}
