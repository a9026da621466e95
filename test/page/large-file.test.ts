import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { EditForm } from './edit-form';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

const FILE = 'large.jsonl';
const ROWS_A_BLOCK = 1024;
const BLOCKS = 128;
const ROWS = ROWS_A_BLOCK * BLOCKS;
/** The block with the rows that a query is to find, and which ones of its rows these are. */
const RARE = { block: 97, rows: [3, 511, 1023] };
const EDITED = RARE.block * ROWS_A_BLOCK + 511;

describe('a file of 1 GB', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  let form: EditForm;
  const file = () => path.join(workbench.folder, FILE);

  before(async () => {
    workbench = await openWorkbench({
      workspace: { [FILE]: writeLargeFile },
      settings: { 'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' } },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    form = new EditForm(workbench, dataset);
    await workbench.openFile(FILE);
  });
  after(() => workbench?.close());

  test('its first row can be read, and one goes to a row near its end', async () => {
    await problemIs(problemOf(0));
    await dataset.focus();
    await dataset.goTo(1000);
    await problemIs(problemOf(999));
    await patiently(async () =>
      assert.equal(await dataset.words('.top .r'), `Row 1,000 of ${ROWS.toLocaleString('en')}`),
    );
    await dataset.goTo(ROWS - 1);
    await problemIs(problemOf(ROWS - 2));
  });

  test('a query finds the few rows that fit', async () => {
    await dataset.press('Shift+t', '/');
    const box = dataset.frame.getByRole('combobox', { name: 'Query' });
    await eventually(async () => assert.ok(await box.evaluate((input) => input.matches(':focus'))));
    await workbench.page.keyboard.insertText('topic:quartic');
    await dataset.press('Enter');
    await patiently(async () =>
      assert.match(await dataset.words('.counts'), /^3 of 131,072 rows, all indexed$/),
    );
    await patiently(async () =>
      assert.deepEqual(await dataset.frame.locator('.tr .n.fixed').allInnerTexts(), RARE.rows.map(numberOf)),
    );
  });

  test('a row that was found is edited and saved: its value changes, and no other byte', async () => {
    const box = dataset.frame.getByRole('combobox', { name: 'Query' });
    await eventually(async () => {
      const isTyping = await box.evaluate((input) => input.matches(':focus'));
      await dataset.press(isTyping ? 'Escape' : 'End'); // until VS Code gives the keys back to the rows
      assert.equal(await dataset.frame.locator('.tr.cur .n.fixed').innerText(), numberOf(RARE.rows[2] ?? 0));
    });
    await dataset.press('ArrowUp', 'Enter');
    await dataset.rowIs(EDITED + 1);
    await problemIs(problemOf(EDITED));
    await form.retype('Another problem.');
    const saving = workbench.page.locator('.notifications-toasts', { hasText: `Saving ${FILE}` }).waitFor();
    await dataset.press('Control+s');
    await saving;
    const tab = workbench.tab(FILE);
    await patiently(async () => assert.doesNotMatch((await tab.getAttribute('class')) ?? '', /\bdirty\b/));
    assert.equal(firstDifference(file()), null);
    assert.deepEqual(fs.readdirSync(workbench.folder).toSorted(), [FILE]);
  });

  test('the row reads so after the save, and so does the last one', async () => {
    await problemIs('Another problem.');
    await dataset.press('Escape');
    await dataset.goTo(ROWS);
    await problemIs(problemOf(ROWS - 1));
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  async function problemIs(words: string): Promise<void> {
    await patiently(async () => assert.equal(await dataset.words('.problem'), words));
  }
});

/** On a small machine, 1 GB takes its time. */
async function patiently(look: () => Promise<void>): Promise<void> {
  for (let more = 5; more > 0; more--) {
    const seen = await eventually(look).then(
      () => true,
      () => false,
    );
    if (seen) return;
  }
  await eventually(look);
}

/** A row of the block with the rare ones, as people see its number. */
function numberOf(row: number): string {
  return (RARE.block * ROWS_A_BLOCK + row + 1).toLocaleString('en');
}

function idOf(row: number): string {
  return `row-${String(row).padStart(7, '0')}`;
}

function problemOf(row: number): string {
  return `Problem ${idOf(row)}.`;
}

/** Rows of 6 to 10 KB, 8 MB altogether, all with the same numbers to be written over. */
function template(): { block: Buffer; starts: number[] } {
  const starts: number[] = [];
  const rows: string[] = [];
  let at = 0;
  for (let row = 0; row < ROWS_A_BLOCK; row++) {
    const steps = 'We add 1 \\u002b 1, and so on. '.repeat(195 + ((row * 37) % 137));
    const text = `{"id":"${idOf(0)}", "problem":  "${problemOf(0)}", "topic": "sextic ", "filler": "${steps}"}\n`;
    starts.push(at);
    rows.push(text);
    at += text.length;
  }
  return { block: Buffer.from(rows.join(''), 'latin1'), starts };
}

/** Each block of the file as it is at first, in one buffer that is used again. */
function* blocks(): Generator<{ number: number; block: Buffer; starts: number[] }> {
  const { block, starts } = template();
  const topicAt = block.indexOf('sextic ');
  const problemAt = block.indexOf(problemOf(0)) + 'Problem '.length;
  for (let number = 0; number < BLOCKS; number++) {
    for (const [row, start] of starts.entries()) {
      const id = idOf(number * ROWS_A_BLOCK + row);
      block.write(id, start + block.indexOf('row-'), 'latin1');
      block.write(id, start + problemAt, 'latin1');
      const isRare = number === RARE.block && RARE.rows.includes(row);
      block.write(isRare ? 'quartic' : 'sextic ', start + topicAt, 'latin1');
    }
    yield { number, block, starts };
  }
}

function writeLargeFile(file: string): void {
  const { bavail, bsize } = fs.statfsSync(path.dirname(file));
  assert.ok(bavail * bsize > 3e9, 'This test needs 3 GB on the disk of the temporary files.');
  const made = fs.openSync(file, 'w');
  for (const { block } of blocks()) fs.writeSync(made, block);
  fs.closeSync(made);
}

/** Where the file is another than it is to be with the one edit in it. */
function firstDifference(file: string): string | null {
  const opened = fs.openSync(file, 'r');
  try {
    let at = 0;
    for (const { number, block, starts } of blocks()) {
      const wanted = number === RARE.block ? withEdit(block, starts[511] ?? 0) : block;
      const found = Buffer.alloc(wanted.length);
      fs.readSync(opened, found, 0, found.length, at);
      if (!found.equals(wanted)) return `in block ${number}, from byte ${at}`;
      at += wanted.length;
    }
    return fs.fstatSync(opened).size === at ? null : 'at its end';
  } finally {
    fs.closeSync(opened);
  }
}

function withEdit(block: Buffer, row: number): Buffer {
  const old = problemOf(EDITED);
  const at = block.indexOf(old, row, 'latin1');
  const behind = block.subarray(at + old.length);
  return Buffer.concat([block.subarray(0, at), Buffer.from('Another problem.'), behind]);
}
