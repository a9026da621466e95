import { counted } from '../counted';
import type { Figure, Point } from './figure';
import type { MeasuredRow, Measurer } from './measured-row';
import type { OtherScores } from './other-scores';
import { plainPoint } from './point';
import { compareRuns, isWorseWhenLarger, rowNumbers, runOf } from './row-numbers';
import { rowsBehind } from './row-set';
import { modelNamed } from './solver';

/** Two columns whose numbers are compared, in one file or in two. */
export interface ScorePair {
  from: string;
  to: string;
}

interface Change {
  row: number;
  /** How much it got worse: negative where it got better. */
  worse: number;
  by: number;
}

/** So many rows are drawn, those that moved most. */
const DRAWN = 25;

/** Rows whose score moved between two columns, or between this file and another: those that moved the wrong way first. */
export class ScoreChangeMeasure implements Measurer {
  private readonly changes = new Map<string, Change[]>();
  private readonly asked: ScorePair | null;
  private readonly other: OtherScores | null;

  constructor(asked: ScorePair | null, other: OtherScores | null) {
    this.asked = asked;
    this.other = other;
  }

  add({ number, key, value, reading }: MeasuredRow): void {
    const numbers = rowNumbers(value);
    const answers = new Set(reading.answers.map(({ path }) => String(path[0])));
    for (const [before, after, name] of this.pairs(numbers, this.other?.of(key, modelNamed(value)) ?? null)) {
      if (this.other && answers.has(name)) continue; // another answer is neither better nor worse
      const by = after - before;
      const changes = this.changes.get(name) ?? [];
      this.changes.set(name, changes);
      changes.push({ row: number, by, worse: isWorseWhenLarger(name) ? by : -by });
    }
  }

  figures(): Figure[] {
    return [...this.changes].flatMap(([name, changes]) =>
      changes.some(({ by }) => by !== 0) ? [summary(name, changes), ...most(name, changes)] : [],
    );
  }

  private pairs(
    numbers: Map<string, number>,
    others: ReadonlyMap<string, number> | null,
  ): [number, number, string][] {
    if (this.other)
      return [...(others ?? [])].flatMap(([name, before]) => pairOf(before, numbers.get(name), name));
    if (this.asked) {
      const { from, to } = this.asked;
      const before = numbers.get(from);
      return before === undefined ? [] : pairOf(before, numbers.get(to), `${from} to ${to}`);
    }
    return consecutive(numbers);
  }
}

function pairOf(before: number, after: number | undefined, name: string): [number, number, string][] {
  return after === undefined ? [] : [[before, after, name]];
}

/** The first and the last run of each number. */
function consecutive(numbers: Map<string, number>): [number, number, string][] {
  const stems = new Map<string, string[]>();
  for (const name of numbers.keys()) {
    const of = runOf(name);
    if (of) stems.set(of.stem, [...(stems.get(of.stem) ?? []), name]);
  }
  return [...stems.values()].flatMap((names) => {
    const [first, ...more] = names.toSorted(compareRuns);
    const last = more.at(-1);
    const before = first === undefined ? undefined : numbers.get(first);
    if (first === undefined || last === undefined || before === undefined) return [];
    return pairOf(before, numbers.get(last), `${first} to ${last}`);
  });
}

function summary(name: string, changes: Change[]): Figure {
  const of = (label: string, which: (change: Change) => boolean): Point => {
    const rows = changes.filter(which).map(({ row }) => row);
    return plainPoint(label, rows.length / changes.length, changes.length, rowsBehind(rows));
  };
  const mean = changes.reduce((sum, { by }) => sum + by, 0) / changes.length;
  const worse = isWorseWhenLarger(name) ? 'A larger' : 'A smaller';
  return {
    measure: 'score-change',
    title: `Change of ${name}`,
    about: `${worse} number is worse. Mean change ${mean.toPrecision(4)} over ${counted(changes.length, 'row')}.`,
    shape: 'bars',
    unit: 'share',
    axis: 'Way',
    behind: 'these rows',
    series: [
      {
        name: 'rows',
        points: [
          of('worse', (change) => change.worse > 0),
          of('the same', (change) => change.worse === 0),
          of('better', (change) => change.worse < 0),
        ],
      },
    ],
  };
}

/** None where all rows stayed or became better. */
function most(name: string, changes: Change[]): Figure[] {
  const moved = changes.filter(({ worse }) => worse > 0).toSorted((a, b) => b.worse - a.worse);
  if (moved.length === 0) return [];
  const figure: Figure = {
    measure: 'score-change',
    title: `Rows that moved most: ${name}`,
    about: `${counted(Math.min(DRAWN, moved.length), 'row')} that moved most the wrong way, the worst first.`,
    shape: 'bars',
    unit: 'number',
    axis: 'Row',
    behind: 'this row',
    series: [
      {
        name: 'change',
        points: moved
          .slice(0, DRAWN)
          .map(({ row, by }) => plainPoint(`row ${row + 1}`, by, 1, rowsBehind([row]))),
      },
    ],
  };
  return [figure];
}
