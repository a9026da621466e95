import assert from 'node:assert/strict';
import { test } from 'node:test';
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
