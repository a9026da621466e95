import { execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { quietGit } from './quiet-git';

/** A file as git has it in HEAD, written to a file of its own. */
export interface FileAtHead {
  file: string;
  /** The short name of the commit. */
  commit: string;
}

/**
 * Writes what HEAD has of `file` into `folder`, byte for byte and whatever its size. `git` is the program to run. Rejects with a
 * sentence for people: no repository, no commit, not in HEAD, or only a pointer of Git LFS there.
 */
export async function fileAtHead(git: string, file: string, folder: string): Promise<FileAtHead> {
  const real = await realpath(file); // a link may lead into another repository
  const [where, name] = [path.dirname(real), path.basename(real)];
  const ask = (...args: string[]) => askGit(git, where, args);
  if ((await ask('rev-parse', '--is-inside-work-tree')) !== 'true')
    throw new Error(`${name} is in no git repository, so there is no HEAD to compare with.`);
  const commit = await ask('rev-parse', '--verify', '--short', 'HEAD^{commit}');
  if (commit === null) throw new Error(`The repository of ${name} has no commit yet.`);
  const blob = `HEAD:./${name}`; // relative to the folder that git runs in
  if ((await ask('cat-file', '-t', blob)) !== 'blob')
    throw new Error(`${name} is not in HEAD (${commit}): git does not track it yet.`);
  const copy = path.join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeBlob(git, where, blob, copy);
  await refusePointer(copy, name, commit);
  return { file: copy, commit };
}

/** Git's answer; null when it fails. A git that cannot be run at all is said to be missing. */
async function askGit(git: string, cwd: string, args: string[]): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)(git, args, { cwd, env: quietGit() });
    return stdout.trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error('Git was not found. Install it, or set its place in “git.path”.', { cause: error });
    return null;
  }
}

/** `cat-file` streams the bytes as committed: no filter, no text conversion, no limit. */
async function writeBlob(git: string, cwd: string, blob: string, to: string): Promise<void> {
  const child = spawn(git, ['cat-file', 'blob', blob], {
    cwd,
    env: quietGit(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => (said = `${said}${bytes.toString()}`.slice(0, 500)));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  await Promise.all([pipeline(child.stdout, createWriteStream(to, { mode: 0o600 })), ended]);
  if ((await ended) !== 0) throw new Error(`Git could not read ${blob}: ${said.trim()}`);
}

const POINTER = 'version https://git-lfs.github.com/spec/';

async function refusePointer(copy: string, name: string, commit: string): Promise<void> {
  const handle = await open(copy, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(POINTER.length), 0, POINTER.length, 0);
    if (buffer.toString('latin1', 0, bytesRead) !== POINTER) return;
  } finally {
    await handle.close();
  }
  throw new Error(
    `In HEAD (${commit}) ${name} is a pointer of Git LFS: its rows are not in git itself. ` +
      'Write that version to a file with git lfs, and compare with that file.',
  );
}
