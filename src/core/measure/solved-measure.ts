import { measuresIn } from '../profile/decoders/beside';
import { isObject } from '../row/json';
import type { Json } from '../row/json';
import type { Figure } from './figure';
import type { MeasuredRow, Measurer } from './measured-row';
import { sharePoint } from './point';
import { RowSet } from './row-set';

/** Which models solve which rows, and how many right solutions a row has. */
export class SolvedMeasure implements Measurer {
  /** Rows that several models tried: in long form each row is one model's, and no row is. */
  private shared = 0;
  private readonly solved = new Map<string, { rows: number; solved: number; unsolved: RowSet }>();
  private readonly byRight = new Map<number, RowSet>();
  private readonly sets = { some: new RowSet(), all: new RowSet(), none: new RowSet() };

  add({ number, value, attempts }: MeasuredRow): void {
    const by = solvers(value, attempts);
    if (by.length === 0) return;
    for (const [name, solved] of by) {
      const known = this.solved.get(name) ?? { rows: 0, solved: 0, unsolved: new RowSet() };
      this.solved.set(name, known);
      known.rows++;
      if (solved) known.solved++;
      else known.unsolved.add(number);
    }
    if (by.length > 1) this.countShared(number, by);
    this.count(number, attempts);
  }

  figures(): Figure[] {
    if (this.solved.size === 0) return [];
    return [this.models(), ...(this.shared > 0 ? [this.unions()] : []), ...this.histogram()];
  }

  private countShared(number: number, by: [string, boolean][]): void {
    this.shared++;
    const unsolved = by.filter(([, solved]) => !solved).length;
    if (unsolved > 0) this.sets.some.add(number);
    if (unsolved === by.length) this.sets.all.add(number);
    if (unsolved === 0) this.sets.none.add(number);
  }

  private count(row: number, attempts: MeasuredRow['attempts']): void {
    if (!attempts.some(({ total }) => total > 1)) return;
    const right = attempts.reduce((sum, each) => sum + each.right, 0);
    const rows = this.byRight.get(right) ?? new RowSet();
    this.byRight.set(right, rows);
    rows.add(row);
  }

  private models(): Figure {
    const points = [...this.solved].map(([name, { rows, solved, unsolved }]) =>
      sharePoint(name || 'all', solved, rows, unsolved.behind),
    );
    return {
      measure: 'solved',
      title: 'Rows solved, by model',
      about: 'Share of rows with at least one right solution, with its Wilson score interval (1927).',
      shape: 'bars',
      unit: 'share',
      axis: 'Model',
      behind: 'rows that it does not solve',
      series: [{ name: 'solved', points }],
    };
  }

  private unions(): Figure {
    const { some, all, none } = this.sets;
    const point = (label: string, set: RowSet) =>
      sharePoint(label, set.behind.total, this.shared, set.behind);
    return {
      measure: 'solved',
      title: 'Rows unsolved, over all models',
      about:
        'Union and intersection of the rows that each model leaves unsolved, of the rows that several tried.',
      shape: 'bars',
      unit: 'share',
      axis: 'Rows',
      behind: 'these rows',
      series: [
        {
          name: 'rows',
          points: [
            point('unsolved by at least one', some),
            point('unsolved by all', all),
            point('solved by all', none),
          ],
        },
      ],
    };
  }

  private histogram(): Figure[] {
    if (this.byRight.size === 0) return [];
    const total = [...this.byRight.values()].reduce((sum, { behind }) => sum + behind.total, 0);
    const points = [...this.byRight]
      .toSorted(([a], [b]) => a - b)
      .map(([right, { behind }]) => ({ ...sharePoint(String(right), behind.total, total, behind) }));
    return [
      {
        measure: 'solved',
        title: 'Right solutions in a row',
        about: 'Share of rows with so many right solutions.',
        shape: 'bars',
        unit: 'share',
        axis: 'Right solutions',
        behind: 'these rows',
        series: [{ name: 'rows', points }],
      },
    ];
  }
}

/** Who tried the row, and whether it was solved; of pass@k columns the one with the largest k counts. */
function solvers(value: Json, attempts: MeasuredRow['attempts']): [string, boolean][] {
  const known = attempts.map(({ by, right }): [string, boolean] => [by, right > 0]);
  if (known.length > 0 || !isObject(value)) return known;
  const largest = new Map<string, { k: number; solved: boolean }>();
  for (const key of Object.keys(value)) {
    const groups = /^pass(?:@|_at_|_)(?<k>\d+)[_:@ -]+(?<model>.+)$/i.exec(key)?.groups;
    const rate = groups && measuresIn(value[key], [])[0]?.value;
    const model = groups?.['model'];
    if (model === undefined || rate === undefined) continue;
    const k = Number(groups?.['k']);
    if (k > (largest.get(model)?.k ?? 0)) largest.set(model, { k, solved: rate > 0 });
  }
  return [...largest].map(([model, { solved }]) => [model, solved]);
}
