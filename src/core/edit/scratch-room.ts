import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { digest } from '../row/key';
import type { Claim } from './edit-stores';

/**
 * A folder of this process alone within `rooms`, for files that are needed for a while. `swept` resolves when the rooms that
 * dead processes of this machine left are gone; others on a shared disk may live.
 */
export async function takeRoom(
  rooms: string,
  claim: (name: string) => Promise<Claim | null>,
): Promise<{ room: string; swept: Promise<void> }> {
  const machine = `${digest(os.hostname()).slice(0, 8)}-`;
  const room = path.join(rooms, machine + randomBytes(6).toString('hex'));
  await claim(room); // before there is a folder that another could take for a dead one's
  return { room, swept: sweep(rooms, machine, room, claim) };
}

async function sweep(
  rooms: string,
  machine: string,
  own: string,
  claim: (name: string) => Promise<Claim | null>,
): Promise<void> {
  const names = await readdir(rooms).catch(() => []); // there was none yet
  for (const name of names) {
    const room = path.join(rooms, name);
    if (!name.startsWith(machine) || room === own) continue;
    const claimed = await claim(room);
    if (claimed?.isExclusive) await rm(room, { recursive: true, force: true });
    await claimed?.release();
  }
}
