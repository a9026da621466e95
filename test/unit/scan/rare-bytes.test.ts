import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rarePlaces } from '../../../src/core/scan/rare-bytes';

test('the rarest byte of a text comes first, then another one', () => {
  for (const [text, rarest, next] of [
    ['a', 0, 0],
    ['the \u00e9', 4, 5],
    ['\\frac{Q}', 6, 7],
    ['seen', 0, 3],
  ] as const)
    assert.deepEqual(rarePlaces(Buffer.from(text)), [rarest, next], text);
});
