import { measuresIn } from '../profile/decoders/beside';
import type { Json, JsonObject } from '../row/json';
import { isObject } from '../row/json';
import type { Figure, Point } from './figure';
import type { MeasuredRow, Measurer } from './measured-row';
import { plainPoint } from './point';
import { RowSet } from './row-set';

/** The five dimensions by which EduPlanner scores a lesson plan (Zhang et al. 2025). */
const CIDDP = ['Clarity', 'Integrity', 'Depth', 'Practicality', 'Pertinence'];
const HOLDERS = ['scores', 'evaluation', 'rubric', 'ratings', 'rubric_scores'];
const EVERYBODY = 'mean of the raters';

interface Tally {
  sum: number;
  count: number;
  rows: RowSet;
}

/** Scores by the dimensions of a rubric: of each rater, and the mean over raters. */
export class RubricMeasure implements Measurer {
  private readonly raters = new Map<string, Map<string, Tally>>();
  private readonly dimensions: readonly string[];

  /** Dimensions that the user named; where there are none, all that `scores` has, or CIDDP's own. */
  constructor(dimensions: readonly string[]) {
    this.dimensions = dimensions;
  }

  add({ number, value }: MeasuredRow): void {
    if (!isObject(value)) return;
    const scores = [...this.inHolders(value), ...this.inFields(value)];
    for (const { rater, dimension, score } of scores) this.count(rater, dimension, score, number);
    for (const dimension of new Set(scores.map((score) => score.dimension))) {
      const given = scores.filter((score) => score.dimension === dimension).map(({ score }) => score);
      this.count(EVERYBODY, dimension, given.reduce((sum, score) => sum + score, 0) / given.length, number);
    }
  }

  figures(): Figure[] {
    const everybody = this.raters.get(EVERYBODY);
    if (!everybody) return [];
    const order = this.inOrder([...everybody.keys()]);
    const raters = [...this.raters].toSorted(([a], [b]) => Number(b === EVERYBODY) - Number(a === EVERYBODY));
    const shown = raters.length > 2 ? raters : raters.slice(1); // the mean of a single rater is that rater's
    return [
      {
        measure: 'rubric',
        title: 'Scores by the rubric',
        about: 'Mean score of each dimension; several raters of a row are averaged first.',
        shape: 'radar',
        unit: 'number',
        axis: 'Dimension',
        behind: 'rows with a score',
        series: shown.map(([rater, dimensions]) => ({
          name: rater === '' ? 'scores' : rater,
          points: order.flatMap((dimension) => pointOf(dimension, dimensions.get(dimension))),
        })),
      },
    ];
  }

  /** The dimensions in the rubric's order, then in that of the rows: every rater's outline goes round one way. */
  private inOrder(found: string[]): string[] {
    const rubric = this.dimensions.length > 0 ? this.dimensions : CIDDP;
    return [
      ...rubric.filter((name) => found.includes(name)),
      ...found.filter((name) => !rubric.includes(name)),
    ];
  }

  private inHolders(row: JsonObject): Score[] {
    return HOLDERS.flatMap((holder) => this.scoresIn('', row[holder], false));
  }

  /** `Clarity: 80` among the row's own fields: only names that are known to be dimensions. */
  private inFields(row: JsonObject): Score[] {
    const names = this.dimensions.length > 0 ? this.dimensions : CIDDP;
    return names.flatMap((dimension) =>
      measuresIn(row[dimension], []).flatMap(({ value }) => ({ rater: '', dimension, score: value })),
    );
  }

  /** Of one rater, `{Clarity: 80}`; of several, `{anna: {Clarity: 80}}` or `[{rater: "anna", Clarity: 80}]`. */
  private scoresIn(rater: string, value: Json | undefined, inner: boolean): Score[] {
    if (Array.isArray(value) && !inner)
      return value.flatMap((each, at) => this.scoresIn(raterOf(each) ?? `rater ${at + 1}`, each, true));
    if (!isObject(value)) return [];
    return Object.keys(value).flatMap((name) => {
      const part = value[name];
      if (isObject(part) && !inner) return this.scoresIn(name, part, true);
      const score = isObject(part) ? part['score'] : part;
      if (this.dimensions.length > 0 && !this.dimensions.includes(name)) return [];
      return isObject(score)
        ? []
        : measuresIn(score, []).map((measure) => ({ rater, dimension: name, score: measure.value }));
    });
  }

  private count(rater: string, dimension: string, score: number, row: number): void {
    const dimensions = this.raters.get(rater) ?? new Map<string, Tally>();
    this.raters.set(rater, dimensions);
    const tally = dimensions.get(dimension) ?? { sum: 0, count: 0, rows: new RowSet() };
    dimensions.set(dimension, tally);
    tally.sum += score;
    tally.count++;
    tally.rows.add(row);
  }
}

function pointOf(dimension: string, tally: Tally | undefined): Point[] {
  return tally ? [plainPoint(dimension, tally.sum / tally.count, tally.count, tally.rows.behind)] : [];
}

interface Score {
  rater: string;
  dimension: string;
  score: number;
}

function raterOf(value: Json): string | null {
  const name = isObject(value) ? (value['rater'] ?? value['by'] ?? value['annotator']) : null;
  return typeof name === 'string' ? name : null;
}
