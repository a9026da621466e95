import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne } from './seed';

test('33 log-probabilities: a sidecar row shows whose it is, and none of its arrays', () => {
  const row = {
    sample_uuid: 'u-1',
    token_ids: Array.from({ length: 500 }, (_, at) => at),
    logprobs: Array.from({ length: 500 }, () => -0.1),
  };
  const { profile, facts, others } = openOne(row);
  assert.equal(profile, 'sidecar-logprobs');
  assert.deepEqual(
    facts.map(({ value }) => value),
    ['u-1'],
  );
  assert.deepEqual(others, []);
});
