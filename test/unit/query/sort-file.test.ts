import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { walkRows } from '../../../src/core/dataset/row-reader';
import { QueriedRow } from '../../../src/core/query/queried-row';
import { sortFile } from '../../../src/core/query/sort-file';
import { compareRows, sortKeyReader } from '../../../src/core/query/sort-keys';
import type { SortDirection } from '../../../src/core/query/sort-keys';
import { noFacts } from '../../../src/core/query/state-facts';
import { datasets, memoryFile, profile } from './rows';

async function sorted(bytes: Buffer, field: string, direction: SortDirection, rows: number[] | null = null) {
  const order = { field, direction, rows: rows && Uint32Array.from(rows) };
  return [...(await sortFile(memoryFile(bytes), profile, order, () => undefined))];
}

const VALUES = [
  '"Level 10"',
  '9.5',
  'null',
  '"level 9"',
  '"10"',
  '"Étude"',
  '-3',
  '"f"',
  '""',
  '"e"',
  '[1,2]',
  '"Level 9"',
];
const BYTES = Buffer.from(VALUES.map((value) => `{"v":${value}}`).join('\n'));
const named = (order: number[]) => order.map((row) => VALUES[row]);

test('numbers come first, then texts with their numbers in order, then rows without a value', async () => {
  const ascending = [
    '-3',
    '[1,2]',
    '9.5',
    '"10"',
    '"e"',
    '"Étude"',
    '"f"',
    '"level 9"',
    '"Level 9"',
    '"Level 10"',
    'null',
    '""',
  ];
  assert.deepEqual(named(await sorted(BYTES, 'v', 'ascending')), ascending);
  const descending = [
    '"10"',
    '9.5',
    '[1,2]',
    '-3',
    '"Level 10"',
    '"level 9"',
    '"Level 9"',
    '"f"',
    '"Étude"',
    '"e"',
    'null',
    '""',
  ];
  assert.deepEqual(named(await sorted(BYTES, 'v', 'descending')), descending);
});

test('only the rows that are asked for are sorted, and measures sort as well', async () => {
  assert.deepEqual(await sorted(BYTES, 'v', 'ascending', [0, 3, 6, 8]), [6, 3, 0, 8]);
  assert.deepEqual(await sorted(BYTES, 'length(v)', 'descending', [0, 1, 3]), [0, 3, 1]);
  await assert.rejects(sorted(BYTES, 'a b', 'ascending'), /not the name of a field/);
});

test('the order of a file is that of comparing its rows one by one', async () => {
  const texts = fc
    .array(fc.string({ unit: 'binary', maxLength: 90 }))
    .map((all) => Buffer.from(all.map((note) => JSON.stringify({ note })).join('\n')));
  const fields = fc.constantFrom('note', 'level', 'step', 'count(step)');
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(datasets, texts),
      fields,
      fc.constantFrom<SortDirection>('ascending', 'descending'),
      async (bytes, field, direction) => {
        const keyOf = sortKeyReader(field, profile);
        const rows = [];
        for await (const raw of walkRows(memoryFile(bytes))) {
          const { readable } = new QueriedRow(raw, profile, noFacts);
          rows.push({ row: raw.number, key: readable && (keyOf?.(readable) ?? null) });
        }
        const expected = rows.toSorted((a, b) => compareRows(a, b, direction)).map(({ row }) => row);
        assert.deepEqual(await sorted(bytes, field, direction), expected);
      },
    ),
    { numRuns: 300 },
  );
});
