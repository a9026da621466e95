import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Files that are being made are written to all the time: what was left alone for so long (ms) belongs to a process that is dead. */
const DEAD_MS = 24 * 60 * 60 * 1000;

/** Folders that an export or a conversion makes for what it reads twice. */
const FOLDER = /^\.scholium-(?:rows|unpacked)-[A-Za-z0-9]{6}$/;

/** Removes what a process that was killed left beside a dataset: half of a save, an export or a conversion. `now`: ms. */
export async function sweepBeside(dataset: string, now = Date.now()): Promise<void> {
  const folder = path.dirname(dataset);
  const hidden = `.${path.basename(dataset)}.`;
  for (const name of await readdir(folder)) {
    const rest = name.startsWith(hidden) ? name.slice(hidden.length) : '';
    const isOurs = /^[0-9a-f]{12}\.saving$|^\d+-\d+\.tmp$/.test(rest) || FOLDER.test(name);
    const file = path.join(folder, name);
    if (isOurs && now - (await lastWritten(file)) > DEAD_MS) await rm(file, { recursive: true, force: true });
  }
}

/** When a file, or one in a folder, was last written to (ms). */
async function lastWritten(file: string): Promise<number> {
  const facts = await stat(file);
  const inside = facts.isDirectory() ? await readdir(file) : [];
  const times = await Promise.all(inside.map(async (name) => (await stat(path.join(file, name))).mtimeMs));
  return Math.max(facts.mtimeMs, ...times);
}
