import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiskPatience } from '../../../src/core/dataset/disk-patience';

/** How many reads are made in the background before one is tried at once. */
function patienceOf(disk: DiskPatience): number {
  return Array.from({ length: 40 }, () => disk.quick).indexOf(true);
}

test('after two slow reads in a row the thread is not held up for a while, then it is tried again', () => {
  const disk = new DiskPatience();
  disk.took(0.2);
  disk.took(40);
  assert.equal(disk.quick, true, 'one slow read may be another process');
  disk.took(40);
  assert.equal(patienceOf(disk), 32);
  disk.took(40);
  assert.equal(patienceOf(disk), 32, 'it is slow still');
});

test('a quick read between two slow ones clears the disk', () => {
  const disk = new DiskPatience();
  for (const ms of [40, 0.2, 40]) disk.took(ms);
  assert.equal(patienceOf(disk), 0);
});
