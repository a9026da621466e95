import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from '../temp-files';
import { runCli } from './run-cli';

const OWN = {
  id: 'own',
  title: 'Own',
  roles: [
    { role: 'problem', paths: [['frage']] },
    { role: 'trace', paths: [['weg']], decoder: 'solution' },
  ],
};
const ROW = '{"frage":"Wie viele?","weg":"<<1+1=3>> Drei."}\n';

function projectText(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

test('profile names the entry of scholium.json that decided, and render reads by it', async (context) => {
  const files = { 'a.jsonl': { profile: 'own' } };
  const folder = await folderWith(context, {
    'scholium.json': projectText({ profiles: [OWN], files }),
    'a.jsonl': ROW,
  });
  const file = path.join(folder, 'a.jsonl');
  const [line] = (await runCli('profile', file, '--format', 'jsonl')).lines();
  assert.equal(line?.['profile'], 'own');
  assert.match(String(line?.['why']), /scholium\.json line \d+ names it for “a\.jsonl”/);
  assert.deepEqual(line?.['rolesUsed'], ['problem', 'step', 'trace']);
  assert.match((await runCli('render', file, '--row', '1')).out, /Wie viele\?/);
});

test('checks are off, of another severity, or have options where scholium.json says so', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': ROW });
  const file = path.join(folder, 'a.jsonl');
  const severities = async (rules: unknown, args: string[] = []) => {
    const project = path.join(
      await folderWith(context, {
        'p.json': projectText({ profiles: [OWN], files: { '**': { profile: 'own' } }, checks: [{ rules }] }),
      }),
      'p.json',
    );
    const ended = await runCli(
      'check',
      file,
      '--profile',
      'own',
      '--project',
      project,
      '--format',
      'jsonl',
      ...args,
    );
    return ended.lines().map(({ rule, severity }) => [rule, severity]);
  };
  assert.deepEqual(await severities({}), [['calculator/wrong', 'warning']]);
  assert.deepEqual(await severities({ calculator: 'off' }), []);
  assert.deepEqual(await severities({ calculator: 'error' }), [['calculator/wrong', 'error']]);
  assert.deepEqual(await severities({ calculator: 'off', 'calculator/wrong': 'info' }), [
    ['calculator/wrong', 'info'],
  ]);
  assert.deepEqual(await severities({ calculator: { options: { tolerance: 0.5 } } }), []);
});

test('a bad scholium.json is told with its place, and the rest goes on', async (context) => {
  const folder = await folderWith(context, {
    'scholium.json': '{\n  "files": { "a.jsonl": { "profile": "nope" } }\n}',
    'a.jsonl': '{"question":"q","answer":"so\\n#### 5"}\n',
  });
  const { code, err, lines } = await runCli('profile', path.join(folder, 'a.jsonl'), '--format', 'jsonl');
  assert.equal(code, 3);
  assert.match(
    err,
    /scholium\.json:2:38: error: files\["a\.jsonl"\]\.profile: There is no profile “nope”\.\n$/,
  );
  assert.equal(lines()[0]?.['profile'], 'gsm8k');
});

test('an unknown section is a warning only, and a project file that is not there an error', async (context) => {
  const folder = await folderWith(context, { 'scholium.json': '{"later": 1}', 'a.jsonl': ROW });
  const file = path.join(folder, 'a.jsonl');
  const { code, err } = await runCli('profile', file);
  assert.equal(code, 0);
  assert.match(err, /warning: later: There is no section “later”/);
  const missing = await runCli('profile', file, '--project', path.join(folder, 'none.json'));
  assert.equal(missing.code, 3);
  assert.match(missing.err, /there is no such file/);
});

test('a split that the name does not tell is that of scholium.json', async (context) => {
  const row = (id: string) => `{"question":"q ${id}","seed_id":"s","answer":"1"}\n`;
  const folder = await folderWith(context, {
    'a.jsonl': row('a'),
    'b.jsonl': row('b'),
    'scholium.json': projectText({ files: { 'a.jsonl': { split: 'train' }, 'b.jsonl': { split: 'test' } } }),
  });
  const args = ['a.jsonl', 'b.jsonl'].map((name) => path.join(folder, name));
  const rules = (await runCli('check', ...args, '--format', 'jsonl')).lines().map(({ rule }) => rule);
  assert.ok(rules.includes('links/split'), String(rules));
});
