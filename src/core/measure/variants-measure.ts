import { counted } from '../counted';
import { variantVerdicts } from './attempts';
import type { Attempts } from './attempts';
import type { Figure } from './figure';
import type { MeasuredRow, Measurer } from './measured-row';
import { sharePoint } from './point';
import { rowsBehind } from './row-set';
import { modelNamed } from './solver';

interface Seed {
  /** Variants: those of which all solutions are right, and all. */
  right: number;
  total: number;
  /** Their solutions. */
  solutions: { right: number; total: number };
  rows: number[];
}

/** Average and worst-case accuracy over the variants of a seed, as DynaMath has them (Zou et al. 2024). */
export class VariantsMeasure implements Measurer {
  /** By model, then by seed. */
  private readonly models = new Map<string, Map<string, Seed>>();

  add(row: MeasuredRow): void {
    this.addColumns(row);
    const link = row.reading.links.find(({ type }) => type === 'variant');
    if (!link) return;
    for (const attempt of row.attempts) this.count(link.group, row.number, attempt);
  }

  figures(): Figure[] {
    return [...this.models].flatMap(([model, seeds]) => this.figuresOf(model, [...seeds.values()]));
  }

  /** `Variant 1` to `Variant 10`, each with a verdict: the row is the seed. */
  private addColumns({ number, value }: MeasuredRow): void {
    const by = modelNamed(value);
    for (const right of variantVerdicts(value))
      this.count(`row ${number}`, number, { by, right: Number(right), total: 1 });
  }

  private count(group: string, row: number, { by, right, total }: Attempts): void {
    const seeds = this.models.get(by) ?? new Map<string, Seed>();
    this.models.set(by, seeds);
    const seed = seeds.get(group) ?? { right: 0, total: 0, solutions: { right: 0, total: 0 }, rows: [] };
    seeds.set(group, seed);
    seed.total++;
    seed.right += Number(right === total);
    seed.solutions.right += right;
    seed.solutions.total += total;
    if (seed.rows.at(-1) !== row) seed.rows.push(row);
  }

  private figuresOf(model: string, seeds: Seed[]): Figure[] {
    const of = model === '' ? '' : ` of ${model}`;
    const total = sum(seeds.map(({ solutions }) => solutions.total));
    const right = sum(seeds.map(({ solutions }) => solutions.right));
    const safe = seeds.filter((seed) => seed.right === seed.total).length;
    const unsafe = seeds.filter((seed) => seed.right < seed.total);
    const behind = rowsBehind(unsafe.flatMap(({ rows }) => rows));
    const shared = { measure: 'variants' as const, shape: 'bars' as const, unit: 'share' as const };
    return [
      {
        ...shared,
        title: `Accuracy over variants${of}`,
        about: `Average: right solutions of all; worst case: seeds of which every variant is right each time (DynaMath, Zou et al. 2024); ${counted(seeds.length, 'seed')}.${robustness(safe / seeds.length, right / total)}`,
        axis: 'Accuracy',
        behind: 'seeds with a wrong variant',
        series: [
          {
            name: 'accuracy',
            points: [
              sharePoint('average', right, total, behind),
              sharePoint('worst case', safe, seeds.length, behind),
            ],
          },
        ],
      },
      {
        ...shared,
        title: `Right variants of a seed${of}`,
        about: 'Share of seeds with so many right variants.',
        axis: 'Right variants',
        behind: 'these seeds',
        series: [{ name: 'seeds', points: byRight(seeds) }],
      },
    ];
  }
}

/** The worst case as a part of the average: how much of what a model can do it does whatever the numbers are. */
function robustness(worst: number, average: number): string {
  return average > 0
    ? ` Reasoning robustness (worst case by average): ${((100 * worst) / average).toFixed(1)} %.`
    : '';
}

function byRight(seeds: Seed[]) {
  const counts = [...new Set(seeds.map(({ right }) => right))].toSorted((a, b) => a - b);
  return counts.map((count) => {
    const same = seeds.filter(({ right }) => right === count);
    return sharePoint(String(count), same.length, seeds.length, rowsBehind(same.flatMap(({ rows }) => rows)));
  });
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
