import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';

test('45 Proof2Hybrid: a question with several items has its problem, and what is right stays readable', () => {
  const row = {
    question: 'Which two of the statements are right?',
    options: ['a', 'b', 'c', 'd', 'e', 'f'],
    answer: ['A', 'D'],
  };
  const reading = openOne(row);
  assert.equal(reading.profile, 'generic');
  assert.deepEqual(texts(reading.problem), [row.question]);
  assert.match(JSON.stringify(reading.answers.map(({ text }) => text)), /A.*D/);
});
