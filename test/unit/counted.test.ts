import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../src/core/counted';
import { figure, measured } from './seeds/measured';

test('one thing is told of in the singular, thousands have commas', () => {
  assert.deepEqual(
    [0, 1, 2, 1024].map((count) => counted(count, 'row')),
    ['0 rows', '1 row', '2 rows', '1,024 rows'],
  );
  assert.equal(counted(1, 'entry', 'entries'), '1 entry');
  assert.equal(counted(3, 'entry', 'entries'), '3 entries');
});

test('figures tell of one row, seed or problem in the singular', async () => {
  const variant = { question: 'What?', answer: '1', seed_id: 's', variant: 1, is_correct: true };
  assert.match(figure(await measured([variant]), 'Accuracy over variants').about, /; 1 seed\./);
  const report = await measured([{ question: 'What?', loss_run1: 1, loss_run2: 2 }]);
  assert.match(figure(report, 'Change of loss_run1 to loss_run2').about, /over 1 row\.$/);
  assert.match(figure(report, 'Rows that moved most: loss_run1 to loss_run2').about, /^1 row that moved/);
});
