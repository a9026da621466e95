import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behind, figure, measured, values } from './measured';
import { openOne, texts } from './seed';

test('36 Qwen2.5-Math: responses, extractions and scores in lists of one order are traces with theirs', () => {
  const row = {
    idx: 0,
    question: 'What is $1+1$?',
    gt_cot: 'It is clear that one and one make two, by counting.',
    gt: '2',
    code: ['It is $\\boxed{2}$.', 'It is $\\boxed{3}$.'],
    pred: ['2', '3'],
    score: [true, false],
    pred_score: [0.9, 0.2],
  };
  const { profile, answers, traces } = openOne(row);
  assert.equal(profile, 'sampled-responses');
  assert.deepEqual(texts(answers), ['2']);
  const sampled = traces.filter(({ kind }) => kind === 'model');
  assert.deepEqual(
    sampled.map(({ setting, published, measures, facts }) => [
      setting,
      published?.answerRight,
      measures?.[0]?.value,
      facts?.[0]?.value,
    ]),
    [
      ['1 of 2', true, 0.9, '2'],
      ['2 of 2', false, 0.2, '3'],
    ],
  );
});

test('36 Qwen2.5-Math: pass@k of the responses, and the answers that most of them give', async () => {
  const row = (pred: string[]) => ({
    idx: pred.length,
    question: 'What is $1+1$?',
    gt: '2',
    code: pred.map((answer) => `It is $\\boxed{${answer}}$.`),
    pred,
    score: pred.map((answer) => answer === '2'),
  });
  const report = await measured([row(['2', '3']), row(['3', '3', '2', '3'])]);
  assert.deepEqual(values(figure(report, 'pass@k from verdicts')), [
    ['1', 0.375],
    ['2', 0.75],
    ['4', 1],
  ]);
  assert.deepEqual(behind(figure(report, 'The dataset’s answer against the majority'))[0], ['differs', [1]]);
});
