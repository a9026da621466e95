import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareFiles } from '../../../src/core/compare/compare-files';
import { FAULTS, faultyStore, memoryDisk } from '../dataset/memory-files';
import { BY_ID, compared, inShort } from './compared';

const row = (id: string | number | null, text: string) =>
  JSON.stringify({ ...(id === null ? {} : { id }), text });
const file = (...rows: string[]) => rows.map((text) => `${text}\n`).join('');

test('the same rows have no differences', async () => {
  const { counts, differences } = await compared(
    file(row(1, 'a'), row(2, 'b')),
    file(row(1, 'a'), row(2, 'b')),
  );
  assert.deepEqual(differences, []);
  assert.deepEqual(counts, {
    added: 0,
    removed: 0,
    changed: 0,
    moved: 0,
    unchanged: 2,
    oldRows: 2,
    newRows: 2,
  });
});

test('line ends, a byte order mark and a missing last line feed make no difference', async () => {
  const { counts } = await compared('{"id":1}\n{"id":2}\n', '\ufeff{"id":1}\r\n{"id":2}');
  assert.equal(counts.unchanged, 2);
  assert.equal(counts.oldRows + counts.newRows, 4);
});

test('rows are known by their key, wherever they stand', async () => {
  const { differences } = await compared(
    file(row(1, 'a'), row(2, 'b'), row(3, 'c')),
    file(row(3, 'C'), row(1, 'a'), row(4, 'd')),
  );
  assert.deepEqual(inShort(differences), ['changed 2 0', 'removed 1 -', 'added - 2']);
});

test('a removed row stands after the row that it followed, or first', async () => {
  const { differences } = await compared(
    file(row(1, 'a'), row(2, 'b'), row(3, 'c'), row(4, 'd'), row(5, 'e')),
    file(row(2, 'b'), row(9, 'z'), row(5, 'E')),
  );
  assert.deepEqual(inShort(differences), [
    'removed 0 -',
    'removed 2 -',
    'removed 3 -',
    'added - 1',
    'changed 4 2',
  ]);
});

test('one row put elsewhere is one row moved', async () => {
  const rows = Array.from({ length: 9 }, (_, at) => row(at, 'x'));
  const moved = [rows[7], ...rows.slice(0, 7), rows[8]].map(String);
  const { differences } = await compared(file(...rows), file(...moved));
  assert.deepEqual(inShort(differences), ['moved 7 0']);
});

test('rows with the same key are paired by their bytes, then by their place among each other', async () => {
  const { differences } = await compared(
    file(row(1, 'a'), row(1, 'b'), row(1, 'c')),
    file(row(1, 'c'), row(1, 'x'), row(1, 'y')),
  );
  assert.deepEqual(inShort(differences), ['moved 2 0', 'changed 0 1', 'changed 1 2']);
});

test('equal rows are paired one by one, and what is too many is added or removed', async () => {
  const same = row(null, 'a');
  const { differences, counts } = await compared(file(same, same, same), file(same, same));
  assert.deepEqual(inShort(differences), ['removed 2 -']);
  assert.equal(counts.unchanged, 2);
});

test('a row that no id names keeps its place when its text is edited', async () => {
  const { differences } = await compared(
    file(row(null, 'a'), row(null, 'b'), row(null, 'c')),
    file(row(null, 'a'), row(null, 'B'), row(null, 'c')),
  );
  assert.deepEqual(inShort(differences), ['changed 1 1']);
});

test('where a place holds more rows than before, nobody guesses which is which', async () => {
  const { differences } = await compared(
    file(row(null, 'a'), row(null, 'b')),
    file(row(null, 'a'), row(null, 'B'), row(null, 'C')),
  );
  assert.deepEqual(inShort(differences), ['removed 1 -', 'added - 1', 'added - 2']);
});

test('a row with another id is another row, even at the same place', async () => {
  const { differences } = await compared(file(row(1, 'a')), file(row(2, 'a')));
  assert.deepEqual(inShort(differences), ['removed 0 -', 'added - 0']);
});

test('rows that are not JSON, and blank lines, are rows too', async () => {
  const { differences } = await compared('{"id":1}\n{broken\n\n', '{"id":1}\n{mended\n\n\n');
  assert.deepEqual(inShort(differences), ['changed 1 1', 'added - 3']);
});

test('an empty file has no rows', async () => {
  const { counts, differences } = await compared('', file(row(1, 'a')));
  assert.deepEqual(inShort(differences), ['added - 0']);
  assert.equal(counts.oldRows, 0);
});

test('every row is told of once, and equal rows are always found', async () => {
  const rows = fc.array(
    fc.record({ id: fc.option(fc.integer({ min: 0, max: 5 })), text: fc.constantFrom('a', 'b', 'c') }),
    { maxLength: 14 },
  );
  const textOf = (list: { id: number | null; text: string }[]) => list.map(({ id, text }) => row(id, text));
  await fc.assert(
    fc.asyncProperty(rows, rows, async (before, after) => {
      const [old, now] = [textOf(before), textOf(after)];
      const { differences, counts } = await compared(file(...old), file(...now));
      assert.equal(counts.removed + counts.changed + counts.moved + counts.unchanged, old.length);
      assert.equal(counts.added + counts.changed + counts.moved + counts.unchanged, now.length);
      const told = differences
        .flatMap(({ oldRow, newRow }) => [`o${oldRow}`, `n${newRow}`])
        .filter((name) => !name.endsWith('null'));
      assert.equal(new Set(told).size, told.length);
      for (const { kind, oldRow, newRow } of differences) {
        const [one, other] = [old[oldRow ?? -1], now[newRow ?? -1]];
        assert.equal(one === undefined, kind === 'added');
        assert.equal(other === undefined, kind === 'removed');
        assert.equal(one === other, kind === 'moved');
      }
      const equal = [...new Set(old)].map((text) => Math.min(times(old, text), times(now, text)));
      assert.equal(
        counts.unchanged + counts.moved,
        equal.reduce((sum, count) => sum + count, 0),
      );
      const places = differences.flatMap(({ newRow }) => newRow ?? []);
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      );
    }),
    { numRuns: 400 },
  );
});

test('rows that kept their id are never told as removed and added', async () => {
  const versions = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(versions, versions, async (before, after) => {
      const { counts } = await compared(
        file(...before.map((id) => row(id, 'old'))),
        file(...after.map((id) => row(id, 'new'))),
      );
      assert.equal(counts.changed, before.filter((id) => after.includes(id)).length);
    }),
  );
});

test('a failing disk fails the comparison, and no file stays open', async () => {
  const { files, store } = memoryDisk({ before: file(row(1, 'a')), after: file(row(1, 'b')) });
  assert.equal(files.size, 2);
  for (const fault of FAULTS.filter((kind) => kind !== 'shorten')) {
    for (let n = 0; n < 8; n++) {
      const disk = memoryDisk({ before: file(row(1, 'a')), after: file(row(1, 'b')) });
      const { store: faulty } = faultyStore(disk.store, fault, n);
      await assert.rejects(compareOn(faulty), /disk is broken/, `${fault} ${n}`);
      assert.equal(disk.open, 0);
    }
  }
  await compareOn(store);
});

test('a file that changes meanwhile is not judged', async () => {
  const { store } = memoryDisk({ before: file(row(1, 'a')), after: file(row(1, 'b')) });
  let asked = 0;
  const changing = {
    ...store,
    facts: async (path: string) => ({ ...(await store.facts(path)), mtimeMs: asked++ }),
  };
  await assert.rejects(compareOn(changing), /before changed while it was compared/);
});

function compareOn(store: Parameters<typeof compareFiles>[0]) {
  const nobody = { onProgress: () => undefined, onBatch: () => undefined };
  return compareFiles(store, { oldFile: 'before', newFile: 'after', rule: BY_ID }, nobody);
}

function times(list: string[], text: string): number {
  return list.filter((other) => other === text).length;
}
