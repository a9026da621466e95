import { isModel } from '../annotation/annotator-name';
import { bootstrapInterval } from './bootstrap';
import { cohenKappa } from './cohen-kappa';
import { isFirstError, NO_ERROR, tableOf } from './collect-ratings';
import type { About, Question, RatedItem } from './collect-ratings';
import { dawidSkene } from './dawid-skene';
import { firstErrorDistance } from './first-error-distance';
import type { FirstErrors } from './first-error-distance';
import { fleissKappa } from './fleiss-kappa';
import { krippendorffAlpha } from './krippendorff-alpha';
import { percentAgreement } from './percent-agreement';
import { pairsOf } from './rating-table';
import type { RatingTable, Statistic } from './rating-table';

/** One figure of agreement. */
export interface AgreementFigure {
  about: About;
  /** Which part of the ratings it is of: all, a label against the others, a pair, an annotator, one with themselves, a week, or the values of a field. */
  part: 'all' | 'label' | 'pair' | 'annotator' | 'self' | 'week' | 'field' | 'concept';
  /** The label, the Monday of the week, the field's value; empty where the annotators say which part it is. */
  of: string;
  annotators: string[];
  /** Items that it counts: those with two ratings at least, or of one annotator all that they share with others. */
  items: number;
  statistic: string;
  /** A share or a coefficient; steps for the mean distance. Null when it is not defined. */
  value: number | null;
  /** 95 %, by bootstrap; null where it is not computed. */
  low: number | null;
  high: number | null;
  /** Why there is no value. */
  why: string | null;
}

type Figures = Record<string, (table: RatingTable) => Statistic>;

/** Every figure of agreement on one question. `groupsOf` names the groups of a row, for a figure of each. */
export function agreementOn(question: Question, groupsOf: (rowKey: string) => string[]): AgreementFigure[] {
  return agreementWork(question, groupsOf).flatMap((work) => work());
}

/** The same as pieces of work, in the order of their figures: whoever does them one by one knows how much is left. */
export function agreementWork(
  question: Question,
  groupsOf: (rowKey: string) => string[],
  groupedBy: 'field' | 'concept' = 'field',
): (() => AgreementFigure[])[] {
  const annotators = annotatorsOf(question.items);
  const people = annotators.filter((annotator) => !isModel(annotator));
  const shared = question.items.filter(({ said }) => people.filter((name) => said.has(name)).length > 1);
  const table = tableOf(shared, question, people);
  const by = (part: AgreementFigure['part'], groupOf: (item: RatedItem) => string[]) =>
    [...itemsByGroup(shared, groupOf)].flatMap(([of, items]) =>
      figuresOf({ question, part, of }, tableOf(items, question, people), briefly(question)),
    );
  return [
    () => figuresOf({ question, part: 'all', of: '' }, table, wholly(question)),
    () => labelFigures(question, table),
    ...pairsAmong(annotators).map((pair) => () => pairFigures(question, pair)),
    () => reliabilities(question, table),
    () => by('week', (item) => [weekOf(item)]),
    () => by(groupedBy, ({ row }) => groupsOf(row)),
  ];
}

function annotatorsOf(items: readonly RatedItem[]): string[] {
  return [...new Set(items.flatMap(({ said }) => [...said.keys()]))].toSorted();
}

function wholly({ level }: Question): Figures {
  return {
    percent: percentAgreement,
    'Fleiss kappa': fleissKappa,
    'alpha (nominal)': (table) => krippendorffAlpha(table, 'nominal'),
    ...(level === 'ordinal'
      ? {
          'alpha (ordinal)': (table: RatingTable) => krippendorffAlpha(table, 'ordinal'),
          'alpha (interval)': (table: RatingTable) => krippendorffAlpha(table, 'interval'),
        }
      : {}),
  };
}

function briefly({ level }: Question): Figures {
  return { percent: percentAgreement, [`alpha (${level})`]: (table) => krippendorffAlpha(table, level) };
}

interface Part {
  question: Question;
  part: AgreementFigure['part'];
  of: string;
}

/** Figures of a part of the ratings, each with its interval. */
export function figuresOf(
  { question: { about }, part, of }: Part,
  table: RatingTable,
  figures: Figures,
): AgreementFigure[] {
  const { annotators, ratings } = table;
  return Object.entries(figures).map(([statistic, figure]) => {
    const found = figure(table);
    const interval = found.value === null ? null : bootstrapInterval(table, figure);
    return {
      ...{ about, part, of, annotators, items: ratings.length, statistic, value: found.value },
      ...{ low: interval?.low ?? null, high: interval?.high ?? null },
      why: found.value === null ? found.why : null,
    };
  });
}

/** Each label against all others: which one is it that people see differently? */
function labelFigures(question: Question, table: RatingTable): AgreementFigure[] {
  if (isFirstError(question.about)) return []; // how many steps apart tells more
  return question.categories.flatMap((label, at) => {
    const ratings = table.ratings.map((item) =>
      item.map((rating) => (rating === null ? null : Number(rating === at))),
    );
    const apart: RatingTable = { ...table, categories: ['other', label], values: undefined, ratings };
    return figuresOf({ question, part: 'label', of: label }, apart, {
      'alpha (nominal)': (of) => krippendorffAlpha(of, 'nominal'),
    });
  });
}

function pairsAmong(annotators: readonly string[]): [string, string][] {
  return annotators.flatMap((first, at) =>
    annotators.slice(at + 1).map((second): [string, string] => [first, second]),
  );
}

function pairFigures(question: Question, [first, second]: [string, string]): AgreementFigure[] {
  const items = question.items.filter(({ said }) => said.has(first) && said.has(second));
  const table = tableOf(items, question, [first, second]);
  const kappas: Figures = {
    percent: percentAgreement,
    'Cohen kappa': (of) => cohenKappa(of, 0, 1),
    ...(question.level === 'ordinal'
      ? { 'Cohen kappa (linear)': (of: RatingTable) => cohenKappa(of, 0, 1, 'linear') }
      : {}),
    ...(isFirstError(question.about) ? { 'mean distance in steps': meanDistance } : {}),
  };
  return figuresOf({ question, part: 'pair', of: '' }, table, kappas);
}

function meanDistance(table: RatingTable): Statistic {
  const step = (category: number) => {
    const name = table.categories[category] ?? NO_ERROR;
    return name === NO_ERROR ? null : Number(name);
  };
  const pairs = pairsOf(table, 0, 1).map(([a, b]): FirstErrors => [step(a), step(b)]);
  const { mean } = firstErrorDistance(pairs);
  return mean === null ? { value: null, why: 'no trace has an error that both found' } : { value: mean };
}

function reliabilities({ about }: Question, table: RatingTable): AgreementFigure[] {
  if (isFirstError(about)) return []; // a step number of one trace is another category than that of the next
  const estimate = dawidSkene(table);
  const few = 'two annotators can be told apart only by what each says most: it takes three';
  const rated = table.annotators.map(
    (_, at) => table.ratings.filter((item) => (item[at] ?? null) !== null).length,
  );
  const enough = rated.filter((items) => items > 0).length >= 3;
  return table.annotators.map((annotator, at) => {
    const items = rated[at] ?? 0;
    const value = enough && items > 0 ? (estimate?.accuracy[at] ?? null) : null;
    const none = items === 0 ? 'no item that others rated was rated' : few;
    return {
      ...{
        about,
        part: 'annotator',
        of: '',
        annotators: [annotator],
        items,
        statistic: 'accuracy (Dawid-Skene)',
      },
      ...{ value, low: null, high: null, why: value === null ? none : null },
    };
  });
}

function itemsByGroup(
  items: readonly RatedItem[],
  groupsOf: (item: RatedItem) => string[],
): Map<string, RatedItem[]> {
  const groups = new Map<string, RatedItem[]>();
  for (const item of items) {
    for (const group of new Set(groupsOf(item))) {
      const members = groups.get(group) ?? [];
      groups.set(group, members);
      members.push(item);
    }
  }
  return new Map([...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The Monday, UTC, of the week in which the item had its last rating. */
function weekOf({ said }: RatedItem): string {
  const last =
    [...said.values()]
      .map(({ time }) => time)
      .toSorted()
      .at(-1) ?? '';
  const day = new Date(last);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
