import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import type { Claim } from '../../../src/core/edit/edit-stores';
import { takeRoom } from '../../../src/core/edit/scratch-room';
import { folderWith } from '../temp-files';

test('a room is swept when its process is gone, for certain and from this machine', async (context) => {
  const rooms = await folderWith(context);
  const live = new Set<string>();
  let isExclusive = true;
  const claim = async (name: string): Promise<Claim | null> => {
    if (!isExclusive) return { isExclusive, release: async () => undefined };
    if (live.has(name)) return null;
    live.add(name);
    return { isExclusive, release: async () => void live.delete(name) };
  };
  const begun = async () => {
    const { room, swept } = await takeRoom(rooms, claim);
    await swept;
    await mkdir(path.join(room, 'more'), { recursive: true });
    return room;
  };
  const elsewhere = path.join(rooms, '00000000-0123456789ab');
  await mkdir(elsewhere);
  const first = await begun();
  const second = await begun();
  assert.ok(existsSync(first));
  live.delete(first);
  isExclusive = false;
  await begun();
  assert.ok(existsSync(first), 'nobody can tell');
  isExclusive = true;
  await begun();
  assert.ok(!existsSync(first));
  assert.ok(existsSync(second));
  assert.ok(existsSync(elsewhere));
});
