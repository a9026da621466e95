import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { digest, identifyRow, keyHash } from '../../../src/core/row/key';
import type { IdentityRule } from '../../../src/core/row/key';
import type { Json } from '../../../src/core/row/json';

const RULE: IdentityRule = { id: ['id'], identity: [['q'], ['s', 0]] };

function keyOf(value: Json | undefined, rule: IdentityRule = RULE): string {
  return identifyRow(Buffer.from(JSON.stringify(value) ?? 'broken'), value, rule).key;
}

const IDS: [string, Json, string][] = [
  ['a text', 'math/1', 'id:math/1'],
  ['a number', 17, 'id:17'],
  ['zero', 0, 'id:0'],
  ['odd signs', ' x\n😀', 'id: x\n😀'],
];

for (const [name, id, expected] of IDS) {
  test(`an id that is ${name} names the row`, () => assert.equal(keyOf({ id, q: 'x', s: ['y'] }), expected));
}

const NO_IDS: [string, Json][] = [
  ['an empty text', { id: '', q: 'x', s: ['y'] }],
  ['null', { id: null, q: 'x', s: ['y'] }],
  ['a list', { id: ['1'], q: 'x', s: ['y'] }],
  ['yes', { id: true, q: 'x', s: ['y'] }],
  ['missing', { q: 'x', s: ['y'] }],
];

for (const [name, row] of NO_IDS) {
  test(`where the id is ${name}, the identity fields name the row`, () => {
    assert.match(keyOf(row), /^fields:[0-9a-f]{32}$/);
    assert.equal(keyOf(row), keyOf({ other: 1, s: ['y', 'z'], q: 'x' }), 'other fields do not count');
    assert.notEqual(keyOf(row), keyOf({ q: 'x', s: ['z'] }));
    assert.notEqual(keyOf(row), keyOf({ q: 'y', s: ['x'] }), 'the fields do not run together');
  });
}

test('where an identity field is missing, the bytes name the row', () => {
  for (const row of [{ q: 'x' }, { q: 'x', s: [] }, { s: ['y'] }, 3, undefined]) {
    assert.match(keyOf(row), /^bytes:[0-9a-f]{32}$/);
  }
  assert.notEqual(keyOf({ q: 'x' }), keyOf({ q: 'y' }));
  assert.match(keyOf({ q: 'x', s: [null] }), /^fields:/, 'null is a value');
});

test('without a rule the bytes name the row', () => {
  assert.match(keyOf({ id: 1 }, {}), /^bytes:/);
  assert.match(keyOf({ id: 1 }, { identity: [] }), /^bytes:/);
});

test('inherited names are no ids', () => {
  assert.match(keyOf({ a: 1 }, { id: ['constructor', 'name'] }), /^bytes:/);
});

test('the hash is of the bytes alone', () => {
  const bytes = Buffer.from('{"id": 1}');
  const { hash } = identifyRow(bytes, { id: 1 }, RULE);
  assert.equal(hash, createHash('sha256').update(bytes).digest('hex').slice(0, 32));
  assert.notEqual(identifyRow(Buffer.from('{"id":1}'), { id: 1 }, RULE).hash, hash);
});

test('a text has the digest of its UTF-8', () => {
  assert.equal(digest('é😀'), digest(Buffer.from('é😀', 'utf8')));
  assert.equal(digest(''), 'e3b0c44298fc1c149afbf4c8996fb924');
});

test('rows have one hash of the key when they have one key, and else hardly ever', () => {
  const value = fc.record(
    {
      id: fc.oneof(fc.integer({ max: 3 }), fc.constantFrom('', '1', 'a')),
      problem: fc.constantFrom('x', 'y', 1),
    },
    { requiredKeys: [] },
  );
  const known = (row: Json) => {
    const bytes = Buffer.from(JSON.stringify(row));
    return { key: identifyRow(bytes, row, RULE).key, hash: keyHash(bytes, row, RULE) };
  };
  fc.assert(
    fc.property(value, value, (one, other) => {
      const [a, b] = [known(one), known(other)];
      assert.equal(a.hash === b.hash, a.key === b.key);
      assert.ok(Number.isSafeInteger(a.hash) && a.hash >= 0);
    }),
  );
});
