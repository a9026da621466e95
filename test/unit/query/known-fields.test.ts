import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DatasetTally } from '../../../src/core/column/dataset-tally';
import { parsePath, valuesAt } from '../../../src/core/field/path-pattern';
import { mayHaveField } from '../../../src/core/query/known-fields';
import type { Json } from '../../../src/core/row/json';

const NAMES = ['a', 'b', '.a', 'a.b', 'b.a', 'a.b.a', 'a[0]', 'a[].b', 'b[1].a', '["a b"]', '["a b"].a'];
const rows = fc.array(
  fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<Json>('x', 3, null, true),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'a b'), tie('value'), { maxKeys: 3 }),
    ),
  })).value,
  { maxLength: 4 },
);

function counted(values: Json[]) {
  const tally = new DatasetTally();
  for (const value of values) tally.addRow(value);
  return tally.result();
}

test('a field that a row has is never called unknown', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(...NAMES), (values, name) => {
      const pattern = parsePath(name) ?? [];
      if (values.some((value) => valuesAt(value, pattern).length > 0))
        assert.ok(mayHaveField(counted(values), name));
    }),
  );
});

test('a field that no row has is known not to be there, at the top and in an object', () => {
  const statistics = counted([
    { topic: 'x', meta: { level: 3, by: { name: 'Bo' } }, steps: [{ text: 'a' }] },
  ]);
  for (const name of ['topi', 'topi.x', 'meta.levl', '.problem'])
    assert.ok(!mayHaveField(statistics, name), name);
  for (const name of ['topic', 'problem', 'id', 'meta.level', 'meta.by.nam', 'steps[].txt', 'steps.text'])
    assert.ok(mayHaveField(statistics, name), name);
  assert.ok(mayHaveField({ ...statistics, tooLong: 1 }, 'topi'));
});
