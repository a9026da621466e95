import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';

test('29 label noise: gold and what several models answered are told apart', () => {
  const row = { problem: 'What is 11 + 12?', answer: '22', model_votes: ['23', '23', '22'] };
  const { profile, answers, others } = openOne(row);
  assert.equal(profile, 'generic');
  assert.deepEqual(texts(answers), ['22']);
  assert.deepEqual(
    others.map(({ path }) => path[0]),
    ['model_votes'],
  );
});
