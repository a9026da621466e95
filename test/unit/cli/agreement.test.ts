import assert from 'node:assert/strict';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { label } from '../annotation/events';
import { folderWith } from '../temp-files';
import { runCli } from './run-cli';

async function labelledDataset(context: TestContext): Promise<string> {
  const rows = ['1', '2'].map((id) => ({
    id,
    problem: 'p',
    steps: ['a', 'b'],
    label: -1,
    final_answer_correct: true,
    level: Number(id),
  }));
  const folder = await folderWith(context, {
    'q.jsonl': rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  });
  const file = path.join(folder, 'q.jsonl');
  const logs = `${file}.scholium`;
  await mkdir(logs);
  const said = { ada: ['good', 'bad'], bob: ['good', 'good'] } as const;
  for (const [by, values] of Object.entries(said)) {
    const events = values.map((value, n) =>
      label({ n: by === 'ada' ? n : n + 10, by, row: `id:${n + 1}`, value }),
    );
    await writeFile(
      path.join(logs, `${by}.jsonl`),
      events.map((event) => `${JSON.stringify(event)}\n`).join(''),
    );
  }
  return file;
}

test('each figure is a line with exactly the published keys', async (context) => {
  const file = await labelledDataset(context);
  const { code, lines, err } = await runCli('agreement', file, '--format', 'jsonl');
  assert.equal(code, 0, err);
  assert.deepEqual(lines()[0], {
    ...{ file, about: 'step label', part: 'all', of: '', annotators: ['ada', 'bob'], items: 2 },
    ...{ statistic: 'percent', value: 0.5, low: 0, high: 1, why: null },
  });
});

test('by the values of a field of the rows', async (context) => {
  const file = await labelledDataset(context);
  const { lines } = await runCli('agreement', file, '--by', 'level', '--format', 'jsonl');
  const found = lines().filter(({ part, statistic }) => part === 'field' && statistic === 'percent');
  assert.deepEqual(
    found.map(({ of, value }) => [of, value]),
    [
      ['1', 1],
      ['2', 0],
    ],
  );
  const wrong = await runCli('agreement', file, '--by', '');
  assert.equal(wrong.code, 2);
});

test('who labelled rows a second time is compared with themselves, and with others by the first label', async (context) => {
  const file = await labelledDataset(context);
  const again = (['bad', 'good'] as const).map((value, n) => ({
    ...label({ n: n + 20, by: 'bob', row: `id:${n + 1}`, value }),
    again: true,
  }));
  await appendFile(`${file}.scholium/bob.jsonl`, again.map((event) => `${JSON.stringify(event)}\n`).join(''));
  const { lines } = await runCli('agreement', file, '--format', 'jsonl');
  const shares = lines().filter(
    ({ about, part, statistic }) =>
      [about, statistic].join() === 'step label,percent' && ['all', 'self'].includes(String(part)),
  );
  assert.deepEqual(
    shares.map(({ part, annotators, items, value }) => [part, annotators, items, value]),
    [
      ['all', ['ada', 'bob'], 2, 0.5],
      ['self', ['bob'], 2, 0.5],
    ],
  );
});

test('a dataset without labels gets no figure, and is told why', async (context) => {
  const folder = await folderWith(context, { 'q.jsonl': '{"problem":"p","answer":"1"}\n' });
  const { code, out } = await runCli('agreement', path.join(folder, 'q.jsonl'));
  assert.equal(code, 0);
  assert.match(out, /step label: percent not defined: no item has two ratings/);
});
