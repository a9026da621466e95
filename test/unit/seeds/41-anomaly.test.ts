import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behind, figure, measured } from './measured';
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

test('41 anomalies: rows whose loss moved the wrong way, the worst first', async () => {
  const row = (before: number, after: number) => ({
    question: 'q',
    answer: '3',
    loss_run1: before,
    loss_run2: after,
  });
  const rows = [row(1, 0.5), row(0.2, 1.4), row(1, 1), row(1, 1.5)];
  const report = await measured(rows);
  assert.deepEqual(behind(figure(report, 'Change of loss_run1 to loss_run2')), [
    ['worse', [1, 3]],
    ['the same', [2]],
    ['better', [0]],
  ]);
  const most = figure(report, 'Rows that moved most: loss_run1 to loss_run2');
  assert.deepEqual(
    behind(most).map(([label]) => label),
    ['row 2', 'row 4'],
  );
});

test('41 anomalies: scores of the same rows in two files, by any two columns', async () => {
  const row = (id: string, score: number, other = 0) => ({
    id,
    question: `q ${id}`,
    answer: '3',
    score,
    other,
  });
  const report = await measured([row('b', 0.1), row('a', 0.9)], { other: [row('a', 0.5), row('b', 0.8)] });
  assert.deepEqual(behind(figure(report, 'Rows that moved most: score')), [['row 1', [0]]]);
  const asked = await measured([row('a', 0.5, 0.2)], { scores: { from: 'score', to: 'other' } });
  assert.deepEqual(behind(figure(asked, 'Change of score to other'))[0], ['worse', [0]]);
});

test('41 anomalies: another answer in the second file is no score', async () => {
  const row = (answer: string, score: number) => ({ id: 'a', question: 'q', answer, score });
  const { figures } = await measured([row('3', 0.1)], { other: [row('5', 0.8)] });
  assert.deepEqual(
    figures.filter(({ measure }) => measure === 'score-change').map(({ title }) => title),
    ['Change of score', 'Rows that moved most: score'],
  );
});
