import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behind, figure, measured, values } from './measured';
import { openOne, texts } from './seed';

test('24 students of three sizes: which of them solved a problem stays readable beside it', () => {
  const row = {
    question: 'What is 9 + 8?',
    answer: '17',
    solved_by_small: false,
    solved_by_medium: true,
    solved_by_large: true,
  };
  const { profile, answers, others } = openOne(row);
  assert.equal(profile, 'generic');
  assert.deepEqual(texts(answers), ['17']);
  assert.deepEqual(
    others.map(({ path, value }) => [path[0], value]),
    [
      ['solved_by_small', false],
      ['solved_by_medium', true],
      ['solved_by_large', true],
    ],
  );
});

test('24 students of three sizes: how many rows each of them solves, and which it does not', async () => {
  const row = (small: boolean, large: boolean) => ({
    question: 'q',
    answer: '1',
    solved_by_small: small,
    solved_by_large: large,
  });
  const report = await measured([row(false, true), row(true, true), row(false, false), row(false, true)]);
  const solved = figure(report, 'Rows solved, by model');
  assert.deepEqual(values(solved), [
    ['small', 0.25],
    ['large', 0.75],
  ]);
  assert.deepEqual(behind(solved), [
    ['small', [0, 2, 3]],
    ['large', [2]],
  ]);
});
