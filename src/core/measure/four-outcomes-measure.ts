import { counted } from '../counted';
import type { Figure, Point } from './figure';
import { fourMetrics, outcomeOf } from './four-outcomes';
import type { Outcome } from './four-outcomes';
import type { MeasuredRow, Measurer } from './measured-row';
import { rightBy } from './measured-row';
import { plainPoint, sharePoint } from './point';
import { rowsBehind } from './row-set';

interface Group {
  steps: boolean[];
  whole: boolean | null;
  rows: number[];
  /** So many parts the problem has. */
  needs: number;
}

const WHOLE = /(?:^|_)(?:multi|whole|composite)$/i;
const NAMES: Record<Outcome, string> = {
  IK: 'IK insufficient knowledge',
  IG: 'IG inadequate generalisation',
  CM: 'CM complete mastery',
  RM: 'RM rote memorisation',
};

/** We-Math's four outcomes over the problems whose sub-problems are rows of the file (Qiao et al. 2024). */
export class FourOutcomesMeasure implements Measurer {
  private readonly models = new Map<string, Map<string, Group>>();

  add({ number, reading, attempts }: MeasuredRow): void {
    const link = reading.links.find(({ type }) => type === 'sub-problem');
    if (!link) return;
    for (const { by } of attempts) {
      const groups = this.models.get(by) ?? new Map<string, Group>();
      this.models.set(by, groups);
      const group = groups.get(link.group) ?? {
        steps: [],
        whole: null,
        rows: [],
        needs: partsIn(link.place),
      };
      groups.set(link.group, group);
      group.rows.push(number);
      const right = rightBy(attempts, by) === true;
      if (WHOLE.test(link.place)) group.whole = right;
      else group.steps.push(right);
    }
  }

  figures(): Figure[] {
    return [...this.models].flatMap(([model, groups]) => figureOf(model, [...groups.values()]) ?? []);
  }
}

/** How many parts a problem has by the name of one of its rows, `3steps_1`; one at least where that does not say. */
function partsIn(place: string): number {
  return Math.max(1, Number(/^(\d+)steps_/.exec(place)?.[1] ?? 1));
}

function figureOf(model: string, groups: Group[]): Figure | null {
  const complete = groups.flatMap(({ steps, whole, rows, needs }) =>
    whole === null || steps.length < needs ? [] : [{ steps, whole, rows }],
  );
  if (complete.length === 0) return null;
  return {
    measure: 'four-outcomes',
    title: `Sub-problems and wholes${model === '' ? '' : ` of ${model}`}`,
    about: `We-Math (Qiao et al. 2024): shares of ${counted(complete.length, 'problem')}; RM of those solved; score = CM + IG / 2. Loose: one right step is enough for mastery.`,
    shape: 'bars',
    unit: 'share',
    axis: 'Outcome',
    behind: 'rows of these problems',
    series: (['strict', 'loose'] as const).map((rule) => ({ name: rule, points: pointsOf(complete, rule) })),
  };
}

function pointsOf(
  groups: { steps: boolean[]; whole: boolean; rows: number[] }[],
  rule: 'strict' | 'loose',
): Point[] {
  const rows: Record<Outcome, number[]> = { IK: [], IG: [], CM: [], RM: [] };
  const counts: Record<Outcome, number> = { IK: 0, IG: 0, CM: 0, RM: 0 };
  for (const group of groups) {
    const outcome = outcomeOf(group, rule);
    counts[outcome]++;
    rows[outcome].push(...group.rows);
  }
  const { score, ...shares } = fourMetrics(counts);
  const points = (['IK', 'IG', 'CM', 'RM'] as const).map((outcome) =>
    sharePoint(NAMES[outcome], shares[outcome].part, shares[outcome].of, rowsBehind(rows[outcome])),
  );
  return [...points, plainPoint('score', score.part / score.of, score.of)];
}
