import assert from 'node:assert/strict';
import { test } from 'node:test';
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
