import { isObject } from '../row/json';
import type { JsonObject } from '../row/json';
import { spanOfValue } from '../row/value-span';
import type { Check, CheckedRow, RunningCheck } from './check';
import type { Finding } from './finding';

/** Rows that name no split where others do, and licences that differ within a dataset. It remembers what it has seen. */
export const declaredCheck: Check = {
  id: 'declared',
  title: 'Splits and licences',
  reads: 'the fields split and licence of every row',
  severity: 'warning',
  cost: 'cheap',
  rules: ['declared/split', 'declared/licence'],
  start: () => new Declared(),
};

const SPLIT = /^(?:split|subset|partition)$/i;
const LICENCE = /^licen[cs]e$/i;
/** Of rows without a split so many are told. */
const MOST_TOLD = 100;

class Declared implements RunningCheck {
  /** The split field of the rows so far, once one had it. */
  private split: string | null = null;
  /** By what is left of them without case and signs. */
  private readonly licences = new Map<string, string>();
  private told = 0;

  row(row: CheckedRow): Finding[] {
    const value = row.parsed.kind === 'value' ? row.parsed.value : null;
    if (!isObject(value)) return [];
    const keys = Object.keys(value);
    const licence = keys.find((key) => LICENCE.test(key));
    this.split ??= keys.find((key) => SPLIT.test(key)) ?? null;
    return [
      ...(this.split === null ? [] : this.splitOf(value, this.split, row)),
      ...(licence === undefined ? [] : this.licenceOf(value, licence, row)),
    ];
  }

  private splitOf(value: JsonObject, key: string, row: CheckedRow): Finding[] {
    const split = value[key] ?? '';
    if (split !== '' || ++this.told > MOST_TOLD) return [];
    const message = `The row names no split in ${key}, and other rows do.`;
    return [findingOf(row, key in value ? [key] : [], 'declared/split', message, '')];
  }

  /** Each licence is told once, where it is first met. */
  private licenceOf(value: JsonObject, key: string, row: CheckedRow): Finding[] {
    const text = value[key];
    if (typeof text !== 'string') return [];
    const folded = text.toLowerCase().replace(/licen[cs]e|[^\p{L}\p{N}.]/gu, '');
    const [first] = this.licences.values();
    if (folded === '' || this.licences.has(folded) || this.licences.size > MOST_TOLD) return [];
    this.licences.set(folded, text);
    if (first === undefined) return [];
    const message = `${key} “${text}” is another one than “${first}” of rows before.`;
    return [findingOf(row, [key], 'declared/licence', message, first)];
  }
}

function findingOf(
  row: CheckedRow,
  path: string[],
  rule: string,
  message: string,
  evidence: string,
): Finding {
  const span = path.length > 0 ? spanOfValue(row.parsed.text, path) : null;
  return { row: row.number, path, span, check: 'declared', rule, severity: 'warning', message, evidence };
}
