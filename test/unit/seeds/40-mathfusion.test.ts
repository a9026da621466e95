import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, shown, texts } from './seed';
import { foundIn } from './made';

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

test('40 MathFusion: a fused problem in training whose parent is in the test is found', async (context) => {
  const row = (id: string, parents: string[]) => ({
    id,
    query: `How many fruits has ${id}?`,
    response: 'There are 9.',
    ...(parents.length > 0 ? { parents, type: 'sequential' } : {}),
  });
  const files = {
    'fruit_train.jsonl': [row('a', []), row('f', ['a', 'b'])],
    'fruit_test.jsonl': [row('b', [])],
  };
  const found = await foundIn(context, files, 'links/split');
  assert.ok(found.length > 0 && found.every((each) => each.endsWith('links/split')), found.join());
});
