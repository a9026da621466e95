import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne } from './seed';

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
