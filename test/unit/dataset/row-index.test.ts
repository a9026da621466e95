import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RowIndex } from '../../../src/core/dataset/row-index';
import { HOSTILE_FILES } from './hostile-files';
import { memoryFile } from './memory-files';
import { plainRows } from './reference-rows';

const never = new AbortController().signal;

/** Where a row begins is known to within this many bytes. */
const CELL = 12 * 1024;

for (const [name, bytes] of HOSTILE_FILES) {
  test(`counts the rows of ${name}`, async () => {
    const index = new RowIndex();
    await index.scan(memoryFile(bytes), never, () => undefined);
    assert.equal(index.rows, plainRows(bytes).length);
    assert.equal(index.bytes, bytes.length);
    assert.ok(index.complete);
  });

  test(`knows where the rows of ${name} begin`, async () => {
    const index = new RowIndex();
    await index.scan(memoryFile(bytes), never, () => undefined);
    for (const { number, offset, lineSize } of plainRows(bytes)) {
      const { start, end, skip } = index.stretch(number, number + 1);
      assert.equal(start + afterFeeds(bytes.subarray(start, end), skip), offset, `row ${number}`);
      assert.ok(offset - start <= CELL, `row ${number} is far from where reading for it begins`);
      assert.ok(
        end >= offset + lineSize && end - (offset + lineSize) <= CELL,
        `row ${number} ends elsewhere`,
      );
    }
  });
}

/** What follows the n-th line feed. */
function afterFeeds(bytes: Buffer, n: number): number {
  let at = 0;
  for (let passed = 0; passed < n; passed++) at = bytes.indexOf('\n', at) + 1;
  return at;
}

/** What the index says before each read of its scan. */
async function countedWhileReading(bytes: Uint8Array): Promise<number[]> {
  const index = new RowIndex();
  const counts: number[] = [];
  const { read, close } = memoryFile(bytes);
  const watched = (offset: number, length: number) => {
    counts.push(index.rows);
    assert.equal(index.complete, false);
    return read(offset, length);
  };
  await index.scan({ read: watched, close }, never, () => undefined);
  return [...counts, index.rows];
}

test('rows are counted while the scan goes on', async () => {
  const counts = await countedWhileReading(Buffer.from('0123456\n'.repeat(400_000)));
  assert.ok(counts.length > 3);
  assert.deepEqual([counts[0], counts.at(-1)], [0, 400_000]);
  for (const [at, count] of counts.slice(1).entries()) assert.ok(count > counts[at]!);
});

test('an unfinished last row is not counted before the end is seen', async () => {
  const bytes = Buffer.concat([Buffer.from('a\n'), Buffer.alloc(3 * 1024 * 1024, 'b')]);
  const counts = await countedWhileReading(bytes);
  assert.ok(counts.length > 3);
  assert.deepEqual([...new Set(counts.slice(1, -1))], [1]);
  assert.equal(counts.at(-1), 2);
});

test('progress is told as soon as there are rows, and when all are there', async () => {
  const index = new RowIndex();
  const told: [number, boolean][] = [];
  const bytes = Buffer.from('0123456\n'.repeat(400_000));
  await index.scan(memoryFile(bytes), never, () => told.push([index.rows, index.complete]));
  assert.ok(told[0]![0] > 0 && told[0]![0] < 400_000);
  assert.deepEqual(told.at(-1), [400_000, true]);
  assert.equal(told.filter(([, complete]) => complete).length, 1);
});

test('a scan that is stopped keeps what it found, and is not complete', async () => {
  const stop = new AbortController();
  const index = new RowIndex();
  const bytes = Buffer.from('0123456\n'.repeat(400_000));
  await assert.rejects(
    index.scan(memoryFile(bytes), stop.signal, () => stop.abort()),
    { name: 'AbortError' },
  );
  assert.ok(index.rows > 0 && index.rows < 400_000);
  assert.equal(index.complete, false);
});

test('a disk that answers at once only now and then gives the same index', async () => {
  for (const [name, bytes] of HOSTILE_FILES) {
    const index = new RowIndex();
    const file = memoryFile(bytes);
    let reads = 0;
    const readNow = (target: Uint8Array, offset: number): number | null => {
      if (reads++ % 3 === 1) return null;
      const part = bytes.subarray(offset, offset + target.length);
      target.set(part);
      return part.length;
    };
    await index.scan({ ...file, readNow }, never, () => undefined, bytes.length);
    assert.equal(index.rows, plainRows(bytes).length, name);
  }
});

test('an index takes at most 0.02 % of the file, whatever its rows', async () => {
  for (const row of ['\n', `${'x'.repeat(99)}\n`, `${'x'.repeat(50_000)}\n`]) {
    const bytes = Buffer.from(row.repeat(40e6 / row.length));
    const index = new RowIndex();
    await index.scan(memoryFile(bytes), never, () => undefined, bytes.length);
    assert.ok(index.memory <= bytes.length * 0.0002, `${index.memory} bytes for rows of ${row.length}`);
  }
});

test('rows are found where tiny ones follow long ones, in a file that grows as it likes', async () => {
  const rows = fc.array(fc.tuple(fc.nat(20_000), fc.nat(600)), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(rows, fc.array(fc.nat(400_000), { maxLength: 4 }), async (lengths, cuts) => {
      const text = lengths.map(([long, tiny]) => `${'x'.repeat(long)}\n${'y\n'.repeat(tiny)}`).join('');
      const bytes = Buffer.from(text);
      const index = new RowIndex();
      for (const cut of [...cuts.toSorted((a, b) => a - b), bytes.length])
        await index.scan(memoryFile(bytes.subarray(0, cut)), never, () => undefined);
      const expected = plainRows(bytes);
      assert.equal(index.rows, expected.length);
      for (const { number, offset } of expected) {
        const { start, end, skip } = index.stretch(number, number + 1);
        assert.equal(start + afterFeeds(bytes.subarray(start, end), skip), offset, `row ${number}`);
      }
    }),
    { numRuns: 50 },
  );
});
