import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { detectProfile } from '../../../src/core/profile/detect';
import { profileSchema } from '../../../src/core/profile/profile';
import { readRow } from '../../../src/core/profile/read-row';
import { genericProfile, shippedProfiles } from '../../../src/core/profile/shipped';
import type { Json } from '../../../src/core/row/json';
import { dataFolder, jsonlFiles, readRows } from '../real-data';
import { profileNamed } from './profiles';
import { assertSound, sourcesOf } from './readings';

const BASE = { id: 'x', title: 'X', about: 'X.', signature: [] };

function texts(row: Json, roles: object[]): Record<string, string[]> {
  const { problem, answers, others } = readRow(row, profileSchema.parse({ ...BASE, roles }));
  return {
    problem: problem.map(({ text }) => text),
    answers: answers.map(({ text }) => text),
    others: others.map(({ path }) => path.join('.')),
  };
}

test('the first path that the row has is taken, and claimed once', () => {
  const roles = [
    { role: 'problem', paths: [['a'], ['b'], ['c']] },
    { role: 'answer', paths: [['b'], ['c']] },
  ];
  assert.deepEqual(texts({ b: 'B', c: 'C', d: 'D' }, roles), {
    problem: ['B'],
    answers: ['C'],
    others: ['d'],
  });
  assert.deepEqual(texts({ a: null, c: 'C' }, roles), { problem: ['C'], answers: [], others: [] });
});

test('a value of another kind than expected stays among the others', () => {
  const roles = [{ role: 'problem', paths: [['a'], ['b']] }];
  assert.deepEqual(texts({ a: { x: 1 }, b: 'B' }, roles), { problem: ['B'], answers: [], others: ['a'] });
  for (const decoder of [
    'references',
    'step-list',
    'champ-steps',
    'champ-solutions',
    'messages',
    'solution',
    'prompt',
    'solutions',
    'model-solution',
    'labelled-steps',
    'prm800k-steps',
    'next-step',
    'preference',
    'stages',
    'program',
  ]) {
    const { others, traces } = readRow(
      { a: 5 },
      profileSchema.parse({ ...BASE, roles: [{ role: 'trace', paths: [['a']], decoder }] }),
    );
    assert.deepEqual([others.length, traces.length], [1, 0], decoder);
  }
});

test('a number or yes/no is shown as it is written, as plain text', () => {
  const reading = readRow({ answer: 0, problem: false }, profileNamed('generic'));
  assert.deepEqual(
    [...reading.answers, ...reading.problem].map(({ text, dialect }) => [text, dialect]),
    [
      ['0', 'plain'],
      ['false', 'plain'],
    ],
  );
});

test('a row that is no object is shown as it is', () => {
  for (const row of [[1], 'x', 3, null, true]) {
    assert.deepEqual(readRow(row, genericProfile).others, [{ path: [], value: row }]);
  }
});

test('keys like __proto__ are fields among others', () => {
  const row = JSON.parse('{"__proto__":{"problem":"x"},"constructor":"c","hasOwnProperty":1}') as Json;
  const reading = readRow(row, genericProfile);
  assert.deepEqual(reading.problem, []);
  assert.deepEqual(reading.others.map(({ path }) => path[0]).toSorted(), [
    '__proto__',
    'constructor',
    'hasOwnProperty',
  ]);
});

/** Any value in any profile: whatever the fields hold, reading them does not throw. */
test('no value of any field is too odd to be read', () => {
  const oddities: Json[] = [null, '', 0, -1, 1e999, true, [], {}, [null], [[]], [{}], ['x', 1], { a: null }];
  for (const profile of shippedProfiles) {
    const fields = new Set(profile.roles.flatMap(({ paths }) => paths.map(([first]) => String(first))));
    for (const field of fields) {
      for (const value of oddities) {
        const row: Json = { [field]: value, solution: { steps: value }, start_idx: value, end_idx: value };
        assert.doesNotThrow(() => readRow(row, profile), `${profile.id} ${field} ${JSON.stringify(value)}`);
      }
    }
  }
});

const READ = ['champ', 'gsm8k', 'math', 'processbench'];

const folder = dataFolder();
if (folder !== undefined) {
  for (const file of READ.flatMap((name) => jsonlFiles(folder, name))) {
    test(`every row of ${file} is read, whole and in order`, () => {
      const rows = readRows(folder, file) as Json[];
      const { profile } = detectProfile(rows.slice(0, 50), shippedProfiles);
      for (const [at, row] of rows.entries()) {
        const reading = readRow(row, profile);
        assertSound(row, reading, profile);
        assert.ok(
          sourcesOf(reading).some(({ text }) => text.trim() !== ''),
          `row ${at + 1} is blank`,
        );
      }
    });
  }

  test('the first rows of every other dataset are read soundly', () => {
    const groups = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const names = groups.map(({ name }) => name).filter((name) => !READ.includes(name));
    for (const file of names.flatMap((name) => jsonlFiles(folder, name))) {
      const rows = readRows(folder, file).slice(0, 100) as Json[];
      const { profile } = detectProfile(rows, shippedProfiles);
      for (const row of rows) assertSound(row, readRow(row, profile), profile);
    }
  });
}

test('every row of the samples is read soundly', () => {
  for (const name of ['champ/problems', 'champ/hints', 'champ/concepts']) {
    const rows = readRows(join('media', 'sample'), `${name}.jsonl`) as Json[];
    const { profile } = detectProfile(rows, shippedProfiles);
    for (const row of rows) assertSound(row, readRow(row, profile), profile);
  }
});
