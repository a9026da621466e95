import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { claimBySocket } from '../../../src/core/edit/node-claim';
import { folderWith } from '../temp-files';

test('a name is in one hand until it is released', async (context) => {
  const folder = await folderWith(context);
  const mine = await claimBySocket('/s/one', folder);
  assert.ok(mine);
  assert.equal(await claimBySocket('/s/one', folder), null);
  const other = await claimBySocket('/s/two', folder);
  await mine.release();
  const again = await claimBySocket('/s/one', folder);
  assert.ok(again);
  await again.release();
  await other?.release();
});

test(
  'a process that is killed gives its name back',
  { skip: process.platform === 'win32' },
  async (context) => {
    const folder = await folderWith(context);
    const known = await claimBySocket('/s/one', folder);
    const socket = path.join(folder, readdirSync(folder)[0] ?? '');
    await known?.release();
    const script = `require('node:net').createServer().listen(${JSON.stringify(socket)}, () => console.log('on'))`;
    const owner = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(owner.stdout, 'data');
    assert.equal(await claimBySocket('/s/one', folder), null);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    assert.ok(existsSync(socket), 'nobody swept up');
    const mine = await claimBySocket('/s/one', folder);
    assert.ok(mine);
    await mine.release();
  },
);
