import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SignedDecision, StepLabel } from '../../../src/core/annotation/event';
import { Fold } from '../../../src/core/annotation/fold';
import { errorAnswersOf } from '../../../src/core/agreement/answered-first-errors';
import { agreementOn } from '../../../src/core/agreement/agreement-report';
import type { AgreementFigure } from '../../../src/core/agreement/agreement-report';
import { collectRatings } from '../../../src/core/agreement/collect-ratings';
import { rowReview } from '../../../src/core/review/row-review';
import type { AnswerValue } from '../../../src/core/scheme/asked-questions';
import { schemesOf } from '../../../src/core/scheme/scheme-in-force';
import { flag, label, undo, verdict } from '../annotation/events';

/** One row, `t` its trace: what each annotator says of its steps, `g` good, `b` bad, `n` neutral, `?` unsure, `.` nothing. */
function labelled(said: Record<string, string>, row = 'id:1', from = 1): SignedDecision[] {
  const values: Record<string, StepLabel> = { g: 'good', b: 'bad', n: 'neutral', '?': 'unsure' };
  let n = from;
  return Object.entries(said).flatMap(([by, signs]) =>
    [...signs].flatMap((sign, step) => {
      const value = values[sign];
      return value ? [label({ n: n++, by, row, step, value })] : [];
    }),
  );
}

function figures(
  rows: readonly SignedDecision[][],
  groupsOf: (key: string) => string[] = () => [],
): AgreementFigure[] {
  return collectRatings(rows).flatMap((question) => agreementOn(question, groupsOf));
}

type Wanted = Partial<AgreementFigure>;

function figure(all: AgreementFigure[], wanted: Wanted): AgreementFigure {
  const fits = (each: AgreementFigure) =>
    Object.entries(wanted).every(
      ([name, value]) => JSON.stringify(each[name as keyof AgreementFigure]) === JSON.stringify(value),
    );
  const found = all.filter(fits);
  assert.equal(found.length, 1, JSON.stringify(wanted));
  return found[0] ?? assert.fail();
}

test('steps that two people labelled are items; unsure is counted and takes no side', () => {
  const rows = [labelled({ ada: 'ggb?', bob: 'gbbg', cyd: 'g' })];
  const [steps] = collectRatings(rows);
  assert.equal(steps?.unsure, 1);
  assert.equal(steps.items.length, 4);
  const all = figures(rows);
  const pair = figure(all, {
    part: 'pair',
    about: 'step label',
    annotators: ['ada', 'bob'],
    statistic: 'percent',
  });
  assert.deepEqual([pair.value, pair.items], [2 / 3, 3]);
  const whole = figure(all, { part: 'all', about: 'step label', statistic: 'percent' });
  // step 1: three pairs of three, step 2: none of one, step 3: one of one
  assert.deepEqual([whole.value, whole.items], [4 / 5, 3]);
});

test('what was taken back or decided anew counts as it stands', () => {
  const fold = new Fold();
  fold.add([
    label({ n: 1, by: 'ada', value: 'bad' }),
    label({ n: 2, by: 'ada', value: 'good' }),
    label({ n: 3, by: 'bob', value: 'good' }),
    label({ n: 4, by: 'cyd', value: 'bad' }),
    undo({ n: 5, by: 'cyd', of: 4 }),
    flag({ n: 6, by: 'cyd' }),
  ]);
  const all = figures([fold.standing('id:1')]);
  assert.equal(figure(all, { part: 'all', about: 'step label', statistic: 'percent' }).value, 1);
  assert.equal(
    all.some(({ annotators }) => annotators.includes('cyd')),
    false,
  );
});

test('a step whose text changed between two annotators is two items', () => {
  const [first, second] = [label({ n: 1, by: 'ada' }), label({ n: 2, by: 'bob', value: 'bad' })];
  const [steps] = collectRatings([
    [
      { ...first, text: 'as it was' },
      { ...second, text: 'as it is' },
    ],
  ]);
  assert.equal(steps?.items.length, 2);
});

test('first errors: the lowest bad step; none counts once the trace is judged', () => {
  const rows = [
    [...labelled({ ada: 'ggb', bob: 'gbb', cyd: 'ggg' }), verdict({ n: 50, by: 'cyd' })],
    labelled({ ada: 'gb', bob: 'gg' }, 'id:2', 20), // bob has not come to the end
    labelled({ ada: 'bg', bob: 'gggb' }, 'id:3', 40),
  ];
  const all = figures(rows);
  const wanted = { part: 'pair', about: 'first error', annotators: ['ada', 'bob'] } satisfies Wanted;
  const distance = figure(all, { ...wanted, statistic: 'mean distance in steps' });
  assert.deepEqual([distance.value, distance.items], [2, 2]);
  const none = figure(all, { ...wanted, annotators: ['ada', 'cyd'], statistic: 'mean distance in steps' });
  assert.deepEqual([none.value, none.why], [null, 'no trace has an error that both found']);
  assert.equal(figure(all, { ...wanted, annotators: ['bob', 'cyd'], statistic: 'percent' }).value, 0);
});

test('first errors of a scheme that asks for them: how many steps apart, and none for who came to the end', () => {
  const answers = (by: string, words: string, row: string, from: number): SignedDecision[] =>
    [...words].map((letter, step) => {
      const value = letter === 'b' ? 'error' : 'correct';
      const given = label({ n: from + step, by, row, step });
      return { ...given, scheme: 'processbench', question: 'step', value } as SignedDecision;
    });
  const rows = [
    [...answers('ada', 'gb', 'id:1', 1), ...answers('bob', 'gggb', 'id:1', 10)],
    [...answers('ada', 'gggg', 'id:2', 20), ...answers('bob', 'gggg', 'id:2', 30)],
    [...answers('ada', 'gg', 'id:3', 40), ...answers('bob', 'gggb', 'id:3', 50)], // ada has not come to the end
  ];
  const questions = collectRatings(rows, errorAnswersOf(schemesOf(null)));
  const all = questions.flatMap((question) => agreementOn(question, () => []));
  const pair = {
    part: 'pair',
    about: 'processbench/first error',
    annotators: ['ada', 'bob'],
  } satisfies Wanted;
  const distance = figure(all, { ...pair, statistic: 'mean distance in steps' });
  assert.deepEqual([distance.value, distance.items], [2, 2]);
  assert.equal(figure(all, { ...pair, statistic: 'percent' }).value, 0.5);
});

test('a model is compared with people but is none of them', () => {
  const rows = [labelled({ ada: 'ggbb', bob: 'ggbb', 'model:judge': 'bbgg' })];
  const all = figures(rows);
  assert.equal(figure(all, { part: 'all', about: 'step label', statistic: 'alpha (nominal)' }).value, 1);
  const pair = { part: 'pair', about: 'step label', annotators: ['ada', 'model:judge'] } satisfies Wanted;
  assert.equal(figure(all, { ...pair, statistic: 'percent' }).value, 0);
});

test('by week and by the values of a field', () => {
  const later = labelled({ ada: 'gg', bob: 'gb' }, 'id:2', 30).map((event) => ({
    ...event,
    time: '2025-01-08T00:00:00.000Z',
  }));
  const rows = [labelled({ ada: 'gg', bob: 'gg' }), later];
  const all = figures(rows, (key) => (key === 'id:2' ? ['algebra', 'hard'] : ['algebra']));
  const percent = (part: AgreementFigure['part'], of: string) =>
    figure(all, { part, of, about: 'step label', statistic: 'percent' }).value;
  assert.deepEqual([percent('week', '2024-12-30'), percent('week', '2025-01-06')], [1, 0.5]);
  assert.deepEqual([percent('field', 'algebra'), percent('field', 'hard')], [0.75, 0.5]);
});

test('reliability needs three annotators, and says so', () => {
  const two = figures([labelled({ ada: 'ggb', bob: 'ggg' })]);
  const figureOf = (all: AgreementFigure[], name: string) =>
    figure(all, { part: 'annotator', about: 'step label', annotators: [name] });
  assert.match(figureOf(two, 'ada').why ?? '', /it takes three/);
  const three = figures([labelled({ ada: 'ggbbgbgb', bob: 'ggbbgbgb', cyd: 'gbgbgggb' })]);
  assert.ok((figureOf(three, 'ada').value ?? 0) > (figureOf(three, 'cyd').value ?? 1));
});

test('who rated nothing that others did has no reliability, and is not the third', () => {
  const alone = labelled({ cyd: 'g' }, 'id:2', 100);
  const all = figures([labelled({ ada: 'ggbg', bob: 'gbbg' }), alone]);
  const of = (name: string) =>
    figure(all, { about: 'step label', annotators: [name], statistic: 'accuracy (Dawid-Skene)' });
  assert.deepEqual([of('cyd').value, of('cyd').why], [null, 'no item that others rated was rated']);
  assert.match(of('ada').why ?? '', /it takes three/);
});

test('nothing that two people rated: each figure says why', () => {
  for (const { value, why } of figures([labelled({ ada: 'gg' })])) {
    assert.equal(value, null);
    assert.notEqual(why, null);
  }
});

/** An answer to a question of the scheme `s`. */
function answer(n: number, by: string, question: string, value: AnswerValue, row = 'id:1'): SignedDecision {
  const { v, id, time, annotator, machine, row: about } = label({ n, by, row });
  const signature = { v, id, time, annotator, machine, row: about };
  return { ...signature, what: 'label', scheme: 's', question, target: { kind: 'row' }, value };
}

test('grades are ordinal, other answers nominal; several at once and words are not compared', () => {
  const rows = [1, 2, 3].map((row) =>
    ['ada', 'bob'].flatMap((by, at) => {
      const n = 10 * row + 5 * at;
      const key = `id:${row}`;
      return [
        answer(n, by, 'clarity', row + (row === 3 ? at : 0), key),
        answer(n + 1, by, 'well-posed', row !== 2, key),
        answer(n + 2, by, 'kinds', ['a'], key),
        ...(row === 3 ? [answer(n + 3, by, 'relation', at === 0 ? 'unsure' : 'similar', key)] : []),
      ];
    }),
  );
  const questions = collectRatings(rows).filter(({ about }) => about.startsWith('s/'));
  assert.deepEqual(
    questions.map(({ about, level, categories, items }) => [about, level, categories, items.length]),
    [
      ['s/clarity', 'ordinal', ['1', '2', '3', '4'], 3],
      ['s/well-posed', 'nominal', ['no', 'yes'], 3],
      ['s/relation', 'nominal', ['similar'], 1],
    ],
  );
  const all = figures(rows);
  assert.equal(figure(all, { about: 's/clarity', part: 'pair', statistic: 'percent' }).value, 2 / 3);
  assert.equal(figure(all, { about: 's/well-posed', part: 'pair', statistic: 'Cohen kappa' }).value, 1);
  assert.equal(collectRatings(rows)[0]?.items.length, 0, 'they are no labels of steps');
});

test('answers that differ make a row disputed, answers that are the same agreed', () => {
  const ada = answer(1, 'ada', 'clarity', 3);
  assert.equal(rowReview([ada]), 'alone');
  assert.equal(rowReview([ada, answer(2, 'bob', 'clarity', 3)]), 'agreed');
  assert.equal(rowReview([ada, answer(2, 'bob', 'clarity', 4)]), 'disputed');
  assert.equal(rowReview([ada, answer(2, 'bob', 'depth', 4), answer(3, 'model:m', 'clarity', 1)]), 'alone');
});

test('grades are as far apart as their numbers, also where nobody gave those between', () => {
  const grade = (n: number, by: string, row: string, value: number) =>
    ({
      ...label({ n, by, row }),
      ...{ scheme: 'own', question: 'clear', target: { kind: 'row' }, value },
    }) as unknown as SignedDecision;
  const said = [
    [1, 1],
    [2, 2],
    [5, 5],
    [1, 5],
    [1, 2],
  ] as const;
  const rows = said.map(([ada, bob], at) => [
    grade(2 * at, 'ada', `id:${at}`, ada),
    grade(2 * at + 1, 'bob', `id:${at}`, bob),
  ]);
  const all = figures(rows);
  const near = (found: AgreementFigure, wanted: number) =>
    assert.ok(Math.abs((found.value ?? NaN) - wanted) < 1e-9, `${found.value}`);
  // by hand: observed 34 of (1-5)² and (1-2)² in both orders; expected, of 4 ones, 3 twos and 3 fives, 2·(12·1 + 12·16 + 9·9)
  near(figure(all, { about: 'own/clear', part: 'all', statistic: 'alpha (interval)' }), 1 - (9 * 34) / 570);
  // observed 4 + 1; expected, of ada’s 3, 1, 1 and bob’s 1, 2, 2: (3·(2·1 + 2·4) + 1·(1·1 + 2·3) + 1·(1·4 + 2·3)) / 5
  const kappa = { about: 'own/clear', part: 'pair', statistic: 'Cohen kappa (linear)' } as const;
  near(figure(all, kappa), 1 - 5 / (47 / 5));
});
