import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, shown } from './seed';

test('46 JiuZhang3.0: the question is taken out of its wrapper, at its place in the field', () => {
  const row = {
    input: '## Question\nWhat is $4^2$?\n\n## Solution\n',
    output: 'It is $\\boxed{16}$.',
    stage: 'Grade 6',
    influence_score: 0.3,
  };
  const { profile, problem, traces, measures } = openOne(row);
  assert.equal(profile, 'jiuzhang');
  assert.deepEqual(
    problem.map(({ text, start }) => [text, start]),
    [['What is $4^2$?', 12]],
  );
  assert.deepEqual(traces.map(shown), [['output', 'model', 1, '16']]);
  assert.deepEqual(
    measures.map(({ value }) => value),
    [0.3],
  );
});
