import assert from 'node:assert/strict';
import { test } from 'node:test';
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
