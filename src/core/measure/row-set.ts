import { LONGEST } from '../query/parse-query';
import type { RowsBehind } from './figure';

/** More rows than this no queue is asked for: the query that names them would be too long. */
const KEPT = 1000;

/** Numbers of rows, of which the first are kept and all are counted. A number that comes twice in a row counts once. */
export class RowSet {
  private readonly first: number[] = [];
  private last = -1;
  private total = 0;

  add(row: number): void {
    if (row === this.last) return;
    this.last = row;
    this.total++;
    if (this.first.length < KEPT) this.first.push(row);
  }

  /** Rows that another set has; of two sets no row is in both. */
  addAll({ first, total }: RowSet): void {
    for (const row of first) if (this.first.length < KEPT) this.first.push(row);
    this.total += total;
  }

  get behind(): RowsBehind {
    return { first: this.first, total: this.total };
  }
}

/** No rows. */
export const noRows: RowsBehind = { first: [], total: 0 };

export function rowsBehind(rows: Iterable<number>): RowsBehind {
  const set = new RowSet();
  for (const row of rows) set.add(row);
  return set.behind;
}

/** A query that finds rows, and how many. */
export interface RowsQuery {
  query: string;
  rows: number;
}

/** The query that finds the rows, as many of the first as a query may name: runs of neighbours as ranges. Empty where there are none. */
export function rowsQuery({ first }: RowsBehind): RowsQuery {
  const runs: { from: number; to: number }[] = [];
  for (const row of [...new Set(first)].toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.to === row - 1) run.to = row;
    else runs.push({ from: row, to: row });
  }
  const found: RowsQuery = { query: '', rows: 0 };
  for (const { from, to } of runs) {
    const term = from === to ? `row:${from + 1}` : `row:${from + 1}..${to + 1}`;
    const query = found.query === '' ? term : `${found.query} or ${term}`;
    if (query.length > LONGEST) break;
    found.query = query;
    found.rows += to - from + 1;
  }
  return found;
}
