import assert from 'node:assert/strict';
import { test } from 'node:test';
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
