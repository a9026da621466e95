import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsInLines } from '../../../src/core/row/rows-in-lines';
import { digest } from '../../../src/core/row/key';

const rule = { id: ['id'] };
const rowOf = (id: number) => JSON.stringify({ id: `r${id}`, problem: 'What is $1 + 1$?' });
const rows = (count: number) => Array.from({ length: count }, (_, id) => rowOf(id));

/** Lines that count how many of them were looked at. */
function counted(texts: readonly string[]) {
  const seen = new Set<number>();
  const line = (at: number) => {
    seen.add(at);
    return texts[at];
  };
  return { seen, count: texts.length, line };
}

const placesOf = (found: Awaited<ReturnType<typeof rowsInLines>>) =>
  Object.fromEntries([...found].map(([key, { line }]) => [key, line]));

test('rows that stand where they stood cost no other line', async () => {
  const lines = counted(rows(1000));
  const sought = [
    { key: 'id:r700', number: 700 },
    { key: 'id:r3', number: 3 },
  ];
  const found = await rowsInLines(lines, rule, sought);
  assert.deepEqual(placesOf(found), { 'id:r3': 3, 'id:r700': 700 });
  assert.deepEqual([...lines.seen].sort(), [3, 700]);
  assert.equal(found.get('id:r3')?.hash, digest(rowOf(3)));
});

test('of rows that moved together only the first is looked for', async () => {
  const lines = counted([rowOf(9001), rowOf(9002), ...rows(1000)]);
  const sought = [10, 400, 900].map((number) => ({ key: `id:r${number}`, number }));
  const found = await rowsInLines(lines, rule, sought);
  assert.deepEqual(placesOf(found), { 'id:r10': 12, 'id:r400': 402, 'id:r900': 902 });
  assert.ok(lines.seen.size < 10, `${lines.seen.size} lines were looked at`);
});

test('a row that went far is found, and one that is gone is missing', async () => {
  const texts = rows(2000);
  texts.push(...texts.splice(0, 1));
  const sought = [
    { key: 'id:r0', number: 0 },
    { key: 'id:gone', number: 5 },
  ];
  assert.deepEqual(placesOf(await rowsInLines(counted(texts), rule, sought)), { 'id:r0': 1999 });
});

test('rows known by their bytes are told by them; lines that are no JSON have keys as well', async () => {
  const texts = ['', '{"broken', '{"a": 1}'];
  const sought = texts.map((text, number) => ({ key: `bytes:${digest(text)}`, number: number + 1 }));
  const found = await rowsInLines(counted(texts), {}, sought);
  assert.deepEqual(Object.values(placesOf(found)), [0, 1, 2]);
  assert.equal(found.get(`bytes:${digest('{"broken')}`)?.value, undefined);
});

test('it stops once nobody wants it any more', async () => {
  const lines = counted(rows(5000));
  const found = await rowsInLines(lines, rule, [{ key: 'id:gone', number: 0 }], () => lines.seen.size > 900);
  assert.equal(found.size, 0);
  assert.ok(lines.seen.size < 1000);
});
