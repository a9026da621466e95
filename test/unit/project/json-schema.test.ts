import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import * as z from 'zod';
import { projectJsonSchema } from '../../../src/core/project/json-schema';

test('the schema that is shipped is made of the sections as they are', async () => {
  const shipped: unknown = JSON.parse(await readFile('dist/scholium.schema.json', 'utf8'));
  assert.deepEqual(shipped, JSON.parse(JSON.stringify(projectJsonSchema())));
});

test('it says of every section what it is, and completes ids', () => {
  const schema = projectJsonSchema();
  assert.deepEqual(Object.keys(schema.properties ?? {}), [
    '$schema',
    'profiles',
    'files',
    'checks',
    'benchmarks',
    'schemes',
    'queues',
  ]);
  for (const name of ['profiles', 'files', 'checks', 'benchmarks', 'schemes', 'queues'])
    assert.equal(typeof schema.properties?.[name]?.['description'], 'string');
  const benchmark = schema.properties?.['benchmarks']?.items?.properties;
  assert.match(JSON.stringify(benchmark?.['profile']), /"gsm8k"/);
  const rules = schema.properties?.['checks']?.items?.properties?.['rules'];
  assert.deepEqual(Object.keys(rules?.properties ?? {}).slice(0, 3), ['json', 'schema', 'calculator']);
  assert.match(JSON.stringify(rules?.properties?.['calculator']), /tolerance/);
  assert.match(String(rules?.properties?.['hygiene']?.['description']), /signs/);
  for (const rule of ['hygiene/look-alike', 'answer/leaked', 'steps/right-answer', 'links/split'])
    assert.ok(rules?.properties?.[rule], rule);
});

test('it takes a project and refuses a wrong one', () => {
  const schema = z.fromJSONSchema(projectJsonSchema());
  const own = { id: 'own', title: 'Own', roles: [{ role: 'problem', paths: [['q']] }] };
  assert.ok(schema.safeParse({ profiles: [own], later: {} }).success);
  assert.ok(
    !schema.safeParse({ profiles: [{ ...own, roles: [{ role: 'riddle', paths: [['q']] }] }] }).success,
  );
});
