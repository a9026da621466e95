import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { comparedRow, fieldDiff, placeOf } from '../../../src/core/compare/field-diff';
import type { FieldChange } from '../../../src/core/compare/field-diff';
import type { Json } from '../../../src/core/row/json';
import { pathText, valueAt } from '../../../src/core/row/json';

const rowOf = (text: string) => comparedRow(text, JSON.parse(text) as Json);
const diff = (before: string, after: string) => fieldDiff(rowOf(before), rowOf(after));
const inShort = (changes: FieldChange[]) =>
  changes.map((change) => `${change.kind} ${pathText(placeOf(change))}`);

test('fields are told by their paths', () => {
  const changes = diff(
    '{"id":1,"meta":{"level":2,"old":true},"text":"a"}',
    '{"id":1,"meta":{"level":3},"text":"a","new":null}',
  );
  assert.deepEqual(inShort(changes), ['changed meta.level', 'removed meta.old', 'added new']);
  assert.deepEqual(changes[0], {
    kind: 'changed',
    path: ['meta', 'level'],
    oldPath: ['meta', 'level'],
    before: 2,
    after: 3,
  });
});

test('the same value in other bytes is no change', () => {
  assert.deepEqual(diff('{"a":1.0,"b":"é"}', '{ "b": "\\u00e9", "a": 1.00 }'), []);
  assert.deepEqual(diff('{"a":1e2,"b":[{"c":1,"d":2}]}', '{"a":100,"b":[{"d":2,"c":1}]}'), []);
  assert.deepEqual(diff('{"n":12345678901234567890}', '{"n":1.2345678901234567890e19}'), []);
});

test('numbers that a double cannot tell apart are told apart', () => {
  const [change] = diff('{"n":[1,12345678901234567890]}', '{"n":[1,12345678901234567891]}');
  assert.deepEqual(change?.kind === 'changed' && change.written, {
    before: '12345678901234567890',
    after: '12345678901234567891',
  });
  assert.deepEqual(inShort(diff('{"n":1e400}', '{"n":1e401}')), ['changed n']);
  assert.deepEqual(inShort(diff('{"n":0.1}', '{"n":0.10000000000000000001}')), ['changed n']);
});

test('an element put into a list is one added', () => {
  assert.deepEqual(inShort(diff('{"steps":["a","b"]}', '{"steps":["new","a","b"]}')), ['added steps[0]']);
  assert.deepEqual(inShort(diff('{"steps":["a","b","c"]}', '{"steps":["a","c"]}')), ['removed steps[1]']);
  const moved = diff('[{"t":"a"},{"t":"b"}]', '[{"t":"x"},{"t":"a"},{"t":"B"}]');
  assert.deepEqual(inShort(moved), ['added [0]', 'changed [2].t']);
  assert.deepEqual(moved[1]?.kind === 'changed' && moved[1].oldPath, [1, 't']);
});

test('an element that was rewritten is found by its words, among others that are new', () => {
  const changes = diff(
    '{"steps":["We add them up.","The sum is therefore 13."]}',
    '{"steps":["We add them up.","Nothing was forgotten.","The sum is hence 14."]}',
  );
  assert.deepEqual(inShort(changes), ['added steps[1]', 'changed steps[2]']);
  assert.deepEqual(inShort(diff('["yes","old one"]', '["no","old one"]')), ['changed [0]']);
});

test('labels in a list stand for their places', () => {
  assert.deepEqual(inShort(diff('[1,0,1,1]', '[0,1,1,1]')), ['changed [0]', 'changed [1]']);
});

test('an object and a list of its entries differ', () => {
  assert.deepEqual(inShort(diff('[[{"a":1}]]', '[[[["a",1]]]]')), ['changed [0][0]']);
  assert.deepEqual(inShort(diff('{"a":{}}', '{"a":[]}')), ['changed a']);
});

test('keys that objects inherit are keys like others', () => {
  assert.deepEqual(inShort(diff('{"a":1}', '{"a":1,"constructor":2,"__proto__":{"b":1}}')), [
    'added constructor',
    'added __proto__',
  ]);
  assert.deepEqual(inShort(diff('{"__proto__":{"b":1}}', '{"__proto__":{"b":2}}')), ['changed __proto__.b']);
});

test('a row nested more deeply than anybody reads is compared', () => {
  const deep = (inside: string) => `${'[{"a":'.repeat(3000)}${inside}${'}]'.repeat(3000)}`;
  assert.equal(diff(deep('1'), deep('2')).length, 1);
});

test('there are changes exactly where values differ, and they hold those values', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const [before, after] = [JSON.stringify(one), JSON.stringify(other)];
      const [old, now] = [JSON.parse(before) as Json, JSON.parse(after) as Json];
      const changes = diff(before, after);
      assert.equal(changes.length === 0, isDeepStrictEqual(old, now));
      for (const change of changes) {
        if (change.kind !== 'added') assert.deepEqual(valueAt(old, change.oldPath), change.before);
        if (change.kind !== 'removed') assert.deepEqual(valueAt(now, change.path), change.after);
      }
      assert.deepEqual(diff(before, before), []);
    }),
    { numRuns: 500 },
  );
});
