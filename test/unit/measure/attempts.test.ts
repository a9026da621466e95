import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attemptsOf } from '../../../src/core/measure/attempts';
import { detectProfile } from '../../../src/core/profile/detect';
import { readRow } from '../../../src/core/profile/read-row';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import type { Json } from '../../../src/core/row/json';
import { figure, measured, values } from '../seeds/measured';

/** `model right/total` of all that tried a row. */
function tried(row: Json): string[] {
  return attemptsOf(row, readRow(row, detectProfile([row], shippedProfiles).profile)).map(
    ({ by, right, total }) => `${by} ${right}/${total}`.trim(),
  );
}

test('in long form the model column says who tried a row', async () => {
  assert.deepEqual(tried({ problem: 'What?', model: 'alpha', is_correct: true }), ['alpha 1/1']);
  assert.deepEqual(tried({ problem: 'What?', model: 'alpha', n: 4, c: 3 }), ['alpha 3/4']);
  assert.deepEqual(tried({ problem: 'What?', model: 'alpha', solved_by_beta: true }), ['beta 1/1']);
  const row = (model: string, variant: number, is_correct: boolean) => ({
    problem: `What is ${variant}?`,
    answer: '1',
    seed_id: 's',
    variant,
    model,
    is_correct,
  });
  const report = await measured([
    row('alpha', 1, true),
    row('beta', 1, true),
    row('alpha', 2, true),
    row('beta', 2, false),
  ]);
  assert.deepEqual(values(figure(report, 'Accuracy over variants of alpha'))[1], ['worst case', 1]);
  assert.deepEqual(values(figure(report, 'Accuracy over variants of beta'))[1], ['worst case', 0]);
  assert.deepEqual(values(figure(report, 'Rows solved, by model')), [
    ['alpha', 1],
    ['beta', 0.5],
  ]);
  assert.ok(!report.figures.some(({ title }) => title === 'Rows unsolved, over all models'));
});

test('We-Math’s outcomes are those of each model in long form', async () => {
  const part = (model: string, key: string, right: boolean) => ({
    ID: '2steps_9',
    'knowledge concept': 'Area',
    question: 'What is the area?',
    option: 'A. 6;B. 8;C. 12; D. No correct answer',
    answer: 'C',
    key,
    model,
    response: `Answer: ${right ? 'C' : 'A'}`,
  });
  const keys = ['2steps_1', '2steps_2', '2steps_multi'];
  const report = await measured([
    ...keys.map((key) => part('alpha', key, true)),
    ...keys.map((key) => part('beta', key, key !== '2steps_multi')),
  ]);
  const strict = (model: string) =>
    values(figure(report, `Sub-problems and wholes of ${model}`), 'strict').map(([, value]) => value);
  assert.deepEqual(strict('alpha').slice(0, 3), [0, 0, 1]);
  assert.deepEqual(strict('beta').slice(0, 3), [0, 1, 0]);
});

test('a response to choices is judged by its letter or by its text', () => {
  const row = (answer: string, response: string) => ({
    question: 'Which colour?',
    options: ['red', 'blue', 'green'],
    answer,
    response,
  });
  assert.deepEqual(tried(row('B', 'I think so. Answer: B')), ['1/1']);
  assert.deepEqual(tried(row('B', 'The answer is blue.')), ['1/1']);
  assert.deepEqual(tried(row('B', '\\boxed{\\text{B}}')), ['1/1']);
  assert.deepEqual(tried(row('blue', 'blue')), ['1/1']);
  assert.deepEqual(tried(row('blue', 'The answer is (B) blue.')), ['1/1']);
  assert.deepEqual(tried(row('B', 'The answer is (A).')), ['0/1']);
  assert.deepEqual(tried(row('B', 'All of them are nice.')), ['0/1']);
});

test('where several choices are right, no single letter is an attempt', () => {
  assert.deepEqual(
    tried({ question: 'Which two?', options: ['a', 'b', 'c'], answer: ['A', 'C'], response: 'A' }),
    [],
  );
});

test('what is told twice of a model is told of the same solutions', () => {
  const row = {
    problem: 'Q',
    answer: '2',
    solved_by_alpha: true,
    n_alpha: 4,
    c_alpha: 1,
    n_beta: 2,
    c_beta: 0,
  };
  assert.deepEqual(tried(row), ['alpha 1/4', 'beta 0/2']);
});

test('counts may be called n_samples and n_correct', () => {
  assert.deepEqual(tried({ problem: 'Q', n_samples: 8, n_correct: 3 }), ['3/8']);
});

test('the place of the right choice is no verdict', () => {
  const row = { question: 'Which?', options: ['a', 'b', 'c'] };
  assert.deepEqual(tried({ ...row, correct: 1 }), []);
  assert.deepEqual(tried({ ...row, correct: true }), ['1/1']);
});
