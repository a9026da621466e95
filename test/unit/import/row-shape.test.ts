import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { membersOf } from '../../../src/core/import/object-members';
import { choose, withKey } from '../../../src/core/import/row-shape';

const chosen = (row: string, ...fields: [string, string][]) =>
  choose(
    Buffer.from(row),
    fields.map(([name, as]) => ({ name, as })),
  ).toString();
const keyed = (row: string, field: string, key: string) =>
  withKey(Buffer.from(row), { field, value: Buffer.from(key) }).row.toString();

test('fields come in the order of the choice, spelled as they were', () => {
  const row = '{"a": 1.0, "b" : [1, {"a":2}], "__proto__":{"x":1}}';
  assert.equal(chosen(row, ['b', 'b'], ['a', 'n']), '{"b":[1, {"a":2}],"n":1.0}');
  assert.equal(chosen(row, ['__proto__', 'p'], ['none', 'none']), '{"p":{"x":1}}');
});

test('a doubled key stays doubled; what is no object stays what it is', () => {
  assert.equal(chosen('{"a":1,"b":2,"a":3}', ['a', 'x']), '{"x":1,"x":3}');
  assert.equal(chosen('[1,2]', ['a', 'a']), '[1,2]');
});

test('a key goes into its field, before the others, and never over one', () => {
  assert.equal(keyed('{"p":1}', 'id', '"q\\"1"'), '{"id":"q\\"1","p":1}');
  assert.equal(keyed('{}', 'id', '"a"'), '{"id":"a"}');
  assert.equal(keyed('{"id":"a"}', 'id', '"a"'), '{"id":"a"}');
  assert.equal(keyed('{"id":7}', 'id', '"a"'), '{"id_key":"a","id":7}');
  assert.equal(keyed('{"id":7,"id_key":8}', 'id', '"a"'), '{"id_key_key":"a","id":7,"id_key":8}');
  assert.equal(keyed('[1]', 'id', '"a"'), '{"id":"a","value":[1]}');
});

test('the members of an object are those that JSON.parse finds', () =>
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(0, 2), (object, indent) => {
      const members = membersOf(Buffer.from(JSON.stringify(object, null, indent))) ?? [];
      assert.deepEqual(
        members.map(({ name, value }) => [name, JSON.parse(value.toString()) as unknown]),
        Object.entries(JSON.parse(JSON.stringify(object)) as object),
      );
    }),
  ));
