import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { rowValidator } from '../../../src/core/check/row-validator';
import type { Json } from '../../../src/core/row/json';
import { forZod } from '../../../src/core/schema/for-zod';
import { alwaysSeen, amongSeen, withinRange } from '../../../src/core/schema/confidence';
import { inferSchema } from '../../../src/core/schema/infer-schema';
import type { JsonSchema } from '../../../src/core/schema/infer-schema';
import { ValueTally } from '../../../src/core/schema/value-tally';
import { dataFolder, readLines } from '../real-data';

function inferred(rows: Json[]): JsonSchema & { properties: Record<string, JsonSchema> } {
  const tally = new ValueTally();
  for (const row of rows) tally.add(row);
  return inferSchema(tally) as JsonSchema & { properties: Record<string, JsonSchema> };
}

const ROWS = Array.from({ length: 200 }, (_, at) => ({
  id: at,
  problem: `What is ${at} + 1, and why?`,
  level: 1 + (at % 5),
  subject: ['Algebra', 'Geometry'][at % 2] ?? '',
  made: `2026-01-${String(1 + (at % 28)).padStart(2, '0')}`,
  ...(at % 3 === 0 ? { note: null } : {}),
  steps: [{ text: `step ${at}`, good: at % 2 === 0 }],
}));

test('types, choices, ranges, formats, and what may be missing are told, each with how sure it is', () => {
  const schema = inferred(ROWS);
  assert.deepEqual(schema['required'], ['id', 'problem', 'level', 'subject', 'made', 'steps']);
  assert.equal(schema['additionalProperties'], false);
  const { level, subject, made, note, problem, steps } = schema.properties;
  assert.deepEqual([level?.['type'], level?.['minimum'], level?.['maximum']], ['integer', 1, 5]);
  assert.deepEqual(level?.['x-confidence'], { type: 0.995, minimum: 0.99, maximum: 0.99 });
  assert.deepEqual(subject?.['enum'], ['Algebra', 'Geometry']);
  assert.equal(made?.['format'], 'date');
  assert.equal(note?.['type'], 'null');
  assert.equal(problem?.['enum'], undefined);
  const step = (steps ?? {})['items'] as JsonSchema;
  assert.deepEqual(step['required'], ['text', 'good']);
});

test('what few rows say is no rule', () => {
  const schema = inferred(ROWS.slice(0, 5));
  assert.equal(schema['required'], undefined);
  assert.equal(schema['additionalProperties'], undefined);
  assert.equal(schema.properties['level']?.['maximum'], undefined);
});

test('how sure one is grows with what was seen', () => {
  assert.equal(alwaysSeen(0), 0.5);
  assert.equal(withinRange(1), 0);
  assert.equal(withinRange(199), 0.99);
  assert.equal(amongSeen([]), 0);
  assert.equal(amongSeen([1, 1]), 0);
  assert.equal(amongSeen([90, 9, 1]), 0.99);
});

const value = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(null, true, 1, 2.5, -3, '', 'x', 'y', '2026-01-02', 'https://a.example/b'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
  ),
})).value;

test('every row keeps to the schema that it was inferred from', () => {
  const row = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value, { maxKeys: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const schema = inferred(Array.from({ length: 60 }, () => rows).flat());
      assert.ok(forZod(schema), 'zod takes what is inferred');
      const fits = rowValidator(schema);
      for (const each of rows) assert.ok(fits(each), JSON.stringify([each, schema]));
    }),
    { numRuns: 150 },
  );
});

const folder = dataFolder();
if (folder !== undefined)
  for (const name of [
    'math/math500_test',
    'champ/problems',
    'gsm8k/test',
    'processbench/math_first200',
    'mathreal/testmini',
  ])
    test(`all rows of ${name} keep to the schema inferred from them`, () => {
      const rows = readLines(join(folder, `${name}.jsonl`)).map((line) => JSON.parse(line) as Json);
      const fits = rowValidator(inferred(rows));
      assert.equal(rows.filter((row) => !fits(row)).length, 0);
    });
