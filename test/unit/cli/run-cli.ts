import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Ended {
  code: number | null;
  out: string;
  err: string;
  /** What was written, a value a line. */
  lines(): Record<string, unknown>[];
}

/** What commands keep for later ones: nothing of this user's own. */
const cache = mkdtempSync(path.join(tmpdir(), 'scholium-cache-'));
process.on('exit', () => rmSync(cache, { recursive: true, force: true }));

/** Runs the built command line to its end. */
export async function runCli(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [path.resolve('dist', 'cli.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { SCHOLIUM_CACHE: cache, ...process.env },
  });
  const written = { out: [] as Buffer[], err: [] as Buffer[] };
  child.stdout.on('data', (chunk: Buffer) => written.out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => written.err.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const out = Buffer.concat(written.out).toString();
  return { code, out, err: Buffer.concat(written.err).toString(), lines: () => linesOf(out) };
}

function linesOf(out: string): Record<string, unknown>[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** A file of the samples. */
export function sample(name: string): string {
  return path.join('media', 'sample', name);
}
