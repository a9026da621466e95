import { isObject } from '../row/json';
import { spanOfValue } from '../row/value-span';
import type { Check, CheckedRow, RunningCheck } from './check';
import type { Finding } from './finding';

/** One value that is spelled in several ways, in fields that sort rows into kinds, and fields of several types. It remembers what it has seen. */
export const driftCheck: Check = {
  id: 'drift',
  title: 'Drift of spelling and type',
  reads:
    'fields that sort rows (subject, level, type, split, source, licence), and all whose type the profile does not ask for',
  severity: 'info',
  cost: 'cheap',
  rules: ['drift/spelling', 'drift/type'],
  start: ({ schema }) => {
    const [spellings, types] = [new Spellings(), new Types(Object.keys(schema['properties'] ?? {}))];
    return { row: (row) => [...spellings.row(row), ...types.row(row)] };
  },
};

const SORTING =
  /^(?:type|kind|level|subject|category|split|difficulty|topic|domain|source|language|lang|licen[cs]e|grade|status|\w+_(?:type|category|level|source))$/i;
/** A field with more values than this sorts nothing. */
const MOST_VALUES = 200;
/** One spelling is told so often. */
const MOST_TOLD = 20;

class Spellings implements RunningCheck {
  /** By field, then by the value without case, spaces and signs: how it was first spelled, and in which row. */
  private readonly fields = new Map<string, Map<string, { text: string; row: number }>>();
  private readonly told = new Map<string, number>();

  row(row: CheckedRow): Finding[] {
    const value = row.parsed.kind === 'value' ? row.parsed.value : null;
    if (!isObject(value)) return [];
    return Object.keys(value).flatMap((key) => {
      const text = SORTING.test(key) ? value[key] : undefined;
      return typeof text === 'string' && text.length < 60 ? this.spelled(key, text, row) : [];
    });
  }

  private spelled(key: string, text: string, row: CheckedRow): Finding[] {
    const field = this.fields.get(key) ?? new Map<string, { text: string; row: number }>();
    this.fields.set(key, field);
    const folded = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    const first = field.get(folded);
    if (!first && field.size < MOST_VALUES) field.set(folded, { text, row: row.number });
    if (!first || first.text === text || field.size >= MOST_VALUES || folded === '') return [];
    const told = this.told.get(`${key} ${text}`) ?? 0;
    this.told.set(`${key} ${text}`, told + 1);
    return told < MOST_TOLD ? [findingOf(row, key, spelledWords(key, text, first.text))] : [];
  }
}

/** What the schema asks for is held by the check of schemas. */
class Types implements RunningCheck {
  private readonly asked: ReadonlySet<string>;
  /** By field: what the first row has that says something in it, and how often another type was told. */
  private readonly fields = new Map<string, { type: string; told: number }>();

  constructor(asked: string[]) {
    this.asked = new Set(asked);
  }

  row(row: CheckedRow): Finding[] {
    const value = row.parsed.kind === 'value' ? row.parsed.value : null;
    if (!isObject(value)) return [];
    return Object.keys(value).flatMap((key) => {
      const type = typeOf(value[key]);
      const first = this.fields.get(key);
      if (type === null || type === first?.type || this.asked.has(key)) return [];
      if (!first && this.fields.size < MOST_VALUES) this.fields.set(key, { type, told: 0 });
      return first && ++first.told <= MOST_TOLD
        ? [findingOf(row, key, typeWords(key, type, first.type))]
        : [];
    });
  }
}

/** Null for what has no type to drift from. */
function typeOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'a number' : 'true or false';
}

type Said = Pick<Finding, 'rule' | 'message' | 'evidence'>;

function typeWords(key: string, type: string, first: string): Said {
  return { rule: 'drift/type', message: `${key} is ${type}, and ${first} in rows before.`, evidence: first };
}

function spelledWords(key: string, text: string, first: string): Said {
  const message = `${key} “${text}” is spelled “${first}” in another row.`;
  return { rule: 'drift/spelling', message, evidence: first };
}

function findingOf(row: CheckedRow, key: string, said: Said): Finding {
  const span = spanOfValue(row.parsed.text, [key]);
  return { row: row.number, path: [key], span, check: 'drift', severity: 'info', ...said };
}
