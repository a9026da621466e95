import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';

test('42 DASD: input and output with a uuid, which is the id of the row', () => {
  const row = {
    uuid: 'u-9',
    input: 'Compute $1+2+3$.',
    output: '<think>\nAdd one by one.\n\nThat is 6.\n</think>\nThe answer is 6.',
    domain: 'math',
    meta: { len: 12 },
  };
  const { profile, problem, traces, others } = openOne(row);
  assert.equal(profile, 'distilled');
  assert.deepEqual(texts(problem), [row.input]);
  assert.deepEqual(
    traces[0]?.steps.map(({ heading }) => heading ?? null),
    ['think', 'think', null],
  );
  assert.equal(traces[0]?.finalAnswer?.text, '6');
  assert.deepEqual(
    others.map(({ path }) => path[0]),
    ['meta'],
  );
});
