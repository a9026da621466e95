import assert from 'node:assert/strict';
import { constants } from 'node:buffer';
import { test } from 'node:test';
import type { FileStore } from '../../../src/core/dataset/file-store';
import { EditJournal } from '../../../src/core/edit/edit-journal';
import { editLines, headerLine } from '../../../src/core/edit/journal-lines';
import { MemoryStores } from './memory-stores';

const BASE = { size: 9, mtimeMs: 1, id: '1', fingerprint: 'f' };
const HEAD = Buffer.from(headerLine('/d/rows.jsonl', BASE));
const LAST = Buffer.from([...editLines(0, [{ at: 0, remove: 1, insert: [] }])].join(''));
/** Blank lines of this many bytes stand between the header and the edit. */
const LINE = 4 * 1024 * 1024;

/** A journal of more bytes than a string may have, none of which are kept anywhere. */
function longJournal(): FileStore {
  const blank = Math.ceil(constants.MAX_STRING_LENGTH / LINE + 1) * LINE;
  const size = HEAD.length + blank + LAST.length;
  const read = async (offset: number, length: number) => {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)), ' ');
    for (let at = HEAD.length + LINE - 1; at < HEAD.length + blank; at += LINE) {
      if (at >= offset && at < offset + bytes.length) bytes[at - offset] = 0x0a;
    }
    for (const [part, start] of [
      [HEAD, 0],
      [LAST, HEAD.length + blank],
    ] as const) {
      const from = Math.max(start, offset);
      const to = Math.min(start + part.length, offset + bytes.length);
      if (from < to) part.copy(bytes, from - offset, from - start, to - start);
    }
    return bytes;
  };
  const close = async () => undefined;
  return {
    ...new MemoryStores().files,
    facts: async () => ({ size, mtimeMs: 1, ino: 1 }),
    open: async () => ({ read, close }),
    readAll: async () => Buffer.from(await read(0, size)),
  };
}

test('a journal that is too long for one string is read', async () => {
  const content = await new EditJournal(longJournal(), '/s/rows.edits.jsonl').read();
  assert.ok(content && typeof content !== 'string');
  assert.deepEqual(content.base, BASE);
  assert.deepEqual(content.edits, [[{ at: 0, remove: 1, insert: [] }]]);
});
