import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behind, figure, measured, values } from './measured';
import { openOne, texts } from './seed';

test('19 negative reinforcement: every rollout is a trace, and its reward of 1 or -1 says whether it is right', () => {
  const row = {
    prompt: [
      {
        role: 'user',
        content: 'What is $3^2$? Please reason step by step, and put your final answer within \\boxed{}.',
      },
    ],
    ground_truth: '9',
    responses: ['It is $\\boxed{9}$.', 'It is $\\boxed{6}$.', 'It is $\\boxed{9}$.'],
    rewards: [1, -1, 1],
  };
  const { profile, problem, traces } = openOne(row);
  assert.equal(profile, 'rewarded-rollouts');
  assert.deepEqual(texts(problem), ['What is $3^2$?']);
  assert.deepEqual(
    traces.map(({ published, finalAnswer }) => [published?.answerRight, finalAnswer?.text]),
    [
      [true, '9'],
      [false, '6'],
      [true, '9'],
    ],
  );
});

test('19 negative reinforcement: the pass@k curve of the rollouts, from their rewards', async () => {
  const row = (rewards: number[]) => ({
    prompt: 'What is $3^2$?',
    ground_truth: '9',
    responses: rewards.map((reward) => `It is $\\boxed{${reward}}$.`),
    rewards,
  });
  const report = await measured([row([1, -1, -1, -1]), row([-1, -1, -1, -1]), row([1, 1, -1, 1])]);
  assert.deepEqual(
    values(figure(report, 'pass@k from verdicts')).map(([k, pass]) => [k, Number(pass.toFixed(12))]),
    [
      ['1', Number((1 / 3).toFixed(12))],
      ['2', 0.5],
      ['4', Number((2 / 3).toFixed(12))],
    ],
  );
  assert.deepEqual(behind(figure(report, 'Right solutions in a row')), [
    ['0', [1]],
    ['1', [0]],
    ['3', [2]],
  ]);
});
