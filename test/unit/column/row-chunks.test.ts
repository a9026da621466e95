import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rowChunks } from '../../../src/core/column/row-chunks';
import { memoryFile } from '../dataset/memory-files';

async function walk(
  bytes: Uint8Array,
  longest: number,
): Promise<{ rows: string; tooLong: number; read: number }> {
  const walked = { rows: '', tooLong: 0, read: 0 };
  for await (const chunk of rowChunks(memoryFile(bytes), longest)) {
    if (chunk.kind === 'rows') walked.rows += Buffer.from(chunk.rows).toString();
    else walked.tooLong++;
    walked.read = chunk.read;
  }
  return walked;
}

test('chunks are whole rows in order; rows that are too long are told, and nothing else is lost', async () => {
  const rows = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.boolean(),
      fc.integer({ min: 4, max: 30 }),
      async (lengths, feedAtEnd, longest) => {
        const lines = lengths.map((length, at) => String.fromCharCode(97 + (at % 26)).repeat(length));
        const text = lines.join('\n') + (feedAtEnd ? '\n' : '');
        const bytes = Buffer.from(text);
        const { rows, tooLong, read } = await walk(bytes, longest);
        const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
        const kept = whole.split(/(?<=\n)/).filter((line) => line.length <= longest);
        assert.equal(rows, kept.join(''));
        assert.equal(tooLong, whole.split(/(?<=\n)/).filter((line) => line.length > longest).length);
        assert.equal(read, bytes.length);
      },
    ),
  );
});

test('a byte order mark belongs to the file, and rows longer than a chunk come whole', async () => {
  const long = 'x'.repeat(700_000);
  const bytes = Buffer.from(`\ufeff{"a":1}\n${long}\n\ufeff\n`);
  assert.deepEqual(await walk(bytes, 16 << 20), {
    rows: `{"a":1}\n${long}\n\ufeff\n`,
    tooLong: 0,
    read: bytes.length,
  });
});
