import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behind, figure, measured, values } from './measured';
import { openOne, texts } from './seed';

test('07 MATH-Beyond: pass rates are measures, also where they are written as text', () => {
  const row = {
    problem: 'How many primes are below 30?',
    answer: 10,
    topic: 'number theory',
    difficulty: '4.5',
    source: 'made',
    'pass@64_alpha-7b': '0.25',
    'pass@1024_alpha-7b': 1,
  };
  const { profile, answers, measures } = openOne(row);
  assert.equal(profile, 'math-beyond');
  assert.deepEqual(texts(answers), ['10']);
  assert.deepEqual(
    measures.map(({ name, value }) => [name, value]),
    [
      ['difficulty', 4.5],
      ['pass@64_alpha-7b', 0.25],
      ['pass@1024_alpha-7b', 1],
    ],
  );
});

test('07 MATH-Beyond: pass@k of each model, and which problems none or not all of them solve', async () => {
  const row = (alpha: number, beta: string) => ({
    problem: `Which number is ${alpha} and ${beta}?`,
    answer: 1,
    'pass@64_alpha': alpha,
    'pass@1024_alpha': alpha * 2,
    'pass@1024_beta': beta,
  });
  const report = await measured([row(0, '0'), row(0.25, '0'), row(0.5, '0.5'), row(0, '1')]);
  const curves = figure(report, 'pass@k as the rows tell it');
  assert.deepEqual(values(curves, 'alpha'), [
    ['64', 0.1875],
    ['1024', 0.375],
  ]);
  assert.deepEqual(behind(figure(report, 'Rows unsolved, over all models')), [
    ['unsolved by at least one', [0, 1, 3]],
    ['unsolved by all', [0]],
    ['solved by all', [2]],
  ]);
});

test('07 MATH-Beyond: n and c of each model give pass@k by the unbiased estimator', async () => {
  const row = { problem: 'p', answer: '1', n_alpha: 4, c_alpha: 1, n_beta: '4', c_beta: 0 };
  const curves = figure(await measured([row]), 'pass@k from verdicts');
  assert.deepEqual(values(curves, 'alpha'), [
    ['1', 0.25],
    ['2', 0.5],
    ['4', 1],
  ]);
  assert.deepEqual(values(curves, 'beta').at(-1), ['4', 0]);
});
