import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { rowValidator } from '../../../src/core/check/row-validator';
import type { Json } from '../../../src/core/row/json';

const STEPS = {
  type: 'array',
  items: { type: 'object', required: ['text'], properties: { text: { type: 'string' } } },
};
const SCHEMA = {
  type: 'object',
  required: ['problem'],
  properties: {
    problem: { type: 'string' },
    steps: STEPS,
    meta: { type: 'object' },
    level: { type: 'integer' },
  },
};

const step = fc.oneof(fc.record({ text: fc.oneof(fc.string(), fc.integer()) }), fc.constant(null));
const row = fc.record(
  {
    problem: fc.oneof(fc.string(), fc.constant(null)),
    steps: fc.oneof(fc.array(step), fc.constant(null), fc.string()),
    meta: fc.oneof(fc.object(), fc.constant([])),
    level: fc.oneof(fc.integer(), fc.double()),
    other: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

/** The same parts in schemas that say more of what is no property of theirs, or that cannot be taken apart. */
const schemas: Record<string, unknown>[] = [
  SCHEMA,
  { ...SCHEMA, additionalProperties: false },
  { ...SCHEMA, additionalProperties: { type: 'string' } },
  { ...SCHEMA, required: ['problem', 'steps'] },
  { ...SCHEMA, minProperties: 2 },
  { type: 'object', $defs: { steps: STEPS }, properties: { steps: { $ref: '#/$defs/steps' } } },
];

test('a row fits exactly when the whole schema takes it', () => {
  for (const schema of schemas) {
    const whole = z.fromJSONSchema(schema);
    const fits = rowValidator(schema);
    fc.assert(
      fc.property(fc.oneof(row, fc.jsonValue()), (made) => {
        const value = JSON.parse(JSON.stringify(made)) as Json;
        assert.equal(fits(value), whole.safeParse(value).success);
      }),
      { numRuns: 300 },
    );
  }
});
