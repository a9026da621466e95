import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';

const ROW = {
  text: 'a car drives 60 miles in 2 hours . what is its speed ?',
  code: 'n0 = 60.0\nn1 = 2.0\nanswer = n0 / n1',
  dsl_code: 'divide(n0,n1)|',
  reasoning: 'speed = 60 / 2 = 30',
  answer: 30.0,
  task_id: 4,
};

test('15 TraceCodegen: a straight program is a step a line, operations are one trace more', () => {
  const { profile, answers, traces } = openOne(ROW);
  assert.equal(profile, 'mathqa-python');
  assert.deepEqual(texts(answers), ['30']);
  assert.deepEqual(
    traces.map(({ author, steps }) => [author, steps.length]),
    [
      ['Program', 3],
      ['Operations', 1],
      ['Rationale', 1],
    ],
  );
  assert.deepEqual(new Set(traces[0]?.steps.map(({ form }) => form)), new Set(['code']));
});

test('15 TraceCodegen: sampled programs keep their label and the length of the part that agrees', () => {
  const programs = ['answer = 30.0', 'answer = 60.0 * 2.0'];
  const { traces } = openOne({
    ...ROW,
    dsl_code: null,
    reasoning: null,
    programs,
    labels: ['correct', 'wrong'],
    matched_prefix: [3, 1],
  });
  const sampled = traces.filter(({ author }) => author === 'sample');
  assert.deepEqual(
    sampled.map(({ facts, measures }) => [facts?.[0]?.value, measures?.[0]?.value]),
    [
      ['correct', 3],
      ['wrong', 1],
    ],
  );
});
