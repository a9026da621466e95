import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { shippedProfiles } from '../../../src/core/profile/shipped';

const table = readFileSync(join('docs', 'datasets.md'), 'utf8');
const readme = readFileSync('README.md', 'utf8');
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
