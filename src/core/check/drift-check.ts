import { isObject } from '../row/json';
import { spanOfValue } from '../row/value-span';
import type { Check, CheckedRow, RunningCheck } from './check';
import type { Finding } from './finding';

/** One value that is spelled in several ways, in fields that sort rows into kinds. It remembers what it has seen. */
export const driftCheck: Check = {
  id: 'drift',
  title: 'Drift of spelling',
  reads: 'fields that sort rows: subject, level, type, split, source, licence',
  severity: 'info',
  cost: 'cheap',
  start: () => new Spellings(),
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
    return told < MOST_TOLD ? [findingOf(key, text, first, row)] : [];
  }
}

function findingOf(
  key: string,
  text: string,
  first: { text: string; row: number },
  row: CheckedRow,
): Finding {
  return {
    row: row.number,
    path: [key],
    span: spanOfValue(row.parsed.text, [key]),
    check: 'drift',
    rule: 'drift/spelling',
    severity: 'info',
    message: `${key} “${text}” is spelled “${first.text}” in another row.`,
    evidence: first.text,
  };
}
