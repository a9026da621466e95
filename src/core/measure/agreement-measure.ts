import { goldAnswers } from '../answer/judge-traces';
import { answerKey, comparableAnswer } from '../link/answer-key';
import { agreementOf } from './agreement';
import type { Figure } from './figure';
import { givenAnswers } from './given-answers';
import type { GivenAnswer } from './given-answers';
import type { MeasuredRow, Measurer } from './measured-row';
import { plainPoint, sharePoint } from './point';
import { RowSet } from './row-set';

/** Steps of the entropy, in bits; the last one is open. */
const ENTROPIES = [0, 0.5, 1, 1.5, 2];
/** With more names than this, answers are samples of one model and not told apart by who gave them. */
const MOST_TEACHERS = 24;

/** How far the answers of several teachers agree, and how often their majority is not the dataset's answer. */
export class AgreementMeasure implements Measurer {
  private rows = 0;
  private entropy = 0;
  private share = 0;
  private readonly sets = { all: new RowSet(), most: new RowSet(), tie: new RowSet() };
  private readonly byEntropy = ENTROPIES.map(() => new RowSet());
  private readonly teachers = new Map<string, { given: number; agreed: number; against: RowSet }>();
  private compared = 0;
  private readonly noise = new RowSet();

  add({ number, value, reading }: MeasuredRow): void {
    const given = givenAnswers(value, reading);
    if (given.length < 2) return;
    const { majority, share, entropy } = agreementOf(given.map(({ answer }) => answer));
    this.rows++;
    this.entropy += entropy;
    this.share += share;
    (share === 1 ? this.sets.all : majority === null ? this.sets.tie : this.sets.most).add(number);
    this.byEntropy[ENTROPIES.findLastIndex((from) => entropy >= from)]?.add(number);
    if (majority === null) return;
    this.countTeachers(number, given, majority);
    const golds = goldAnswers(reading);
    if (golds.length === 0) return;
    this.compared++;
    const right = golds.map(comparableAnswer);
    if (!right.includes(majority) && answerKey(reading) !== majority) this.noise.add(number);
  }

  figures(): Figure[] {
    if (this.rows === 0) return [];
    const figures = [this.agreement(), this.entropies()];
    if (this.teachers.size <= MOST_TEACHERS) figures.push(this.byTeacher());
    if (this.compared > 0) figures.push(this.labelNoise());
    return figures;
  }

  private countTeachers(row: number, given: GivenAnswer[], majority: string): void {
    for (const { by, answer } of given) {
      const known = this.teachers.get(by) ?? { given: 0, agreed: 0, against: new RowSet() };
      this.teachers.set(by, known);
      known.given++;
      if (answer === majority) known.agreed++;
      else known.against.add(row);
    }
  }

  private agreement(): Figure {
    const { all, most, tie } = this.sets;
    const point = (label: string, set: RowSet) => sharePoint(label, set.behind.total, this.rows, set.behind);
    return {
      ...SHARES,
      title: 'Agreement of the answers',
      about: `Answers are compared as numbers or texts. On average ${percent(this.share / this.rows)} of a row’s answers are its commonest one.`,
      axis: 'Row',
      behind: 'these rows',
      series: [
        {
          name: 'rows',
          points: [point('all agree', all), point('a majority', most), point('no majority', tie)],
        },
      ],
    };
  }

  private entropies(): Figure {
    const points = this.byEntropy.map(({ behind }, at) => {
      const from = ENTROPIES[at] ?? 0;
      const to = ENTROPIES[at + 1];
      return sharePoint(
        to === undefined ? `${from} or more` : `${from} to ${to}`,
        behind.total,
        this.rows,
        behind,
      );
    });
    return {
      ...SHARES,
      title: 'Entropy of the answers',
      about: `Shannon entropy of a row’s answers in bits; mean ${(this.entropy / this.rows).toFixed(3)}. Rows at the right are the most disputed.`,
      axis: 'Bits',
      behind: 'these rows',
      series: [{ name: 'rows', points }],
    };
  }

  private byTeacher(): Figure {
    return {
      ...SHARES,
      title: 'Agreement with the majority, by who answered',
      about: 'Share of the answers that are the row’s majority, with its Wilson score interval (1927).',
      axis: 'By',
      behind: 'rows where it differs',
      series: [
        {
          name: 'agreed',
          points: [...this.teachers].map(([by, { given, agreed, against }]) =>
            sharePoint(by, agreed, given, against.behind),
          ),
        },
      ],
    };
  }

  private labelNoise(): Figure {
    const { behind } = this.noise;
    return {
      ...SHARES,
      measure: 'label-noise',
      title: 'The dataset’s answer against the majority',
      about:
        'Share of rows of whose own answers none is the majority of those given, with its Wilson score interval. Either may be wrong: look at the rows.',
      axis: 'Row',
      behind: 'rows that differ',
      series: [
        {
          name: 'rows',
          points: [
            sharePoint('differs', behind.total, this.compared, behind),
            { ...plainPoint('agrees', 1 - behind.total / this.compared, this.compared) },
          ],
        },
      ],
    };
  }
}

const SHARES = { measure: 'agreement' as Figure['measure'], shape: 'bars' as const, unit: 'share' as const };

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
