import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { fileAtHead } from '../../../src/host/compare/compare-head';
import { folderWith } from '../temp-files';

const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 1\n`;

function git(folder: string, ...args: string[]): string {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'core.autocrlf=false'];
  return execFileSync('git', [...who, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString();
}

/** A repository with these files committed, and a folder for copies. */
async function repository(context: TestContext, files: Record<string, string | Uint8Array>) {
  const folder = await folderWith(context, files);
  git(folder, 'init', '-q');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'first');
  return { folder, scratch: await folderWith(context) };
}

test('what HEAD has is copied byte for byte, whatever lies on disk', async (context) => {
  const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d, 0x0d, 0x0a, 0xff, 0x00, 0x0a]);
  const { folder, scratch } = await repository(context, { 'a b;$(x)[1].jsonl': bytes });
  const file = path.join(folder, 'a b;$(x)[1].jsonl');
  await writeFile(file, 'changed since');
  const copy = await fileAtHead('git', file, scratch);
  assert.deepEqual(await readFile(copy.file), bytes);
  assert.equal(copy.commit, git(folder, 'rev-parse', '--short', 'HEAD').trim());
  assert.equal(path.dirname(copy.file), scratch);
});

test('a file in a folder, or behind a link, is found', async (context) => {
  const { folder, scratch } = await repository(context, { 'readme.md': 'x' });
  await mkdir(path.join(folder, 'data', 'deep'), { recursive: true });
  await writeFile(path.join(folder, 'data', 'deep', 'a.jsonl'), '{"v":1}\n');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'second');
  const elsewhere = await folderWith(context);
  await symlink(path.join(folder, 'data', 'deep', 'a.jsonl'), path.join(elsewhere, 'link.jsonl'));
  for (const file of [path.join(folder, 'data', 'deep', 'a.jsonl'), path.join(elsewhere, 'link.jsonl')])
    assert.equal(await readFile((await fileAtHead('git', file, scratch)).file, 'utf8'), '{"v":1}\n');
});

test('where HEAD has no such file, it is said why', async (context) => {
  const { folder, scratch } = await repository(context, { 'a.jsonl': '{}\n', 'lfs.jsonl': POINTER });
  await writeFile(path.join(folder, 'new.jsonl'), '{}\n');
  const outside = await folderWith(context, { 'a.jsonl': '{}\n' });
  const empty = await folderWith(context, { 'a.jsonl': '{}\n' });
  git(empty, 'init', '-q');
  const at = (...parts: string[]) => fileAtHead('git', path.join(...parts), scratch);
  await assert.rejects(
    at(folder, 'new.jsonl'),
    /new\.jsonl is not in HEAD \(\w+\): git does not track it yet/,
  );
  await assert.rejects(at(folder, 'lfs.jsonl'), /lfs\.jsonl is a pointer of Git LFS/);
  await assert.rejects(at(outside, 'a.jsonl'), /a\.jsonl is in no git repository/);
  await assert.rejects(at(empty, 'a.jsonl'), /repository of a\.jsonl has no commit yet/);
  await assert.rejects(fileAtHead('no-such-git', path.join(folder, 'a.jsonl'), scratch), /Git was not found/);
});
