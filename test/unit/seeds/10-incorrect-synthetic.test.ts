import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne } from './seed';
import { made } from './made';

test('10 incorrect synthetic data: a negative trace is one, and its steps have their advantages', () => {
  const row = {
    problem: 'What is $2 + 2 \\cdot 3$?',
    answer: '8',
    steps: ['First $2 + 2 = 4$.', 'Then $4 \\cdot 3 = 12$.'],
    advantages: [-0.75, 0],
    is_correct: false,
    polarity: 'negative',
  };
  const { profile, traces } = openOne(row);
  assert.equal(profile, 'step-advantages');
  assert.deepEqual(traces[0]?.published, { answerRight: false, preferred: false });
  assert.deepEqual(
    traces[0]?.steps.map(({ measures }) => measures?.map(({ name, value }) => [name, value])),
    [[['advantages', -0.75]], [['advantages', 0]]],
  );
});

test('10 incorrect synthetic data: a right and a wrong solution of a problem make a pair', async (context) => {
  const row = {
    problem: 'What is $2 + 2 \\cdot 3$?',
    answer: '8',
    generations: ['It is $2 + 6 = 8$.', 'It is $4 \\cdot 3 = 12$.'],
    is_correct: [true, false],
  };
  assert.deepEqual(await made(context, [row], 'pairs'), [
    { prompt: row.problem, chosen: row.generations[0], rejected: row.generations[1] },
  ]);
});
