import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { DuplicateReport } from '../../../src/protocol/duplicate-worker';
import { runDuplicateThread } from '../../../src/workers/threads';
import { profileNamed } from '../profile/profiles';
import { folderWith } from '../temp-files';

const SCRIPT = path.resolve('dist', 'duplicate-worker.js');
const WELL = 'Nine men dig a well of 20 metres in 4 days. How deep do they come in 6 days?';
const lines = (questions: string[]) =>
  questions.map((question) => `${JSON.stringify({ question, answer: '1' })}\n`).join('');

async function run(files: string[], signal = new AbortController().signal): Promise<DuplicateReport[]> {
  const reports: DuplicateReport[] = [];
  const request = {
    files: files.map((file) => ({ file, name: path.basename(file), profile: profileNamed('gsm8k') })),
    byHand: [],
  };
  await runDuplicateThread(SCRIPT, request, signal, (report) => reports.push(report));
  return reports;
}

test('the thread finds the rows of several files that have the same problem, and says how far it is', async (context) => {
  const folder = await folderWith(context, {
    'a_train.jsonl': `${lines(['What is 2 + 2?', WELL])}{"question": \n`,
    'a_test.jsonl': lines([WELL.replace('20', '35')]),
  });
  const reports = await run(['a_train.jsonl', 'a_test.jsonl'].map((name) => path.join(folder, name)));
  const last = reports.at(-1);
  assert.ok(last?.kind === 'done');
  assert.ok(reports.slice(0, -1).some(({ kind }) => kind === 'read'));
  const { groups, rows, unread } = last.found;
  assert.deepEqual(
    [rows, unread],
    [
      [3, 1],
      [1, 0],
    ],
  );
  assert.deepEqual(
    groups.map((group) => group.rows.map(({ file, row, split }) => [file, row, split])),
    [
      [
        [0, 1, 'train'],
        [1, 0, 'test'],
      ],
    ],
  );
  assert.equal(groups[0]?.joins[0]?.class, 'numbers changed');
});

test('a file that is gone fails with its name, and an abort ends the thread', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': lines([WELL]) });
  const [failed] = await run([path.join(folder, 'gone.jsonl')]);
  assert.ok(failed?.kind === 'failed' && failed.message.includes('gone.jsonl'));
  const stopped = new AbortController();
  stopped.abort();
  assert.deepEqual(await run([path.join(folder, 'a.jsonl')], stopped.signal), []);
});
