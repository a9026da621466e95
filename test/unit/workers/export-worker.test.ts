import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { defaultCsv } from '../../../src/core/export/export-options';
import type { ExportFormat } from '../../../src/core/export/export-options';
import { exportInThread } from '../../../src/workers/export-client';
import { folderWith } from '../temp-files';

const SCRIPT = path.resolve('dist', 'export-worker.js');
const never = new AbortController().signal;
const request = (to: string, format: ExportFormat) => ({
  to,
  replace: false,
  format,
  csv: { ...defaultCsv, mark: false },
});

async function* rows(count: number) {
  for (let number = 0; number < count; number++) {
    yield { number: number * 2, bytes: Buffer.from(`{"id":${number},"text":"${'x'.repeat(100)}"}`) };
  }
}

test('rows go through the thread in their order', async (context) => {
  const folder = await folderWith(context);
  const count = 20_000;
  const lines = Array.from({ length: count }, (_none, id) => `{"id":${id},"text":"${'x'.repeat(100)}"}`);
  const jsonl = await exportInThread(
    SCRIPT,
    request(path.join(folder, 'a.jsonl'), 'jsonl'),
    rows(count),
    never,
    () => undefined,
  );
  assert.equal(jsonl.rows, count);
  assert.equal(readFileSync(path.join(folder, 'a.jsonl'), 'utf8'), `${lines.join('\n')}\n`);
  const csv = await exportInThread(
    SCRIPT,
    request(path.join(folder, 'a.csv'), 'csv'),
    rows(count),
    never,
    () => undefined,
  );
  assert.equal(csv.rows, count);
  const cells = readFileSync(path.join(folder, 'a.csv'), 'utf8').split('\r\n');
  assert.deepEqual([cells[0], cells.length], ['id,text', count + 2]);
  assert.deepEqual(readdirSync(folder).toSorted(), ['a.csv', 'a.jsonl']);
});

test('a row that is left out is named by its own number', async (context) => {
  const folder = await folderWith(context);
  async function* broken() {
    yield { number: 41, bytes: Buffer.from('{broken') };
    yield { number: 7, bytes: Buffer.from('{"a":1}') };
  }
  const { problems } = await exportInThread(
    SCRIPT,
    request(path.join(folder, 'a.csv'), 'csv'),
    broken(),
    never,
    () => undefined,
  );
  assert.deepEqual(problems, [{ place: 'row 42', message: 'It is no JSON object.' }]);
});

test('stopped or failing, it rejects and leaves nothing behind', async (context) => {
  const folder = await folderWith(context, { 'taken.csv': '' });
  for (const format of ['jsonl', 'parquet'] as const) {
    const stop = new AbortController();
    async function* stopping() {
      yield* rows(10_000);
      stop.abort();
      yield* rows(10_000);
    }
    const run = exportInThread(
      SCRIPT,
      request(path.join(folder, `a.${format}`), format),
      stopping(),
      stop.signal,
      () => undefined,
    );
    await assert.rejects(run, { name: 'AbortError' });
  }
  async function* failing() {
    yield* rows(10_000);
    throw new Error('the dataset is gone');
  }
  await assert.rejects(
    exportInThread(SCRIPT, request(path.join(folder, 'b.csv'), 'csv'), failing(), never, () => undefined),
    /the dataset is gone/,
  );
  await assert.rejects(
    exportInThread(SCRIPT, request(path.join(folder, 'taken.csv'), 'csv'), rows(10), never, () => undefined),
    { code: 'EEXIST' },
  );
  assert.deepEqual(readdirSync(folder), ['taken.csv']);
});
