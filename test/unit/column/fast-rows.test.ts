import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { dataFolder } from '../real-data';
import { seeded } from '../seeded';
import type { Chance } from '../seeded';
import { countedBothWays, rowText } from './row-texts';

test('rows counted by their bytes and by parsing give the same statistics', () => {
  fc.assert(
    fc.property(fc.array(rowText, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (rows, end) => {
      const { fast, plain } = countedBothWays(Buffer.from(rows.map((row) => row + end).join('')));
      assert.deepEqual(fast, plain);
    }),
    { numRuns: 2000 },
  );
});

test('rows that are not UTF-8 are counted as they are read: with signs for what is no character', () => {
  const bad = Buffer.concat([
    Buffer.from('{"a":"'),
    Buffer.from([0xff, 0xf0, 0x9f]),
    Buffer.from('b"}\n{"a":"b"}\n'),
  ]);
  const { fast, plain } = countedBothWays(bad);
  assert.deepEqual(fast, plain);
  assert.deepEqual(fast.columns[0]?.length?.max, 3);
});

test('a key that a row has twice counts once, with its last value', () => {
  const { fast } = countedBothWays(Buffer.from('{"a":1,"b":2,"a":"x"}\n{"a":"y","m":{"k":1,"k":null}}\n'));
  const [a, , , inner] = fast.columns;
  assert.deepEqual([a?.present, a?.kinds.text, a?.kinds.number], [2, 2, 0]);
  assert.deepEqual([inner?.field, inner?.present, inner?.kinds.null], ['m.k', 1, 1]);
});

test('a key that a row has in two spellings has its last value, whatever was parsed before', () => {
  const object = String.raw`{"a":"first","\u0061":false,"\\":[]}`;
  const { fast, plain } = countedBothWays(Buffer.from(`{"z":${object}}\n{"z":${object},"b":1}\n`));
  assert.deepEqual(fast, plain);
  assert.deepEqual(fast.columns.find(({ field }) => field === 'z.a')?.top, [{ value: false, count: 2 }]);
});

test('rows with more fields than there is room for give the same statistics, in whatever order their keys come', () => {
  for (let seed = 0; seed < 60; seed++) {
    const { fast, plain } = countedBothWays(
      Buffer.from(rowsOfManyKeys(seeded(seed), [60, 300, 1000][seed % 3]!)),
    );
    assert.deepEqual(fast, plain, `seed ${seed}`);
  }
});

/** Keys that are numbers (parsing puts them first), keys spelt in two ways, and now and then one twice. */
function rowsOfManyKeys(chance: Chance, different: number): string {
  const key = () => {
    const number = chance.below(different);
    return number % 3 === 0 ? `${number}` : number % 3 === 1 ? `k${number}` : `\\u006b${number - 1}`;
  };
  const object = (inner: boolean): string => {
    const value = () => (inner && chance.below(4) === 0 ? object(false) : '1');
    return `{${Array.from({ length: chance.below(40) }, () => `"${key()}":${value()}`).join(',')}}`;
  };
  return Array.from({ length: 1 + chance.below(12) }, () => `${object(true)}\n`).join('');
}

test('texts that are the same are one value however they are spelt', () => {
  const { fast } = countedBothWays(Buffer.from('{"a":"é/"}\n{"a":"\\u00e9\\/"}\n{"a":"\\u00E9/"}\n'));
  assert.deepEqual(fast.columns[0]?.distinct, { count: 1, error: 0 });
  assert.deepEqual(fast.columns[0]?.top, [{ value: 'é/', count: 3 }]);
});

test('a row with more values than there is room for is counted whole', () => {
  const many = Array.from({ length: 50_000 }, (_, at) => at % 7);
  const { fast, plain } = countedBothWays(
    Buffer.from(`{"a":1}\n${JSON.stringify({ a: 2, many })}\n{"a":3}\n`),
  );
  assert.deepEqual(fast, plain);
  assert.equal(fast.columns.find(({ field }) => field === 'many')?.listLength?.max, 50_000);
});

test('a dataset whose keys are values does not get a column for each', () => {
  const rows = Array.from({ length: 3000 }, (_, at) =>
    JSON.stringify({ id: at, by: { [`model ${at}`]: 1 }, [`key ${at}`]: 2 }),
  );
  const { fast, plain } = countedBothWays(Buffer.from(`${rows.join('\n')}\n`));
  assert.equal(fast.columns.length, 200);
  assert.equal(fast.columns.filter(({ field }) => field.startsWith('by[')).length, 40);
  assert.deepEqual(fast, plain);
  assert.equal(fast.leftOut, 3000 - 40 + 3000 - (200 - 2 - 40));
});

test('more different values than are kept give the same statistics: those that come again are kept apart from those that do not', () => {
  const chance = seeded(11);
  const rows = Array.from({ length: 40_000 }, (_, at) =>
    JSON.stringify({
      id: `row ${at}`,
      tag: `tag ${chance.below(4) === 0 ? chance.below(5) : chance.below(30_000)}`,
      level: chance.below(4000),
      score: chance.below(2) === 0 ? chance.below(20_000) / 8 : null,
      names: [`name ${chance.below(25_000)}`, at % 3 === 0],
      text: 'x'.repeat(chance.below(3000)),
    }),
  );
  const { fast, plain } = countedBothWays(Buffer.from(`${rows.join('\n')}\n`));
  assert.deepEqual(fast, plain);
  const [id, level, names, score, tag] = fast.columns;
  assert.ok([id, names, tag].every((column) => (column?.distinct.error ?? 0) > 0));
  assert.ok([level, score].every((column) => (column?.number?.count ?? 0) > 0));
  assert.deepEqual(
    tag?.top
      .slice(0, 5)
      .map(({ value }) => value)
      .sort(),
    [0, 1, 2, 3, 4].map((number) => `tag ${number}`),
  );
});

test('real datasets are counted the same by their bytes and by parsing', () => {
  const folder = dataFolder();
  if (!folder) return;
  for (const name of [
    'champ/problems.jsonl',
    'math/math500_test.jsonl',
    'gsm8k/test.jsonl',
    'mathreal/testmini.jsonl',
  ]) {
    const rows = readFileSync(join(folder, name));
    const { fast, plain } = countedBothWays(
      rows.at(-1) === 0x0a ? rows : Buffer.concat([rows, Buffer.from('\n')]),
    );
    assert.deepEqual(fast, plain, name);
    assert.ok(fast.columns.length > 1, name);
  }
});
