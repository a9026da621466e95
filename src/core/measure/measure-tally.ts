import { fieldName } from '../column/field-name';
import { SpreadTally } from '../column/spread';
import { answerText } from '../link/answer-key';
import { printText } from '../query/print-query';
import type { Field, Link, Reading } from '../profile/reading';
import { isObject } from '../row/json';
import type { Json } from '../row/json';
import { masteryOf } from './composed-problem';
import type { ComposedProblem } from './composed-problem';
import type { MeasureReport, TeacherReport, VariantAccuracy } from './measure-report';
import { isOutcome, outcomesOf } from './outcome';
import type { Outcome } from './outcome';
import { PassTally } from './pass-at-k';
import { shareOf } from './share';
import { answerAgreement } from './teacher-answers';

/** Fields with more values than this are no groups; values of one row longer than this no name of one. */
const MOST_VALUES = 60;
const LONGEST_VALUE = 80;

/** The place of the problem that the parts make up: `2steps_multi`. */
const WHOLE = /multi|whole|composed|full/i;

/** Counts the measures of a dataset, row by row. */
export class MeasureTally {
  private rows = 0;
  private judged = 0;
  private readonly tries = new Map<
    string,
    { tally: PassTally; rows: number; solved: number; tries: number }
  >();
  private readonly together = new PassTally();
  private several = { rows: 0, none: 0, all: 0 };
  private severalTries = { rows: 0, shares: 0, allRight: 0 };
  private readonly seeds = new Map<string, { tries: number; right: number }>();
  private readonly composed = new Map<string, { parts: Map<string, boolean>; whole: boolean | null }>();
  private readonly facts = new Map<string, Map<string, { tries: number; right: number }>>();
  private readonly teachers = { rows: 0, unanimous: 0, shares: 0, entropy: 0 };
  private readonly scores = new Map<string, { field: string; spread: SpreadTally }>();
  private readonly logProbabilities = { rows: 0, tokens: 0 };

  add(row: Json, reading: Reading): void {
    this.rows++;
    this.addScores(reading);
    this.addTeachers(row, reading);
    this.addLogProbabilities(row);
    const outcomes = outcomesOf(row, reading);
    if (outcomes.length === 0) return;
    this.judged++;
    this.addTries(outcomes);
    for (const link of reading.links) this.addLinked(link, outcomes);
    for (const fact of reading.facts) this.addFact(fact, outcomes);
  }

  report(): MeasureReport {
    const { several, logProbabilities } = this;
    const named = [...this.tries].toSorted((a, b) => b[1].tries - a[1].tries || (a[0] < b[0] ? -1 : 1));
    const all = named.length > 1 ? [{ by: '', points: this.together.curve() }] : [];
    return {
      rows: this.rows,
      judged: this.judged,
      curves: [...all, ...named.map(([by, { tally }]) => ({ by, points: tally.curve() }))],
      solved: named.flatMap(([by, { rows, solved }]) => {
        const share = shareOf(solved, rows);
        return share ? [{ by, share }] : [];
      }),
      byNone: shareOf(several.none, several.rows),
      byAll: shareOf(several.all, several.rows),
      variants: this.variantAccuracy(),
      rates: this.ratesByFact(),
      teachers: this.teacherReport(),
      composed: this.mastery(),
      scores: [...this.scores].flatMap(([name, { field, spread }]) => {
        const result = spread.result();
        return result ? [{ name, field, spread: result }] : [];
      }),
      logProbabilities: logProbabilities.rows > 0 ? logProbabilities : null,
    };
  }

  private addTries(outcomes: readonly Outcome[]): void {
    const byWhom = new Map<string, { tries: number; right: number }>();
    for (const { by, right } of outcomes) count(byWhom, by, right);
    const all = sumOf(byWhom.values());
    this.together.add(all);
    for (const [by, of] of byWhom) {
      const known = this.tries.get(by) ?? { tally: new PassTally(), rows: 0, solved: 0, tries: 0 };
      this.tries.set(by, known);
      known.tally.add(of);
      known.rows++;
      known.tries += of.tries;
      if (of.right > 0) known.solved++;
    }
    if (byWhom.size > 1) {
      const solvers = [...byWhom.values()].filter(({ right }) => right > 0).length;
      this.several.rows++;
      if (solvers === 0) this.several.none++;
      if (solvers === byWhom.size) this.several.all++;
    } else if (all.tries > 1) {
      this.severalTries.rows++;
      this.severalTries.shares += all.right / all.tries;
      if (all.right === all.tries) this.severalTries.allRight++;
    }
  }

  /** A part of a composed problem, or a variant of a seed. Of several tries at one row, all must be right. */
  private addLinked({ type, group, place }: Link, outcomes: readonly Outcome[]): void {
    const right = outcomes.every((outcome) => outcome.right);
    if (type === 'variant') count(this.seeds, group, right);
    if (type !== 'sub-problem') return;
    const known = this.composed.get(group) ?? { parts: new Map<string, boolean>(), whole: null };
    this.composed.set(group, known);
    if (WHOLE.test(place)) known.whole = right;
    else known.parts.set(place, right);
  }

  private addFact({ path, value }: Field, outcomes: readonly Outcome[]): void {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    const name = path.findLast((part) => typeof part === 'string') ?? '';
    if (text === '' || text.length > LONGEST_VALUE || isOutcome(name, value)) return;
    const field = fieldName(path);
    const values = this.facts.get(field) ?? new Map<string, { tries: number; right: number }>();
    this.facts.set(field, values);
    if (values.size > MOST_VALUES) return;
    for (const { right } of outcomes) count(values, text, right);
  }

  private addScores({ measures }: Reading): void {
    for (const { name, path, value } of measures) {
      const known = this.scores.get(name) ?? { field: fieldName(path), spread: new SpreadTally() };
      this.scores.set(name, known);
      known.spread.add(value);
    }
  }

  /** Final answers of several authors, or a field with an answer for each teacher. */
  private addTeachers(row: Json, reading: Reading): void {
    const given = isObject(row) ? row['teacher_answers'] : undefined;
    const named = isObject(given) ? Object.values(given).filter((answer) => typeof answer === 'string') : [];
    const models = reading.traces.filter(({ kind }) => kind === 'model');
    const authors = new Set(models.map(({ author }) => author));
    const final = authors.size > 1 ? models.flatMap(({ finalAnswer }) => finalAnswer?.text ?? []) : [];
    const agreement = answerAgreement((named.length > 1 ? named : final).map(answerText));
    if (!agreement) return;
    this.teachers.rows++;
    this.teachers.shares += agreement.share;
    this.teachers.entropy += agreement.entropy;
    if (agreement.share === 1) this.teachers.unanimous++;
  }

  private addLogProbabilities(row: Json): void {
    const listed = isObject(row) ? (row['logprobs'] ?? row['log_probs'] ?? row['logits']) : undefined;
    if (!Array.isArray(listed)) return;
    this.logProbabilities.rows++;
    this.logProbabilities.tokens += listed.length;
  }

  private variantAccuracy(): VariantAccuracy | null {
    const groups = [...this.seeds.values()].filter(({ tries }) => tries > 1);
    const shares = groups.reduce((sum, { tries, right }) => sum + right / tries, 0);
    const allRight = groups.filter(({ tries, right }) => tries === right).length;
    const linked = shareOf(allRight, groups.length);
    if (linked)
      return { seeds: groups.length, kind: 'variants', average: shares / groups.length, worst: linked };
    const { rows, shares: sum, allRight: right } = this.severalTries;
    const worst = shareOf(right, rows);
    return worst && { seeds: rows, kind: 'tries', average: sum / rows, worst };
  }

  private ratesByFact(): MeasureReport['rates'] {
    return [...this.facts].flatMap(([field, values]) => {
      if (values.size < 2 || values.size > MOST_VALUES || values.size * 2 > this.judged) return [];
      const rates = [...values].flatMap(([value, { tries, right }]) => {
        const share = shareOf(right, tries);
        return share ? [{ value, share, query: `${field}:=${printText(value)}` }] : [];
      });
      return [{ field, values: rates.toSorted((a, b) => natural.compare(a.value, b.value)) }];
    });
  }

  private teacherReport(): TeacherReport | null {
    const { rows, unanimous, shares, entropy } = this.teachers;
    const share = shareOf(unanimous, rows);
    return share && { rows, unanimous: share, majorityShare: shares / rows, entropy: entropy / rows };
  }

  private mastery(): MeasureReport['composed'] {
    const whole = [...this.composed.values()].flatMap(({ parts, whole: solved }): ComposedProblem[] =>
      solved === null || parts.size === 0 ? [] : [{ parts: [...parts.values()], whole: solved }],
    );
    return whole.length > 0 ? masteryOf(whole) : null;
  }
}

const natural = new Intl.Collator('en', { numeric: true });

function count(counts: Map<string, { tries: number; right: number }>, key: string, right: boolean): void {
  const known = counts.get(key) ?? { tries: 0, right: 0 };
  counts.set(key, known);
  known.tries++;
  if (right) known.right++;
}

function sumOf(counts: Iterable<{ tries: number; right: number }>): { tries: number; right: number } {
  const sum = { tries: 0, right: 0 };
  for (const { tries, right } of counts) {
    sum.tries += tries;
    sum.right += right;
  }
  return sum;
}
