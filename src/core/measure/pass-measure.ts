import type { Figure, Point } from './figure';
import type { MeasuredRow, Measurer } from './measured-row';
import { measuresIn } from '../profile/decoders/beside';
import { isObject } from '../row/json';
import { drawsUpTo, passAtK } from './pass-at-k';
import { meanPoint } from './point';
import { RowSet } from './row-set';

/** Draws of one model over all rows. Rows with the same counts are kept together. */
interface Model {
  name: string;
  counts: Map<string, { n: number; c: number; rows: number }>;
  unsolved: RowSet;
}

/** pass@k of each model, from how many of its solutions are right. */
export class PassMeasure implements Measurer {
  private readonly models = new Map<string, Model>();
  private readonly columns = new Map<string, Column>();

  add({ number, value, attempts }: MeasuredRow): void {
    for (const { by, total, right } of attempts) {
      const name = by || 'all';
      const model = this.models.get(name) ?? { name, counts: new Map(), unsolved: new RowSet() };
      this.models.set(name, model);
      const key = `${total}/${right}`;
      const same = model.counts.get(key) ?? { n: total, c: right, rows: 0 };
      model.counts.set(key, { ...same, rows: same.rows + 1 });
      if (right === 0) model.unsolved.add(number);
    }
    if (isObject(value))
      for (const key of Object.keys(value)) this.addColumn(number, key, measuresIn(value[key], [])[0]?.value);
  }

  figures(): Figure[] {
    const sampled = [...this.models.values()].filter(({ counts }) => most(counts) > 1);
    const shared = {
      measure: 'pass-at-k' as const,
      shape: 'curve' as const,
      unit: 'share' as const,
      axis: 'k',
      behind: 'rows without a right solution',
    };
    const figures: Figure[] = [];
    if (sampled.length > 0)
      figures.push({
        ...shared,
        title: 'pass@k from verdicts',
        about:
          'Unbiased estimator from n solutions of which c are right (Chen et al. 2021), averaged over the rows with at least k; the interval is of the mean over rows.',
        series: sampled.map((model) => ({ name: model.name, points: curveOf(model) })),
      });
    if (this.columns.size > 0)
      figures.push({
        ...shared,
        title: 'pass@k as the rows tell it',
        about: 'Mean of each pass@k column.',
        behind: 'rows with a rate of 0',
        series: this.columnSeries(),
      });
    return figures;
  }

  private addColumn(row: number, key: string, value: number | undefined): void {
    const match = /^pass(?:@|_at_|_)(?<k>\d+)(?:[_:@ -]+(?<model>.+))?$/i.exec(key);
    if (!match || value === undefined || value < 0) return;
    const model = match.groups?.['model'] ?? 'all';
    const known = this.columns.get(key) ?? {
      model,
      k: Number(match.groups?.['k']),
      highest: 0,
      sum: 0,
      squares: 0,
      rows: 0,
      zero: new RowSet(),
    };
    this.columns.set(key, known);
    known.highest = Math.max(known.highest, value);
    known.sum += value;
    known.squares += value * value;
    known.rows++;
    if (value === 0) known.zero.add(row);
  }

  private columnSeries() {
    const columns = [...this.columns.values()].toSorted((a, b) => a.k - b.k);
    return [...new Set(columns.map(({ model }) => model))].map((name) => ({
      name,
      points: columns
        .filter(({ model }) => model === name)
        .map((column) => meanPoint(String(column.k), asShares(column), column.zero.behind)),
    }));
  }
}

/** What was summed up of a `pass@k` column. */
interface Column {
  model: string;
  k: number;
  highest: number;
  sum: number;
  squares: number;
  rows: number;
  /** Rows with a rate of 0. */
  zero: RowSet;
}

/** A column that goes beyond 1 is in percent. */
function asShares({ highest, sum, squares, rows }: Column): { sum: number; squares: number; rows: number } {
  const whole = highest > 1 ? 100 : 1;
  return { sum: sum / whole, squares: squares / whole ** 2, rows };
}

function most(counts: Model['counts']): number {
  return Math.max(...[...counts.values()].map(({ n }) => n));
}

function curveOf({ counts, unsolved }: Model): Point[] {
  return drawsUpTo(most(counts)).map((k) => {
    const enough = [...counts.values()].filter(({ n }) => n >= k);
    const rows = enough.reduce((sum, each) => sum + each.rows, 0);
    const total = (power: number) =>
      enough.reduce((sum, each) => sum + each.rows * passAtK(each.n, each.c, k) ** power, 0);
    return meanPoint(String(k), { sum: total(1), squares: total(2), rows }, unsolved.behind);
  });
}
