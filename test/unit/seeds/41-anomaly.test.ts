import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne } from './seed';

test('41 anomalies: the losses and scores of two runs are measures', () => {
  const row = { question: 'What is 1 + 2?', answer: '3', loss_run1: 0.2, loss_run2: 1.4, score_run2: '0.5' };
  const { profile, measures } = openOne(row);
  assert.equal(profile, 'generic');
  assert.deepEqual(
    measures.map(({ name, value }) => [name, value]),
    [
      ['loss_run1', 0.2],
      ['loss_run2', 1.4],
      ['score_run2', 0.5],
    ],
  );
});
