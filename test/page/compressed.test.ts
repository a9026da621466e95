import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

const row = (at: number) =>
  `{"problem": "Number ${at}.", "more": "${(at * 7919) % 10_007} ${'x'.repeat(90)}"}\n`;
const ROWS = Array.from({ length: 20_000 }, (_, at) => row(at + 1)).join('');
const PACKED = gzipSync(ROWS);
/** One block of zstd without compression: its header, then the rows as they are. */
const ZSTD = zstdOf(Buffer.from(row(1) + row(2)));
const POINTER =
  'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n';

describe('files that are not JSON Lines as they stand', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;

  before(async () => {
    workbench = await openWorkbench({
      workspace: {
        'packed.jsonl.gz': PACKED,
        'packed.jsonl.zst': ZSTD,
        'torn.jsonl.gz': PACKED.subarray(0, PACKED.length / 2),
        'wrong.jsonl': PACKED,
        'pretty.jsonl': `${JSON.stringify([{ problem: 'One.' }, { problem: 'Two.' }], null, 2)}\n`,
        'pointer.jsonl': POINTER,
      },
      settings: { 'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' } },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
  });
  after(() => workbench?.close());

  test('a gzip is opened to be read, says so, and F2 says why it cannot be edited', async () => {
    await workbench.explorerMenu('packed.jsonl.gz', 'Open in Scholium');
    await rowIs('Row 1 of 20,000', 'Number 1.');
    assert.equal(await dataset.frame.locator('.top').getByText('Read-only', { exact: true }).count(), 1);
    await dataset.focus();
    await dataset.press('F2');
    await dataset.reads(
      '.foot',
      /packed\.jsonl\.gz is compressed, so it can only be read\. “Convert to JSONL” makes a file of it\./,
    );
    assert.equal(await dataset.frame.getByRole('dialog').count(), 0);
    await dataset.goTo(20_000);
    await rowIs('Row 20,000 of 20,000', 'Number 20000.');
  });

  test('so is a Zstandard file', async () => {
    await workbench.explorerMenu('packed.jsonl.zst', 'Open in Scholium');
    await rowIs('Row 1 of 2', 'Number 1.');
  });

  test('one that is replaced is unpacked anew', async () => {
    const file = path.join(workbench.folder, 'packed.jsonl.zst');
    fs.writeFileSync(`${file}.new`, zstdOf(Buffer.from(row(7) + row(8) + row(9))));
    fs.renameSync(`${file}.new`, file);
    await rowIs('Row 1 of 3', 'Number 7.');
  });

  test('of a torn gzip the rows before the fault are shown, and the fault is told', async () => {
    await workbench.explorerMenu('torn.jsonl.gz', 'Open in Scholium');
    await eventually(async () => {
      assert.match(await dataset.words('.top .r'), /^Row 1 of [1-9][\d,]*$/);
      assert.match(await dataset.words('.top .fault'), /byte|end|broken|cut|corrupt/i);
      assert.equal(await dataset.words('.problem'), 'Number 1.');
    });
  });

  test('a gzip under another name is named for what it is', async () => {
    await workbench.openFile('wrong.jsonl');
    await rowIs('Row 1 of 20,000', 'Number 1.');
    await dataset.focus();
    await dataset.press('F2');
    await dataset.reads('.foot', /wrong\.jsonl is compressed/);
  });

  test('a Git LFS pointer is named for what it is', async () => {
    await workbench.openFile('pointer.jsonl');
    await toast(/pointer\.jsonl is a Git LFS pointer/).waitFor();
  });

  test('one JSON list is named for what it is, and converted from there', async () => {
    await workbench.openFile('pretty.jsonl');
    const notice = toast(/pretty\.jsonl is one JSON list/);
    await notice.getByRole('button', { name: 'Convert to JSONL' }).click();
    await workbench.quickInput.rows('problem').waitFor();
    await workbench.quickInput.box.press('Enter');
    await toast(/2 rows/)
      .first()
      .waitFor(); // the notice may still be there
    await rowIs('Row 1 of 2', 'One.');
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  function toast(words: RegExp) {
    return workbench.page.locator('.notification-toast', { hasText: words });
  }

  async function rowIs(place: string, problem: string): Promise<void> {
    await eventually(async () => {
      assert.equal(await dataset.words('.top .r'), place);
      assert.equal(await dataset.words('.problem'), problem);
    });
  }
});

/** A Zstandard frame with one raw block: RFC 8878, sections 3.1.1.1 and 3.1.1.2. */
function zstdOf(content: Buffer): Buffer {
  const header = Buffer.alloc(9);
  header.writeUInt32LE(0xfd2fb528, 0);
  header.writeUInt8(0b1010_0000, 4); // a single segment, with its size in four bytes
  header.writeUInt32LE(content.length, 5);
  const block = Buffer.alloc(3);
  block.writeUIntLE((content.length << 3) | 1, 0, 3); // the last block, as it is
  return Buffer.concat([header, block, content]);
}
