import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { genericProfile } from '../../../src/core/profile/shipped';
import {
  checkSettings,
  findProject,
  openProject,
  patternOf,
  profilesOf,
  settingOf,
} from '../../../src/core/project/project';
import type { Project } from '../../../src/core/project/project';
import { libraryOf } from '../../../src/core/concept/count-concepts';
import { readLibrary } from '../../../src/core/dataset/reference-library';
import { projectLibraries } from '../../../src/core/project/project-libraries';
import { readProject } from '../../../src/core/project/read-project';
import { folderWith } from '../temp-files';

function project(value: unknown): Project {
  return {
    ...readProject(JSON.stringify(value)),
    file: '/data/scholium.json',
    folder: '/data',
    schemas: new Map(),
  };
}

test('the project file nearest above is found, and none above the bound', async (context) => {
  const folder = await folderWith(context, { 'scholium.json': '{}' });
  const inner = path.join(folder, 'a', 'b');
  await mkdir(inner, { recursive: true });
  assert.equal(await findProject(nodeFileStore, inner), path.join(folder, 'scholium.json'));
  assert.equal(await findProject(nodeFileStore, inner, path.join(folder, 'a')), null);
  await writeFile(path.join(folder, 'a', 'scholium.json'), '\uFEFF{"checks": []}');
  const file = path.join(folder, 'a', 'scholium.json');
  assert.equal(await findProject(nodeFileStore, inner), file);
  assert.deepEqual((await openProject(nodeFileStore, file)).faults, []);
});

test('of patterns that match, the later stands, each for what it says', () => {
  const files = {
    'train/**': { split: 'train', profile: 'math' },
    '**/*.jsonl': { profile: 'gsm8k' },
    'other/*': { split: 'test' },
  };
  assert.deepEqual(settingOf(project({ files }), '/data/train/deep/a.jsonl'), {
    split: 'train',
    profile: 'gsm8k',
    by: '**/*.jsonl',
  });
});

test('a file whose name has the signs of patterns is matched by its own pattern, and by it alone', () => {
  const here = { folder: '/data', schemas: new Map() };
  const pattern = patternOf(here, '/data/a[1]*.jsonl');
  const of = project({ files: { [pattern]: { profile: 'math' } } });
  assert.equal(settingOf(of, '/data/a[1]*.jsonl').profile, 'math');
  assert.equal(settingOf(of, '/data/a1b.jsonl').profile, undefined);
});

test("one's own profile stands in the place of a shipped one with its id", () => {
  const own = { id: 'math', title: 'Own', roles: [] };
  const found = profilesOf(project({ profiles: [own] })).filter(({ id }) => id === 'math');
  assert.deepEqual(
    found.map(({ title }) => title),
    ['Own'],
  );
});

test('settings of checks hold for their files and their profile', () => {
  const of = project({
    checks: [
      { rules: { calculator: { severity: 'info', options: { tolerance: 0.1 } } } },
      { files: ['x/*'], rules: { calculator: 'off' } },
      { profile: 'math', rules: { schema: 'off' } },
    ],
  });
  assert.deepEqual(checkSettings(of, '/data/a.jsonl', genericProfile), {
    calculator: { severity: 'info', options: { tolerance: 0.1 } },
  });
  assert.deepEqual(checkSettings(of, '/data/x/a.jsonl', genericProfile), {
    calculator: { severity: 'off', options: { tolerance: 0.1 } },
  });
  assert.deepEqual(checkSettings(null, '/data/a.jsonl', genericProfile), {});
});

test('files that are named as libraries are found below the folder', async (context) => {
  const folder = await folderWith(context, { 'c.jsonl': '', 'd.jsonl': '' });
  await mkdir(path.join(folder, 'lib'));
  await writeFile(path.join(folder, 'lib', 'c.jsonl'), '');
  const files = { '**/c.jsonl': { library: true }, 'd.jsonl': { library: false } };
  const of = { ...project({ files }), folder };
  assert.deepEqual(await projectLibraries(of), {
    named: [path.join(folder, 'c.jsonl'), path.join(folder, 'lib', 'c.jsonl')],
    refused: [path.join(folder, 'd.jsonl')],
  });
});

test('the pattern that comes last says whether a file is a library', async (context) => {
  const folder = await folderWith(context, { 'c.jsonl': '', 'd.jsonl': '' });
  const files = { '*.jsonl': { library: true }, 'd.jsonl': { library: false } };
  assert.deepEqual(await projectLibraries({ ...project({ files }), folder }), {
    named: [path.join(folder, 'c.jsonl')],
    refused: [path.join(folder, 'd.jsonl')],
  });
});

test('a file beside a dataset that the project says is no library is none', async (context) => {
  const entry = '{"id": "C_1", "name": "pigeonhole principle", "text": "More pigeons than holes."}\n';
  const folder = await folderWith(context, { 'concepts.jsonl': entry, 'rows.jsonl': '{"question":"q"}\n' });
  const dataset = path.join(folder, 'rows.jsonl');
  const entries = async (files: Record<string, { library: boolean }>) => {
    const libraries = await projectLibraries({ ...project({ files }), folder });
    const asked = {
      dataset,
      profile: genericProfile,
      elsewhere: [path.join(folder, 'concepts.jsonl')],
      libraries,
    };
    return [
      (await readLibrary(nodeFileStore, dataset, genericProfile, libraries)).size,
      (await libraryOf(nodeFileStore, asked)).length,
    ];
  };
  assert.deepEqual(await entries({}), [1, 1]);
  assert.deepEqual(await entries({ 'concepts.jsonl': { library: false } }), [0, 0]);
});
