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

test('a project names a schema by its file; one that cannot be used is said so, and all else holds', async (context) => {
  const files = { 'a.jsonl': { schema: 'a.schema.json' }, 'b.jsonl': { schema: 'b.schema.json' } };
  const folder = await folderWith(context, {
    'scholium.json': JSON.stringify({ files, checks: [{ rules: { 'schema/new-field': 'error' } }] }),
    'a.schema.json': JSON.stringify(SCHEMA),
    'b.schema.json': JSON.stringify({ type: 'object', unevaluatedProperties: false }),
  });
  const open = () => openProject(nodeFileStore, path.join(folder, 'scholium.json'));
  const project = await open();
  assert.deepEqual(
    project.faults.map(({ path: where, severity }) => [where, severity]),
    [['files["b.jsonl"].schema', 'error']],
  );
  assert.match(
    project.faults[0]?.message ?? '',
    /^b\.schema\.json: unevaluatedProperties is not supported\.$/,
  );
  const settings = checkSettings(project, path.join(folder, 'a.jsonl'), genericProfile);
  assert.deepEqual(settings['schema']?.options, { schema: SCHEMA });
  assert.equal(settings['schema/new-field']?.severity, 'error');
  assert.equal(checkSettings(project, path.join(folder, 'b.jsonl'), genericProfile)['schema'], undefined);
  await writeFile(path.join(folder, 'a.schema.json'), '[]');
  assert.match((await open()).faults[0]?.message ?? '', /a JSON Schema for rows is an object/);
});
