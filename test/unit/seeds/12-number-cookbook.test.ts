import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, texts } from './seed';

test('12 Number Cookbook: a text of an expression and its result is split at the equals sign', () => {
  const { profile, readings } = open(['123 + 877 = 1000', '1/2 * 2/3 = 1/3', '1.2e3 + 8e2 = 2.0e3']);
  assert.equal(profile.id, 'arithmetic');
  assert.deepEqual(
    readings.map(({ problem, answers }) => [texts(problem)[0], texts(answers)[0]]),
    [
      ['123 + 877', '1000'],
      ['1/2 * 2/3', '1/3'],
      ['1.2e3 + 8e2', '2.0e3'],
    ],
  );
});
