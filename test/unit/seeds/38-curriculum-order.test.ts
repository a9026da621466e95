import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne } from './seed';
import { made } from './made';

test('38 curriculum: rank and prerequisites of a problem stay readable, and difficulty is a measure', () => {
  const row = {
    problem: 'What is 2 + 2?',
    answer: '4',
    difficulty: 0.1,
    prerequisites: ['counting'],
    rank: 3,
  };
  const { profile, measures, others } = openOne(row);
  assert.equal(profile, 'generic');
  assert.deepEqual(
    measures.map(({ name, value }) => [name, value]),
    [['difficulty', 0.1]],
  );
  assert.deepEqual(
    others.map(({ path }) => path[0]),
    ['prerequisites', 'rank'],
  );
});

test('38 curriculum: the order is a column of its own', async (context) => {
  const rows = [0.5, 0.1].map((difficulty) => ({ problem: `p ${difficulty}`, answer: '4', difficulty }));
  assert.deepEqual(
    (await made(context, rows, 'order', '--by', 'difficulty')).map(({ difficulty, curriculum }) => [
      difficulty,
      curriculum,
    ]),
    [
      [0.1, 1],
      [0.5, 2],
    ],
  );
});
