import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pathText, valueAt } from '../../../src/core/row/json';
import type { Json } from '../../../src/core/row/json';
import { rowFields } from '../../../src/core/row/row-fields';

const names = (value: Json) => Array.from(rowFields(value), ({ path }) => pathText(path));

test('fields come in the order of the row, a list or object before its parts', () => {
  const row = { problem: 'p', steps: [{ text: 'a' }, { text: 'b', ok: null }], meta: {} };
  assert.deepEqual(names(row), [
    'problem',
    'steps',
    'steps[0]',
    'steps[0].text',
    'steps[1]',
    'steps[1].text',
    'steps[1].ok',
    'meta',
  ]);
});

test('a value that has no parts has no fields', () => {
  for (const value of ['text', 5, null, true, [], {}]) assert.deepEqual(names(value), []);
});

test('every field is at its path', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (row) => {
      for (const { path, value } of rowFields(row as Json)) assert.equal(valueAt(row as Json, path), value);
    }),
  );
});

test('a row may be nested more deeply than a recursive walk could go', () => {
  let deep: Json = 'end';
  for (let level = 0; level < 20_000; level++) deep = [deep];
  const walk = rowFields(deep);
  let last = walk.next().value;
  for (let level = 1; level < 3000; level++) last = walk.next().value;
  assert.equal(last?.path.length, 3000);
});
