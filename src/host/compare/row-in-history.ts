import { spawn } from 'node:child_process';
import path from 'node:path';
import { realpath } from 'node:fs/promises';
import { digest } from '../../core/row/key';
import { quietGit } from './quiet-git';

/** So many of the file's last commits are looked through. */
const COMMITS = 200;
/** A longer line is no row that a person labelled. */
const LONGEST = 16 << 20;
const [FEED, RETURN, MINUS] = [0x0a, 0x0d, 0x2d];
/** Only changed lines, byte for byte, by no program that the repository names. */
const PLAIN = ['--unified=0', '--text', '--no-color', '--no-ext-diff', '--no-textconv'];

/**
 * The bytes that a row of `file` had when its hash (`RowIdentity.hash`) was `hash`, from what git says was taken out of the file since:
 * not yet committed, or by one of its last commits. `git` is the program to run. Null when git does not know, or there is none.
 */
export async function rowInHistory(
  git: string,
  file: string,
  hash: string,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const real = await realpath(file);
  const [where, name] = [path.dirname(real), `./${path.basename(real)}`];
  const found = await removedLine(git, where, ['diff', ...PLAIN, 'HEAD', '--', name], hash, signal);
  if (found) return found;
  const log = ['log', '--follow', `--max-count=${COMMITS}`, '--format=', '--patch', ...PLAIN, '--', name];
  return removedLine(git, where, log, hash, signal);
}

/** The first line with this hash that git says was taken out. */
async function removedLine(
  git: string,
  cwd: string,
  args: string[],
  hash: string,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const child = spawn(git, args, { cwd, env: quietGit(), stdio: ['ignore', 'pipe', 'ignore'], signal });
  child.once('error', () => undefined); // no git, or no longer wanted: then nothing is found
  try {
    for await (const line of linesOf(child.stdout as AsyncIterable<Buffer>)) {
      if (line[0] !== MINUS) continue;
      const row = line.subarray(1, line.at(-1) === RETURN ? -1 : undefined);
      if (digest(row) === hash) return new Uint8Array(row);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    child.kill();
  }
  return null;
}

/** Whole lines; what is too long comes in pieces, which are none that is looked for. */
async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    let from = 0;
    for (let feed = chunk.indexOf(FEED); feed !== -1; feed = chunk.indexOf(FEED, from)) {
      yield Buffer.concat([...held, chunk.subarray(from, feed)]);
      held = [];
      size = 0;
      from = feed + 1;
    }
    held.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > LONGEST) [held, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(held);
}
