import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne } from './seed';

test('44 MIND: the rationales of several perspectives are traces, each with its perspective and loss', () => {
  const row = {
    question: 'What is 12 x 12?',
    answer: '144',
    rationales: ['By the table it is 144.', 'As (10 + 2) squared it is 100 + 40 + 4.'],
    perspective: ['recall', 'algebra'],
    student_loss: [0.7, 0.4],
  };
  const { profile, traces } = openOne(row);
  assert.equal(profile, 'teacher-rationales');
  assert.deepEqual(
    traces.map(({ facts, measures }) => [facts?.[0]?.value, measures?.[0]?.value]),
    [
      ['recall', 0.7],
      ['algebra', 0.4],
    ],
  );
});
