import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAnswered } from '../../../src/host/queue/answered-query';

test('a query is answered when its search came to its end, and no other took its place', () => {
  const state = { faults: [], sort: null, rows: 3, version: 1 };
  const ended = { ...state, query: 'flag:none', underWay: null, stoppedAt: null, failure: null };
  assert.equal(isAnswered(ended, 'flag:none'), true);
  assert.equal(isAnswered(ended, 'not contaminated:quarantined'), false);
  assert.equal(isAnswered({ ...ended, stoppedAt: 0.4 }, 'flag:none'), false);
  assert.equal(isAnswered({ ...ended, underWay: 0.4 }, 'flag:none'), false);
  assert.equal(isAnswered({ ...ended, failure: 'no such file' }, 'flag:none'), false);
});
