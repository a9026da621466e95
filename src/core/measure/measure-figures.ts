import type { Mastery } from './composed-problem';
import type { MeasureReport } from './measure-report';
import type { Share } from './share';

/** One number of a report. */
export interface MeasureFigure {
  measure: string;
  /** Who tried; empty where it is of all. */
  by: string;
  /** A field and its value, where it is of a part of the rows. */
  field: string;
  group: string;
  k: number | null;
  /** What it is a mean or share of: problems, rows, tries. */
  of: number;
  value: number;
  /** 95 %; null where it is not computed. */
  low: number | null;
  high: number | null;
}

/** Two standard errors and a bit: 95 % of a normal distribution. */
const WITHIN = 1.959963984540054;

/** All numbers of a report, one by one. */
export function figuresOf(report: MeasureReport): MeasureFigure[] {
  const { curves, solved, byNone, byAll, variants, rates, teachers, composed, scores } = report;
  return [
    ...curves.flatMap(({ by, points }) =>
      points.map(({ k, problems, value, standardError }) => {
        const half = WITHIN * standardError;
        const interval = { low: Math.max(0, value - half), high: Math.min(1, value + half) };
        return { ...figure('pass@k', problems, value), by, k, ...(problems > 1 ? interval : {}) };
      }),
    ),
    ...solved.map(({ by, share }) => ({ ...shareFigure('solved', share), by })),
    ...shares('solved by none', byNone),
    ...shares('solved by all', byAll),
    ...(variants
      ? [
          figure(`average accuracy over ${variants.kind}`, variants.seeds, variants.average),
          shareFigure(`worst-case accuracy over ${variants.kind}`, variants.worst),
        ]
      : []),
    ...rates.flatMap(({ field, values }) =>
      values.map(({ value, share }) => ({ ...shareFigure('accuracy', share), field, group: value })),
    ),
    ...(teachers
      ? [
          shareFigure('teachers unanimous', teachers.unanimous),
          figure('teachers majority share', teachers.rows, teachers.majorityShare),
          figure('teachers entropy (bits)', teachers.rows, teachers.entropy),
        ]
      : []),
    ...(composed ? masteryFigures(composed) : []),
    ...scores.map(({ name, field, spread }) => ({
      ...figure(`mean of ${name}`, spread.count, spread.mean),
      field,
    })),
  ];
}

function figure(measure: string, of: number, value: number): MeasureFigure {
  return { measure, by: '', field: '', group: '', k: null, of, value, low: null, high: null };
}

function shareFigure(measure: string, { of, value, low, high }: Share): MeasureFigure {
  return { ...figure(measure, of, value), low, high };
}

function shares(measure: string, share: Share | null): MeasureFigure[] {
  return share ? [shareFigure(measure, share)] : [];
}

function masteryFigures(mastery: Mastery): MeasureFigure[] {
  const { problems, insufficientKnowledge, inadequateGeneralization } = mastery;
  const kinds = (['strict', 'loose'] as const).flatMap((which) => {
    const { completeMastery, roteShare, score } = mastery[which];
    return [
      figure(`complete mastery (${which})`, problems, completeMastery / problems),
      ...(roteShare === null ? [] : [figure(`rote memorization (${which})`, problems, roteShare)]),
      ...(score === null ? [] : [figure(`score (${which})`, problems, score)]),
    ];
  });
  return [
    figure('insufficient knowledge', problems, insufficientKnowledge / problems),
    figure('inadequate generalization', problems, inadequateGeneralization / problems),
    ...kinds,
  ];
}
