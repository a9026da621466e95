import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MeasureTally } from '../../../src/core/measure/measure-tally';
import type { MeasureReport } from '../../../src/core/measure/measure-report';
import type { Json } from '../../../src/core/row/json';
import { open } from '../seeds/seed';

function measured(profile: string, rows: Json[]): MeasureReport {
  const tally = new MeasureTally();
  const opened = open(rows);
  assert.equal(opened.profile.id, profile);
  for (const [at, reading] of opened.readings.entries()) tally.add(rows[at] ?? null, reading);
  return tally.report();
}

const rollout = (rewards: number[]) => ({
  prompt: 'What is $3^2$?',
  ground_truth: '9',
  responses: rewards.map((reward) => `It is $\\boxed{${reward > 0 ? 9 : 6}}$.`),
  rewards,
});

test('rollouts: a curve over k, and how often every one is right', () => {
  const { rows, judged, curves, variants } = measured('rewarded-rollouts', [
    rollout([1, -1, 1, -1]),
    rollout([1, 1, 1, 1]),
    rollout([-1, -1, -1, -1]),
    { prompt: 'not tried', ground_truth: '1', responses: [], rewards: [] },
  ]);
  assert.deepEqual([rows, judged], [4, 3]);
  const [curve] = curves;
  assert.deepEqual(
    curve?.points.map(({ k, problems }) => [k, problems]),
    [
      [1, 3],
      [2, 3],
      [4, 3],
    ],
  );
  assert.equal(curve?.points[0]?.value, 0.5);
  assert.deepEqual([variants?.kind, variants?.average, variants?.worst.count], ['tries', 0.5, 1]);
});

test('students of three sizes: who solved what, by all, by none', () => {
  const row = (small: boolean, medium: boolean, large: boolean) => ({
    question: 'q',
    answer: '1',
    solved_by_small: small,
    solved_by_medium: medium,
    solved_by_large: large,
  });
  const { solved, byAll, byNone, variants, curves } = measured('generic', [
    row(true, true, true),
    row(false, true, true),
    row(false, false, true),
    row(false, false, false),
  ]);
  const counts = Object.fromEntries(solved.map(({ by, share }) => [by, share.count]));
  assert.deepEqual(counts, { small: 1, medium: 2, large: 3 });
  assert.deepEqual([byAll?.count, byNone?.count, byAll?.of], [1, 1, 4]);
  assert.equal(variants, null, 'three models are no three tries of one');
  assert.equal(curves[0]?.by, '', 'all together stand first');
});

test('variants of a seed that rows of their own have: worst case over the seed', () => {
  const row = (seed: string, variant: number, correct: boolean) => ({
    ...{ id: `${seed}-${variant}`, seed_id: seed, variant, question: 'q', answer: '1', image: 'a.png' },
    ...{ answer_type: 'float', subject: 'algebra', level: 'college', correct },
  });
  const { variants, rates } = measured('dynamath', [
    row('1', 1, true),
    row('1', 2, true),
    row('2', 1, true),
    row('2', 2, false),
  ]);
  assert.deepEqual(
    [variants?.kind, variants?.seeds, variants?.average, variants?.worst.value],
    ['variants', 2, 0.75, 0.5],
  );
  assert.deepEqual(
    rates.map(({ field }) => field),
    ['variant'],
    'one value is no group',
  );
});

test('accuracy by the values of a fact, with the query that finds their rows', () => {
  const row = (topic: string, right: boolean) => ({
    'Question ID': 'Q1',
    'Variant 1': right ? 'correct' : 'fail',
    'Variant 2': 'fail',
    Topic: topic,
  });
  const { rates } = measured('dynamath-results', [
    row('geometry', true),
    row('algebra', false),
    row('algebra', true),
    row('geometry', true),
  ]);
  const [topic] = rates.filter(({ field }) => field === 'Topic');
  assert.deepEqual(
    topic?.values.map(({ value, share, query }) => [value, share.count, share.of, query]),
    [
      ['algebra', 1, 4, 'Topic:=algebra'],
      ['geometry', 2, 4, 'Topic:=geometry'],
    ],
  );
});

test('parts and wholes: a letter that a model chose is held against the answer', () => {
  const row = (id: string, key: string, more: Record<string, Json>) => ({
    ...{
      ID: id,
      key,
      question: 'q',
      option: 'A. 1;B. 2;C. 3',
      answer: 'B',
      'knowledge concept': 'c',
      ...more,
    },
  });
  const { composed } = measured('we-math', [
    row('2steps_1', '2steps_1', { response: 'Since it is so, <Answer>: B' }),
    row('2steps_1', '2steps_2', { response: 'Answer: A.' }),
    row('2steps_1', '2steps_multi', { response: 'Answer: B' }),
    row('2steps_2', '2steps_1', { joker: true }),
    row('2steps_2', '2steps_2', { joker: true }),
    row('2steps_2', '2steps_multi', { joker: false }),
  ]);
  assert.deepEqual(
    [
      composed?.problems,
      composed?.inadequateGeneralization,
      composed?.strict.roteMemorization,
      composed?.loose.completeMastery,
    ],
    [2, 1, 1, 1],
  );
});

test('teachers, scores and log-probabilities are counted', () => {
  const report = measured('generic', [
    {
      question: 'q',
      answer: '42',
      teacher_answers: { a: '42', b: '$42$', c: '41' },
      'difficulty@step1': 0.5,
      logprobs: [-1, -2],
    },
    { question: 'q', answer: '42', teacher_answers: { a: '1', b: '1' }, 'difficulty@step1': 0.7 },
  ]);
  assert.deepEqual([report.teachers?.rows, report.teachers?.unanimous.count], [2, 1]);
  assert.deepEqual(
    report.scores.map(({ name, spread }) => [name, spread.count, spread.mean]),
    [['difficulty@step1', 2, 0.6]],
  );
  assert.deepEqual(report.logProbabilities, { rows: 1, tokens: 2 });
});

test('a number of right ones is no try, nor is a share', () => {
  const { judged } = measured('generic', [
    { question: 'q', answer: '1', num_correct: 1, correct_count: 1, passed: 0.5 },
  ]);
  assert.equal(judged, 0);
});
