import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { completeRow } from '../../../src/core/schema/complete-row';
import { explainPlace } from '../../../src/core/schema/explain-place';
import { schemasAt } from '../../../src/core/schema/schema-walk';

const SCHEMA = {
  type: 'object',
  required: ['problem', 'level'],
  properties: {
    subject: { enum: ['Algebra', 'Number Theory', null] },
    problem: { type: 'string', description: 'What is asked.', 'x-confidence': { type: 0.99 } },
    level: { type: 'integer', minimum: 1, maximum: 5, default: 3 },
    checked: { type: 'boolean' },
    tags: { type: 'array', items: { enum: ['a', 'b'] } },
    steps: { type: 'array', items: { $ref: '#/$defs/step' } },
  },
  $defs: {
    step: {
      properties: { text: { type: 'string' }, good: { type: 'boolean' }, next: { $ref: '#/$defs/step' } },
    },
  },
};
const NAMED = [{ name: 'own', schema: SCHEMA }];

/** The row as it is once a completion is taken, the cursor as `|`; of each completion at the `|` of a row. */
function taken(row: string, schema: unknown = SCHEMA): string[] {
  const offset = row.indexOf('|');
  const text = row.replace('|', '');
  return completeRow(text, offset, [{ name: 'own', schema }]).map(({ insert, cursor, start, end }) => {
    const at = cursor ?? insert.length;
    return `${text.slice(0, start)}${insert.slice(0, at)}|${insert.slice(at)}${text.slice(end)}`;
  });
}

test('keys that are not there yet, the required ones first, each with what its value begins with', () => {
  assert.deepEqual(taken('{|'), [
    '{"problem": "|"',
    '{"level": |',
    '{"subject": |',
    '{"checked": |',
    '{"tags": [|]',
    '{"steps": [|]',
  ]);
  assert.deepEqual(taken('{"problem": "p", "level": 3, "tags": [], "steps": [], "checked": true, |}'), [
    '{"problem": "p", "level": 3, "tags": [], "steps": [], "checked": true, "subject": |}',
  ]);
});

test('a key that is half typed is replaced; what follows it stays', () => {
  assert.equal(taken('{"pro|"}')[0], '{"problem": "|"}');
  assert.equal(taken('{"pro|, "level": 1}')[0], '{"problem": "|", "level": 1}');
  assert.equal(taken('{"p|": 7, "level": 1}')[0], '{"problem"|: 7, "level": 1}');
  assert.equal(taken('{"level": 1, pro|')[0], '{"level": 1, "problem": "|"');
  assert.equal(taken('{|"level": 1}')[0], '{"problem": "|","level": 1}');
});

test('values of a list, yes and no, null and what is usual', () => {
  assert.deepEqual(taken('{"subject": |}'), [
    '{"subject": "Algebra"|}',
    '{"subject": "Number Theory"|}',
    '{"subject": null|}',
  ]);
  assert.equal(taken('{"subject": "Al|"}')[0], '{"subject": "Algebra"|}');
  assert.equal(taken('{"subject": Al|')[0], '{"subject": "Algebra"|');
  assert.deepEqual(taken('{"checked": t|}'), ['{"checked": true|}', '{"checked": false|}']);
  assert.deepEqual(taken('{"level": |, "a": 1}'), ['{"level": 3|, "a": 1}']);
  assert.deepEqual(taken('{"tags": ["a", |]}'), ['{"tags": ["a", "a"|]}', '{"tags": ["a", "b"|]}']);
  assert.equal(taken('{"checked": | "a": 1}')[0], '{"checked": true,| "a": 1}');
});

test('below lists and references, in every case of a schema', () => {
  assert.deepEqual(taken('{"steps": [{"text": "t", |'), [
    '{"steps": [{"text": "t", "good": |',
    '{"steps": [{"text": "t", "next": |',
  ]);
  assert.equal(taken('{"steps": [{"next": {"next": {"good": |').length, 2);
  const cases: unknown = JSON.parse(`{
    "if": { "properties": { "kind": { "const": "proof" } } },
    "then": { "required": ["proof"] },
    "else": { "properties": { "answer": { "const": 4 } } },
    "patternProperties": { "^x-": { "type": "boolean" } }
  }`);
  assert.deepEqual(taken('{|', cases), ['{"proof": |', '{"answer": |']);
  assert.deepEqual(taken('{"answer": |', cases), ['{"answer": 4|']);
  assert.equal(taken('{"x-seen": |', cases).length, 2);
});

test('nothing where nothing can stand', () => {
  for (const row of ['|', '{"level": 1 |}', '{"problem": "Is it |so?"}', '[|', '7|'])
    assert.deepEqual(taken(row), [], row);
  assert.deepEqual(completeRow('{"a":'.repeat(200_000), 1_000_000, NAMED), []);
});

test('a schema that refers to itself, or to nothing, ends', () => {
  const round = {
    $defs: { a: { $ref: '#/$defs/b' }, b: { anyOf: [{ $ref: '#/$defs/a' }] } },
    $ref: '#/$defs/a',
  };
  assert.ok(schemasAt(round, []).length < 10);
  assert.deepEqual(schemasAt({ properties: { a: { $ref: '#/$defs/none' } } }, ['a']).length, 1);
  assert.equal(schemasAt({ $ref: '#n', $defs: { a: { $anchor: 'n', type: 'null' } } }, []).length, 2);
});

test('a key and its value are explained by each schema that says something', () => {
  const row = '{"problem": "Wh';
  for (const offset of [3, 14]) {
    const place = explainPlace(row, offset, [
      ...NAMED,
      { name: 'nothing', schema: { properties: { a: {} } } },
    ]);
    assert.deepEqual(place?.path, ['problem']);
    assert.equal(place.facts.length, 1);
    const [facts] = place.facts;
    assert.equal(facts?.description, 'What is asked.');
    assert.deepEqual([facts.types, facts.required, facts.confidence], [['string'], true, [['type', 0.99]]]);
  }
  const [level] = explainPlace('{"level": 2}', 4, NAMED)?.facts ?? [];
  assert.deepEqual(
    [level?.rules, level?.default],
    [
      [
        ['minimum', 1],
        ['maximum', 5],
      ],
      3,
    ],
  );
  assert.equal(explainPlace('{"unknown": 2}', 4, NAMED), null);
  assert.equal(explainPlace('{"level": 2}', 0, NAMED), null);
  assert.deepEqual(explainPlace('{"tags": ["a"]}', 11, NAMED)?.path, ['tags', 0]);
});

test('whatever is typed, wherever the cursor is, it says something or nothing', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    'problem',
    'level',
    ' ',
    '1',
    'true',
    '\\',
    'steps',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), fc.nat(), (parts, at) => {
      const text = parts.join('');
      const offset = at % (text.length + 1);
      for (const { start, end } of completeRow(text, offset, NAMED))
        assert.ok(start <= offset && offset <= end && end <= text.length);
      explainPlace(text, offset, NAMED);
    }),
  );
});
