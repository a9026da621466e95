import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiskPatience } from '../../../src/core/dataset/disk-patience';

test('after a slow read the thread is not held up for a while, then it is tried again', () => {
  const disk = new DiskPatience();
  assert.equal(disk.quick, true);
  disk.took(0.2);
  assert.equal(disk.quick, true);
  disk.took(40);
  const answers = Array.from({ length: 33 }, () => disk.quick);
  assert.deepEqual(answers.indexOf(true), 32);
  assert.equal(disk.quick, true);
});
