import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chunkSearch } from '../../../src/core/query/chunk-search';
import type { Needle } from '../../../src/core/query/needle';
import { Kernels } from '../../../src/core/scan/kernels';
import { rowBlocks } from '../../../src/core/scan/row-blocks';
import { memoryFile } from './rows';

const ROOM = 8 * 1024;

async function candidatesIn(bytes: Buffer, needles: Needle[] | null): Promise<[row: number, text: string][]> {
  const kernels = new Kernels(ROOM, 64);
  const chunks = chunkSearch(kernels, needles);
  const found: [number, string][] = [];
  for await (const block of rowBlocks(memoryFile(bytes), kernels)) {
    for (const { row, start, end } of chunks.candidates(block))
      found.push([row, kernels.memory.toString('latin1', start, end)]);
  }
  return found;
}

/** The rows of a file, without what follows the last line feed when that is nothing. */
function linesOf(bytes: Buffer): [row: number, text: string][] {
  const lines = bytes.toString('latin1').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return [...lines.entries()];
}

const files = fc
  .array(
    fc.constantFrom(
      '\\',
      '\\u00',
      'u0',
      '0',
      '65',
      '6E',
      'a',
      'ne',
      'NE',
      'n',
      '\n',
      'x'.repeat(61),
      'y'.repeat(700),
    ),
    {
      maxLength: 120,
      size: 'max',
    },
  )
  .map((parts) => Buffer.from(parts.join('')));

test('without needles every row is a candidate', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (bytes) =>
      assert.deepEqual(await candidatesIn(bytes, null), linesOf(bytes)),
    ),
    { numRuns: 100 },
  );
});

test('with needles the candidates are the rows that have one, or an escape of one of its letters', async () => {
  const needles: Needle[] = [
    { bytes: Buffer.from('ne'), ignoreCase: true, escapes: null },
    { bytes: Buffer.from('\\u00'), ignoreCase: false, escapes: new Set([0x65, 0x6e]) },
    { bytes: Buffer.from('0a'), ignoreCase: false, escapes: null },
  ];
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 3 }), async (bytes, count) => {
      const having = [/ne/i, /\\u00(?:65|6e)/i, /0a/].slice(0, count);
      const expected = linesOf(bytes).filter(([, text]) => having.some((pattern) => pattern.test(text)));
      assert.deepEqual(await candidatesIn(bytes, needles.slice(0, count)), expected);
    }),
    { numRuns: 500 },
  );
});

test('an escape is seen wherever it stands between two texts, at the edges of what is searched at once too', async () => {
  for (const text of ['ne', 'eeeeeeee~']) {
    const needles: Needle[] = [
      { bytes: Buffer.from(text), ignoreCase: true, escapes: null },
      { bytes: Buffer.from('\\u00'), ignoreCase: false, escapes: new Set([0x65]) },
    ];
    for (let filler = 4010; filler < 4130; filler++) {
      const rows = ['\\u0065', 'x'.repeat(filler), text, '\\u0065', 'x'];
      const found = await candidatesIn(Buffer.from(rows.join('\n')), needles);
      assert.deepEqual(
        found.map(([row]) => row),
        [0, 2, 3],
        `${text} after ${filler}`,
      );
      const alone = await candidatesIn(Buffer.from(`${rows.slice(0, 3).join('\n')}\n`), needles);
      assert.deepEqual(
        alone.map(([row]) => row),
        [0, 2],
        `${text} after ${filler}, alone`,
      );
    }
  }
});
