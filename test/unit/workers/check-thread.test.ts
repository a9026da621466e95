import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { CheckThread } from '../../../src/workers/check-thread';
import { profileNamed } from '../profile/profiles';

test('a thread that ended while it had nothing to do says so when it is asked', async () => {
  const thread = new CheckThread(path.resolve('dist', 'check-worker.js'), {
    file: '',
    profile: profileNamed('math'),
  });
  const row = new TextEncoder().encode('{"problem": "$1+1$"}');
  await thread.row(row, row.length);
  thread.end();
  while (!thread.ended) await new Promise((resolve) => setTimeout(resolve, 5));
  await assert.rejects(thread.row(row, row.length), /the thread ended/);
});
