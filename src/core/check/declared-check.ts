import { isObject } from '../row/json';
import type { CheckedRow } from './check';
import type { Comparison, DatasetCheck, PartFacts, Told } from './dataset-check';

/** Rows that name no split where others do, and licences that differ within a dataset. */
export const declaredCheck: DatasetCheck<Declared> = {
  id: 'declared',
  title: 'Splits and licences',
  reads: 'the fields split and licence of every row',
  severity: 'warning',
  rules: ['declared/split', 'declared/licence'],
  start: () => new Declarations(),
};

interface Declared {
  /** The first field that names splits. */
  split: string | null;
  /** The first rows that name none, in whatever field, and whether they have that field all the same. */
  unnamed: { row: number; field: string | null }[];
  /** By what is left of them without case and signs, in the order of the rows that have them first. */
  licences: [folded: string, licence: Licence][];
}

interface Licence {
  row: number;
  field: string;
  text: string;
}

const SPLIT = /^(?:split|subset|partition)$/i;
const LICENCE = /^licen[cs]e$/i;
/** Of rows without a split so many are told, and so many licences. */
const MOST_TOLD = 100;

class Declarations implements Comparison<Declared> {
  private split: string | null = null;
  private unnamed: Declared['unnamed'] = [];
  private licences = new Map<string, Licence>();

  row({ number, parsed }: CheckedRow): void {
    const value = parsed.kind === 'value' ? parsed.value : null;
    if (!isObject(value)) return;
    for (const field of Object.keys(value)) {
      const text = value[field];
      if (typeof text === 'string' && LICENCE.test(field)) this.licence(text, field, number);
    }
    const split = Object.keys(value).find((field) => SPLIT.test(field)) ?? null;
    if (split !== null && (value[split] ?? '') !== '') {
      this.split ??= split;
      return;
    }
    if (this.unnamed.length < MOST_TOLD) this.unnamed.push({ row: number, field: split });
  }

  facts(): Declared {
    const { split, unnamed } = this;
    const facts = { split, unnamed, licences: [...this.licences] };
    this.split = null;
    this.unnamed = [];
    this.licences = new Map();
    return facts;
  }

  told(parts: PartFacts<Declared>[]): Told[] {
    return [...withoutSplit(parts), ...otherLicences(parts)];
  }

  private licence(text: string, field: string, row: number): void {
    const folded = text.toLowerCase().replace(/licen[cs]e|[^\p{L}\p{N}.]/gu, '');
    if (folded === '' || this.licences.has(folded) || this.licences.size > MOST_TOLD) return;
    this.licences.set(folded, { row, field, text });
  }
}

function withoutSplit(parts: PartFacts<Declared>[]): Told[] {
  const named = parts.find(({ facts }) => facts.split !== null)?.facts.split;
  if (named === null || named === undefined) return [];
  const message = `The row names no split in ${named}, and other rows do.`;
  const unnamed = parts.flatMap(({ firstRow, facts }) =>
    facts.unnamed.map(({ row, field }) => ({
      row: firstRow + row,
      path: field === null ? [] : [field],
      rule: 'declared/split',
      message,
      evidence: '',
    })),
  );
  return unnamed.slice(0, MOST_TOLD);
}

/** Each licence is told once, where it is first met. */
function otherLicences(parts: PartFacts<Declared>[]): Told[] {
  const met = new Map<string, Licence>();
  for (const { firstRow, facts } of parts) {
    for (const [folded, licence] of facts.licences) {
      if (!met.has(folded)) met.set(folded, { ...licence, row: firstRow + licence.row });
    }
  }
  const [first, ...others] = met.values();
  if (!first) return [];
  return others.slice(0, MOST_TOLD).map(({ row, field, text }) => ({
    row,
    path: [field],
    rule: 'declared/licence',
    message: `${field} “${text}” is another one than “${first.text}” of rows before.`,
    evidence: first.text,
  }));
}
