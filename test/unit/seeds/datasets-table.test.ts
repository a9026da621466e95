import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseQuery } from '../../../src/core/query/parse-query';
import { shippedProfiles } from '../../../src/core/profile/shipped';

const table = readFileSync(join('docs', 'datasets.md'), 'utf8');
const readme = readFileSync('README.md', 'utf8');
const checks = ['checks.md', 'pictures.md'].map((page) => readFileSync(join('docs', page), 'utf8')).join();
const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: { keybindings: { key: string }[] };
};
const keys = new Set(contributes.keybindings.map(({ key }) => key));
const tests = readdirSync(join('test', 'unit', 'seeds')).filter((name) => /^\d\d-/.test(name));

/** The rows of the first table: number and profile. */
const rows = [...table.matchAll(/^\| +(\d+) +\|[^|]*\|[^|]*\| `([a-z0-9-]+)` +\|/gm)].map(
  ([, number, profile]) => ({ number: Number(number), profile: profile ?? '' }),
);

test('the table has the 46 systems in their order', () => {
  assert.deepEqual(
    rows.map(({ number }) => number),
    Array.from({ length: 46 }, (_, at) => at + 1),
  );
});

test('for each there is something to do, by keys, commands, rules and queries that exist', () => {
  const todo = table.slice(table.indexOf('## What to do with them'), table.indexOf('More on each:'));
  const lines = [...todo.matchAll(/^\| +(\d+) +\| (.*) \|$/gm)].map(([, number, words = '']) => ({
    number,
    words,
  }));
  assert.deepEqual(
    lines.map(({ number }) => Number(number)),
    Array.from({ length: 46 }, (_, at) => at + 1),
  );
  for (const { number, words } of lines) {
    const named = [...words.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    assert.ok(named.length > 0, `${number} names nothing`);
    for (const name of named) assert.ok(exists(name), `${number}: ${name}`);
  }
});

function exists(name: string): boolean {
  if (name.startsWith('/ ')) return parseQuery(name.slice(2)).faults.length === 0;
  if (/^[a-z]+\/(?:[a-z-]+|\*)$/.test(name)) return checks.includes(`\`${name.replace('*', '')}`);
  const key = name
    .toLowerCase()
    .replace('⇧', 'shift+')
    .replace('⌥', 'alt+')
    .replace('↑', 'up')
    .replace('↓', 'down');
  if (keys.has(key)) return true;
  const [command = ''] = name.split(' ');
  return existsSync(join('src', 'cli', `${command}.ts`));
}

test('every profile that the documents name is shipped, and every shipped one is named', () => {
  const shipped = new Set(shippedProfiles.map(({ id }) => id));
  for (const { number, profile } of rows) assert.ok(shipped.has(profile), `${number} ${profile}`);
  const named = new Set(
    [...`${table}${readme}`.matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)*)`/g)].map(([, name]) => name),
  );
  assert.deepEqual(
    [...shipped].filter((id) => !named.has(id)),
    [],
  );
});

test('every system has its test, which holds the profile that the table names', () => {
  for (const { number, profile } of rows) {
    const file = tests.find((name) => name.startsWith(`${String(number).padStart(2, '0')}-`));
    assert.ok(file, `no test for number ${number}`);
    const source = readFileSync(join('test', 'unit', 'seeds', file), 'utf8');
    assert.match(source, new RegExp(`profile[^;]*'${profile}'`), `${number} ${profile}`);
  }
});
