import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod';
import { rowValidator } from '../../../src/core/check/row-validator';
import type { Json } from '../../../src/core/row/json';
import { forZod } from '../../../src/core/schema/for-zod';
import { schemaFaults } from '../../../src/core/schema/schema-faults';
import { preparedSchema } from '../../../src/core/schema/whole-validator';

interface Facts {
  schema: Record<string, unknown>;
  fits: Json[];
  not: Json[];
}

/** What the standard says of each keyword, and where validators are known to differ. */
const facts = JSON.parse(
  readFileSync(path.resolve('test/unit/schema/keyword-facts.json'), 'utf8'),
) as Facts[];

test('every keyword of JSON Schema 2020-12 means what the standard says', () => {
  let judged = 0;
  for (const { schema, fits, not } of facts) {
    assert.deepEqual(schemaFaults(schema), [], JSON.stringify(schema));
    const { misfits } = preparedSchema(schema);
    const fit = (value: Json) => misfits(value).length === 0;
    for (const value of fits) assert.ok(fit(value), JSON.stringify([schema, value]));
    for (const value of not) assert.ok(!fit(value), JSON.stringify([schema, value]));
    judged += fits.length + not.length;
  }
  assert.ok(judged > 150);
});

test('zod is given only schemas that it means the same by', () => {
  let given = 0;
  for (const { schema, fits, not } of facts) {
    const simple = forZod(schema);
    if (!simple) continue;
    given++;
    const taken = z.fromJSONSchema(simple);
    for (const value of fits) assert.ok(taken.safeParse(value).success, JSON.stringify([schema, value]));
    for (const value of not) assert.ok(!taken.safeParse(value).success, JSON.stringify([schema, value]));
  }
  assert.ok(given > 3);
  const keys = { type: 'object', required: ['a'] };
  assert.equal(z.fromJSONSchema(forZod(keys) ?? {}).safeParse({}).success, false);
  assert.equal(z.fromJSONSchema(forZod(keys) ?? {}).safeParse({ a: null }).success, true);
});

const scalar = fc.constantFrom<Json>(null, true, false, 0, 1, 2.5, -3, '', 'x', 'ab', '2026-01-02', 'é');
const value = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

const schema = fc.letrec<{ schema: Json }>((tie) => {
  const some = (name: string, of: fc.Arbitrary<Json>) =>
    fc.option(
      of.map((stated) => ({ [name]: stated })),
      { nil: {}, freq: 2 },
    );
  const key = fc.constantFrom('a', 'b', 'c');
  const joined = fc
    .tuple(
      some(
        'type',
        fc.constantFrom<Json>(
          'string',
          'number',
          'integer',
          'boolean',
          'null',
          'array',
          'object',
          ['null', 'string'],
          ['array', 'object'],
        ),
      ),
      some('properties', fc.dictionary(key, tie('schema'), { maxKeys: 2 })),
      some('required', fc.uniqueArray(key, { maxLength: 2 })),
      some('additionalProperties', fc.oneof(fc.boolean(), tie('schema'))),
      some('items', tie('schema')),
      some('minItems', fc.nat(2)),
      some('minimum', fc.integer({ min: -2, max: 2 })),
      some('minLength', fc.nat(2)),
      some('pattern', fc.constantFrom('^x', 'b$', '\\p{L}')),
      fc.oneof(
        { weight: 6, arbitrary: fc.constant({}) },
        some('enum', fc.uniqueArray(scalar, { minLength: 1, maxLength: 3, comparator: 'SameValue' })),
        some('anyOf', fc.array(tie('schema'), { minLength: 1, maxLength: 2 })),
        some('not', tie('schema')),
        fc.constant({ $ref: '#/$defs/text' }),
        fc.constant({ description: 'd', 'x-own': 1, default: 'x' }),
      ),
    )
    .map((parts): Json => Object.assign({}, ...parts) as Json);
  return {
    schema: fc.oneof(
      { depthSize: 'small' },
      { weight: 1, arbitrary: fc.constantFrom<Json>(true, { type: 'string' }) },
      { weight: 4, arbitrary: joined },
    ),
  };
}).schema;

test('where zod is given a schema, both validators say the same of every value', () => {
  let given = 0;
  fc.assert(
    fc.property(schema, fc.array(value, { maxLength: 8 }), (made, values) => {
      const whole = {
        ...(made === true ? {} : (made as Record<string, unknown>)),
        $defs: { text: { type: 'string' } },
      };
      const simple = forZod(whole);
      if (!simple) return;
      given++;
      const fits = rowValidator(simple);
      const taken = z.fromJSONSchema(simple);
      const { misfits } = preparedSchema(whole);
      for (const each of values) {
        const said = JSON.stringify([whole, each]);
        assert.equal(fits(each), misfits(each).length === 0, said);
        assert.equal(taken.safeParse(each).success, misfits(each).length === 0, said);
      }
    }),
    { numRuns: 600 },
  );
  assert.ok(given > 50, String(given));
});

test('what is wrong with a schema is told with its place', () => {
  const wrong = (given: unknown) =>
    schemaFaults(given).map(({ path: at, message }) => [at.join('.'), message]);
  assert.deepEqual(wrong([]), [['', 'a JSON Schema for rows is an object {...}']]);
  assert.deepEqual(
    wrong({
      type: 'strng',
      required: 'a',
      properties: { a: { minimum: '1', pattern: '(' }, b: 7 },
      patternProperties: { '[': true },
      allOf: [],
      multipleOf: 0,
      $defs: { enum: { enum: { type: 'nothing' } } },
      default: { type: 'not a schema' },
    }),
    [
      ['type', 'must be one of string, number, integer, boolean, null, array, object, or a list of these'],
      ['required', 'must be a list of names'],
      ['properties.b', 'must be a schema: an object {...}, true or false'],
      ['patternProperties.[', 'must be named by a regular expression'],
      ['allOf', 'must be a list of schemas that is not empty'],
      ['multipleOf', 'must be a number greater than 0'],
      ['properties.a.minimum', 'must be a number'],
      ['properties.a.pattern', 'must be a regular expression'],
      ['$defs.enum.enum', 'must be a list of values'],
    ],
  );
  const elsewhere = { properties: { a: { $ref: 'https://example.org/a.json' } } };
  assert.deepEqual(wrong(elsewhere), [
    ['properties.a.$ref', 'refers to https://example.org/a.json, which is not in this schema'],
  ]);
  assert.deepEqual(wrong({ $ref: '#/$defs/a', $defs: { a: { $ref: '#' } } }), [
    ['', 'refers to itself without end'],
  ]);
  const part = (id: string) => ({ $id: id, $dynamicAnchor: 'n', items: { $dynamicRef: '#n' } });
  const [fault] = wrong({ $defs: { a: part('a'), b: { ...part('b'), $ref: 'a' } }, $ref: 'b' });
  assert.equal(fault?.[0], '$defs.a.items.$dynamicRef');
  assert.match(fault?.[1] ?? '', /any of 2 parts with an \$id of their own.*“n”.*\$ref/);
});

/** A tree whose nodes are told elsewhere, and one that allows no other members, be it of itself or of the nodes below. */
const tree = {
  $id: 'https://example.org/tree',
  $dynamicAnchor: 'node',
  properties: { text: { type: 'string' }, below: { items: { $dynamicRef: '#node' } } },
};

for (const named of [{}, { $id: 'https://example.org/strict-tree' }]) {
  test(`over parts with an $id the schema's own anchor is meant, ${'$id' in named ? 'named' : 'unnamed'}`, () => {
    const strict = {
      ...named,
      $dynamicAnchor: 'node',
      $ref: 'https://example.org/tree',
      unevaluatedProperties: false,
      $defs: { tree },
    };
    assert.deepEqual(schemaFaults(strict), []);
    const { misfits } = preparedSchema(strict);
    assert.deepEqual(misfits({ text: 'a', below: [{ text: 'b', below: [] }] }), []);
    const found = misfits({ below: [{ text: 'b', sum: 3 }] });
    assert.deepEqual(
      found.map(({ path: at }) => at),
      [['below', 0, 'sum']],
    );
    const loose = preparedSchema({ ...named, $ref: 'https://example.org/tree', $defs: { tree } });
    assert.deepEqual(loose.misfits({ below: [{ text: 'b', sum: 3 }] }), []);
    assert.equal(loose.misfits({ below: [{ text: 4 }] }).length, 1);
  });
}

test('a schema is not changed by being used', () => {
  const given = { $dynamicAnchor: 'n', properties: { a: { $dynamicRef: '#n' } } };
  const before = JSON.stringify(given);
  assert.equal(preparedSchema(given).misfits({ a: {} }).length, 0);
  assert.equal(JSON.stringify(given), before);
});
