import type { Figure } from './figure';
import type { MeasuredRow, Measurer } from './measured-row';
import { plainPoint } from './point';
import { compareRuns, rowNumbers, runOf } from './row-numbers';
import { RowSet } from './row-set';

interface Tally {
  sum: number;
  rows: RowSet;
}

/** The mean of a number that is there once for each checkpoint or run: `difficulty@step100`, `difficulty@step200`. */
export class CheckpointsMeasure implements Measurer {
  private readonly stems = new Map<string, Map<string, Tally>>();

  add({ number, value }: MeasuredRow): void {
    for (const [name, measured] of rowNumbers(value)) {
      const of = runOf(name);
      if (!of) continue;
      const runs = this.stems.get(of.stem) ?? new Map<string, Tally>();
      this.stems.set(of.stem, runs);
      const tally = runs.get(of.run) ?? { sum: 0, rows: new RowSet() };
      runs.set(of.run, tally);
      tally.sum += measured;
      tally.rows.add(number);
    }
  }

  figures(): Figure[] {
    return [...this.stems]
      .filter(([, runs]) => runs.size > 1)
      .map(([stem, runs]) => ({
        measure: 'checkpoints',
        title: `${stem} by checkpoint`,
        about: 'Mean over the rows that have a number for the checkpoint.',
        shape: 'curve',
        unit: 'number',
        axis: 'Checkpoint',
        behind: 'rows that have one',
        series: [
          {
            name: stem,
            points: [...runs]
              .toSorted(([a], [b]) => compareRuns(a, b))
              .map(([run, { sum, rows }]) =>
                plainPoint(run, sum / rows.behind.total, rows.behind.total, rows.behind),
              ),
          },
        ],
      }));
  }
}
