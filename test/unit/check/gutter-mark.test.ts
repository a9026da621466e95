import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gutterMark } from '../../../src/core/check/gutter-mark';

test('a row is marked by the worst that was found in it, and by its flag', () => {
  assert.equal(gutterMark([], false), null);
  assert.deepEqual(gutterMark([], true), { severity: null, flagged: true });
  const all = [{ severity: 'info' }, { severity: 'error' }, { severity: 'warning' }] as const;
  assert.deepEqual(gutterMark(all, false), { severity: 'error', flagged: false });
  assert.deepEqual(gutterMark(all.slice(0, 1), true), { severity: 'info', flagged: true });
});
