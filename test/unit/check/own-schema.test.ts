import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { startChecks } from '../../../src/core/check/run-checks';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { typesetFault } from '../../../src/core/maths/typeset-fault';
import { genericProfile } from '../../../src/core/profile/shipped';
import { checkSettings, openProject } from '../../../src/core/project/project';
import { folderWith } from '../temp-files';
import { rawRow } from './rows';

const SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['problem', 'level'],
  properties: {
    problem: { type: 'string', 'x-confidence': { type: 0.99 } },
    level: { type: 'integer', minimum: 1, maximum: 5 },
    subject: { enum: ['Algebra', 'Number Theory', null] },
  },
  additionalProperties: false,
};

function found(schema: object, row: object) {
  const check = startChecks(genericProfile, typesetFault, { schema: { options: { schema } } });
  const { findings } = check(rawRow(0, JSON.stringify(row)));
  return findings
    .filter((finding) => finding.check === 'schema')
    .map(({ rule, message }) => `${rule} ${message}`);
}

test('rows are held against a schema of one’s own: types, ranges, spelling, missing and new fields', () => {
  assert.deepEqual(found(SCHEMA, { problem: 'p', level: 3, subject: 'Algebra' }), []);
  assert.deepEqual(found(SCHEMA, { problem: 7, level: 9, subject: 'number theory', id: 'a', tags: [] }), [
    'schema/invalid-type problem must be text, not number.',
    'schema/too-big level is too big (at most 5).',
    'schema/invalid-union subject must be "Algebra" or "Number Theory" or null, not "number theory": it is spelled "Number Theory".',
    'schema/new-field id is a new field: the schema does not name it.',
    'schema/new-field tags is a new field: the schema does not name it.',
  ]);
  assert.deepEqual(found(SCHEMA, { problem: 'p' }), ['schema/missing level is missing.']);
  assert.deepEqual(found({ type: 'object', properties: { a: { enum: ['x', 'y'] } } }, { a: 'z' }), [
    'schema/invalid-value a must be "x" or "y", not "z".',
  ]);
});

/** A schema that zod cannot take: what follows from another field, and what nothing else names. */
const WHOLE = {
  type: 'object',
  required: ['id'],
  properties: {
    id: true,
    kind: { enum: ['proof', 'answer'] },
    proof: { type: 'string', minLength: 1 },
    answer: { type: ['integer', 'string'] },
    steps: {
      type: 'array',
      contains: { properties: { final: { const: true } }, required: ['final'] },
      items: { type: 'object', properties: { 'text/plain': { type: 'string' } } },
    },
    choices: { type: 'array', uniqueItems: true, maxItems: 4 },
    level: { oneOf: [{ type: 'integer', maximum: 5 }, { const: 'hard' }] },
  },
  patternProperties: { '^x-': { type: 'boolean' } },
  dependentRequired: { choices: ['answer'] },
  ...(JSON.parse(
    '{ "if": { "properties": { "kind": { "const": "proof" } }, "required": ["kind"] }, "then": { "required": ["proof"] } }',
  ) as object),
  unevaluatedProperties: false,
};

test('keywords that zod cannot take are honoured, and what does not fit is told at its path', () => {
  const fine = { id: 7, kind: 'answer', answer: 4, 'x-seen': true, level: 'hard' };
  assert.deepEqual(found(WHOLE, fine), []);
  assert.deepEqual(found(WHOLE, { kind: 'proof', choices: ['a', 'a'] }), [
    'schema/missing proof is missing.',
    'schema/missing id is missing.',
    'schema/missing answer is missing, as choices is there.',
    'schema/repeated-item choices has an item twice.',
  ]);
  assert.deepEqual(found(WHOLE, { ...fine, kind: 'Proof', answer: 0.5, proof: '', level: 9, 'x-seen': 1 }), [
    'schema/invalid-value kind must be "proof" or "answer", not "Proof": it is spelled "proof".',
    'schema/too-small proof is empty.',
    'schema/invalid-type answer must be a whole number or text, not number.',
    'schema/invalid-union level must fit exactly one of the 2 ways that the schema allows.',
    'schema/invalid-type ["x-seen"] must be true or false, not number.',
  ]);
  assert.deepEqual(found(WHOLE, { ...fine, steps: [{ 'text/plain': 3 }], choices: [1, 2, 3, 4, 5] }), [
    'schema/invalid-type steps[0]["text/plain"] must be text, not number.',
    'schema/contains steps has no items of the kind that it must contain.',
    'schema/too-big choices is too big (at most 4).',
  ]);
  assert.deepEqual(found(WHOLE, { ...fine, note: '' }), [
    'schema/new-field note is a new field: the schema does not allow it here.',
  ]);
  assert.deepEqual(found({ type: 'object', required: ['id'] }, {}), ['schema/missing id is missing.']);
  assert.deepEqual(found({ properties: { a: { pattern: "^x$'" } } }, { a: 'y' }), [
    `schema/invalid-format a does not have the form "^x$'".`,
  ]);
  const closed = {
    properties: { a: { not: { type: 'null' } } },
    propertyNames: { maxLength: 3 },
    additionalProperties: false,
  };
  assert.deepEqual(found(closed, { a: null, long: 1 }), [
    'schema/invalid-key long is a key that the schema does not allow.',
    'schema/not-allowed a is what the schema says it must not be.',
    'schema/new-field long is a new field: the schema does not allow it here.',
  ]);
});

test('a project names a schema by its file; one that cannot be used is said so, and all else holds', async (context) => {
  const files = { 'a.jsonl': { schema: 'a.schema.json' }, 'b.jsonl': { schema: 'b.schema.json' } };
  const folder = await folderWith(context, {
    'scholium.json': JSON.stringify({ files, checks: [{ rules: { 'schema/new-field': 'error' } }] }),
    'a.schema.json': JSON.stringify(SCHEMA),
    'b.schema.json': '{\n  "type": "object",\n  "properties": { "a": { "minimum": "1" } }\n}',
  });
  const open = () => openProject(nodeFileStore, path.join(folder, 'scholium.json'));
  const project = await open();
  assert.deepEqual(
    project.faults.map(({ path: where, severity }) => [where, severity]),
    [['files["b.jsonl"].schema', 'error']],
  );
  assert.equal(project.faults[0]?.message, 'b.schema.json:3:37: properties.a.minimum must be a number.');
  const settings = checkSettings(project, path.join(folder, 'a.jsonl'), genericProfile);
  assert.deepEqual(settings['schema']?.options, { schema: SCHEMA });
  assert.equal(settings['schema/new-field']?.severity, 'error');
  assert.equal(checkSettings(project, path.join(folder, 'b.jsonl'), genericProfile)['schema'], undefined);
  await writeFile(path.join(folder, 'a.schema.json'), '{ "type": "object", }');
  assert.match((await open()).faults[0]?.message ?? '', /^a\.schema\.json:1:21: not JSON: /);
  await writeFile(path.join(folder, 'a.schema.json'), '[]');
  assert.match((await open()).faults[0]?.message ?? '', /a JSON Schema for rows is an object/);
});
