import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith } from '../temp-files';
import { runCli, sample } from './run-cli';

test('a new dataset is written, and what went into it is told', async (context) => {
  const folder = await folderWith(context);
  const to = path.join(folder, 'ordered.jsonl');
  const asked = ['make', 'order', sample('math.jsonl'), '--by', 'level', '--buckets', '3', '--to', to];
  const { code, lines } = await runCli(...asked, '--format', 'jsonl');
  assert.equal(code, 0);
  const [told] = lines();
  assert.deepEqual(Object.keys(told ?? {}), ['file', 'to', 'kind', 'written', 'rows', 'without', 'traces']);
  const rows = (await readFile(to, 'utf8')).trimEnd().split('\n');
  assert.equal(rows.length, told?.['written']);
  const places = rows.map((row) => (JSON.parse(row) as { curriculum: number }).curriculum);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
  assert.equal((await runCli(...asked)).code, 3, 'a file that is there is not replaced');
});

for (const wrong of [
  ['mix', 'x.jsonl'],
  ['order', sample('math.jsonl')],
  ['pairs', sample('math.jsonl'), '--most', '0'],
]) {
  test(`make ${wrong.join(' ')} is wrong usage`, async () => {
    assert.equal((await runCli('make', ...wrong, '--to', 'out.jsonl')).code, 2);
  });
}
