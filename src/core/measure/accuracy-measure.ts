import type { Figure } from './figure';
import type { MeasuredRow, Measurer } from './measured-row';
import { modelAnswers } from './model-answers';
import type { ModelAnswer, Outcome } from './model-answers';
import { sharePoint } from './point';
import { RowSet } from './row-set';

const OUTCOMES = ['equal', 'different', 'cannot tell'] as const;
/** Of answers of which the dataset has a verdict. */
const CLAIMS = ['right here, wrong by the dataset', 'wrong here, right by the dataset'] as const;
type Claim = (typeof CLAIMS)[number];

interface Tally {
  counts: Record<Outcome | Claim, number>;
  rows: Record<Outcome | Claim, RowSet>;
  /** Answers that are decided here, and of which the dataset has a verdict too. */
  judgedTwice: number;
}

/** How many final answers of each model equal the row's own, and where the dataset's own verdicts say otherwise. */
export class AccuracyMeasure implements Measurer {
  private readonly models = new Map<string, Tally>();

  add({ number, value, reading }: MeasuredRow): void {
    for (const answer of modelAnswers(value, reading)) this.count(answer, number);
  }

  figures(): Figure[] {
    if (this.models.size === 0) return [];
    const judgedTwice = [...this.models.values()].some((tally) => tally.judgedTwice > 0);
    return [this.accuracy(), ...(judgedTwice ? [this.claims()] : [])];
  }

  private count({ by, outcome, published }: ModelAnswer, row: number): void {
    const tally = this.models.get(by) ?? newTally();
    this.models.set(by, tally);
    tally.counts[outcome]++;
    tally.rows[outcome].add(row);
    if (published === null || outcome === 'cannot tell') return;
    tally.judgedTwice++;
    if (published === (outcome === 'equal')) return;
    const claim = published ? CLAIMS[1] : CLAIMS[0];
    tally.counts[claim]++;
    tally.rows[claim].add(row);
  }

  private accuracy(): Figure {
    return {
      measure: 'accuracy',
      title: 'Accuracy, by model',
      about:
        'Share of final answers that equal the row’s own, with its Wilson score interval (1927). An answer that no sign tells, or that cannot be compared, is not counted as equal.',
      shape: 'bars',
      unit: 'share',
      axis: 'Model',
      behind: 'rows with such an answer',
      series: OUTCOMES.map((name) => ({ name, points: this.points(name, allOf) })),
    };
  }

  private claims(): Figure {
    return {
      measure: 'accuracy',
      title: 'Answers unlike the dataset’s own verdict',
      about:
        'Share of the answers, decided here and judged by the dataset, of which the two say different things, with its Wilson score interval (1927).',
      shape: 'bars',
      unit: 'share',
      axis: 'Model',
      behind: 'rows with such an answer',
      series: CLAIMS.map((name) => ({ name, points: this.points(name, ({ judgedTwice }) => judgedTwice) })),
    };
  }

  private points(name: Outcome | Claim, total: (tally: Tally) => number) {
    return [...this.models]
      .filter(([, tally]) => total(tally) > 0)
      .map(([by, tally]) =>
        sharePoint(by === '' ? 'all' : by, tally.counts[name], total(tally), tally.rows[name].behind),
      );
  }
}

function allOf({ counts }: Tally): number {
  return OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
}

function newTally(): Tally {
  const all = [...OUTCOMES, ...CLAIMS];
  return {
    counts: Object.fromEntries(all.map((name) => [name, 0])) as Tally['counts'],
    rows: Object.fromEntries(all.map((name) => [name, new RowSet()])) as Tally['rows'],
    judgedTwice: 0,
  };
}
