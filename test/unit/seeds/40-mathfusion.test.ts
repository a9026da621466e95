import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, shown, texts } from './seed';

test('40 MathFusion: query and response are problem and trace', () => {
  const row = {
    query: 'Tom has 3 apples and twice as many pears. How many fruits?',
    response: 'Pears: 6.\n\nThe answer is 9.',
    type: 'sequential',
  };
  const { profile, problem, traces, facts } = openOne(row);
  assert.equal(profile, 'query-response');
  assert.deepEqual(texts(problem), [row.query]);
  assert.deepEqual(traces.map(shown), [['response', 'model', 2, '9']]);
  assert.deepEqual(
    facts.map(({ value }) => value),
    ['sequential'],
  );
});
