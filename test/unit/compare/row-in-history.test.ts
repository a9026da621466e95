import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { digest } from '../../../src/core/row/key';
import { rowInHistory } from '../../../src/host/compare/row-in-history';
import { folderWith } from '../temp-files';

function git(folder: string, ...args: string[]): void {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'core.autocrlf=false'];
  execFileSync('git', [...who, ...args], { cwd: folder, stdio: 'ignore' });
}

const NAME = 'a b[1].jsonl';
const versions = ['{"id":1,"v":"één — \u2028"}', '-- {"id":1,"v":2}', '{"id":1,"v":3}'];
const textOf = (row: string, end = '\n') => `{"id":0}${end}${row}${end}{"id":2}${end}`;

test('the bytes of a row as it was are found, before the last commits and before what is not committed', async (context) => {
  for (const end of ['\n', '\r\n']) {
    const folder = await folderWith(context, { [NAME]: textOf(versions[0] ?? '', end) });
    const file = path.join(folder, NAME);
    const asked = (row: string) =>
      rowInHistory('git', file, digest(row), AbortSignal.timeout(60_000)).then(
        (bytes) => bytes && new TextDecoder().decode(bytes),
      );
    git(folder, 'init', '-q');
    for (const row of versions.slice(0, 2)) {
      await writeFile(file, textOf(row, end));
      git(folder, 'add', '.');
      git(folder, 'commit', '-q', '-m', 'x');
    }
    await writeFile(file, textOf(versions[2] ?? '', end));
    for (const row of versions.slice(0, 2)) assert.equal(await asked(row), row);
    assert.equal(await asked('{"id":1,"v":4}'), null);
  }
});

test('a file that git renamed is followed; without git, or outside a repository, nothing is found', async (context) => {
  const folder = await folderWith(context, { 'old.jsonl': textOf('{"v":1}') });
  const ask = (program: string, ...file: string[]) =>
    rowInHistory(program, path.join(...file), digest('{"v":1}'), AbortSignal.timeout(60_000));
  git(folder, 'init', '-q');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'first');
  await writeFile(path.join(folder, 'old.jsonl'), textOf('{"v":2}'));
  git(folder, 'commit', '-q', '-a', '-m', 'second');
  git(folder, 'mv', 'old.jsonl', 'new.jsonl');
  git(folder, 'commit', '-q', '-m', 'third');
  assert.ok(await ask('git', folder, 'new.jsonl'));
  assert.equal(await ask('no-such-program', folder, 'new.jsonl'), null);
  const outside = await folderWith(context, { 'new.jsonl': textOf('{"v":2}') });
  assert.equal(await ask('git', outside, 'new.jsonl'), null);
});
