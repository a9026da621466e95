import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

const FILE = 'rows.jsonl';
const ROWS = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => `{"problem":  "${name}.", "level": 1}`);

describe('rows added, doubled, moved, deleted and changed by keys', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;

  before(async () => {
    workbench = await openWorkbench({
      workspace: { [FILE]: ROWS.map((row) => `${row}\n`).join('') },
      settings: { 'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' } },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    await workbench.openFile(FILE);
    await problemIs('A.');
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('the row that is read is doubled, moved and deleted, and stays in hand where it is moved', async () => {
    await dataset.goTo(2);
    await dataset.press('Shift+d');
    await inHand(2, 7, 'B.');
    await dataset.press('ArrowRight');
    await inHand(3, 7, 'B.');
    await dataset.press('Delete');
    await inHand(3, 6, 'C.');
    await dataset.press('Alt+ArrowUp', 'Alt+ArrowUp');
    await inHand(1, 6, 'C.');
    await dataset.press('Alt+ArrowUp');
    await dataset.press('Alt+ArrowDown');
    await inHand(2, 6, 'C.');
  });

  test('when the last row is deleted, the one before it is in hand', async () => {
    await dataset.goTo(6);
    await dataset.press('Delete');
    await inHand(5, 5, 'E.');
  });

  test('a save writes the rows as they are, each with its own bytes, and undo brings all back', async () => {
    await dataset.press('Control+s');
    const [a, b, c, d, e] = ROWS;
    await eventually(() => assert.deepEqual(onDisk(), [a, c, b, d, e]));
    await dataset.press('Shift+t');
    const pressed = (key: string) => Array<string>(6).fill(key); // faster than VS Code takes one edit back
    await dataset.press(...pressed('Control+z'));
    await cellsAre('A.', 'B.', 'C.', 'D.', 'E.', 'F.');
    await dataset.press(...pressed('Control+y'));
    await cellsAre('A.', 'C.', 'B.', 'D.', 'E.');
    await dataset.press(...pressed('Control+Shift+z'));
    await dataset.press(...pressed('Control+z'));
    await cellsAre('A.', 'B.', 'C.', 'D.', 'E.', 'F.');
    await dataset.press('Control+s');
    await eventually(() => assert.deepEqual(onDisk(), ROWS));
  });

  test('in the table, the row under the cursor is moved, and the selected ones are deleted by one key', async () => {
    await dataset.press('Home', 'ArrowDown');
    await cursorIs(2, 'B.');
    await dataset.press('Alt+ArrowDown');
    await cursorIs(3, 'B.');
    await dataset.press('Home', 'Space', 'ArrowDown', 'Space', 'Delete');
    await cellsAre('B.', 'D.', 'E.', 'F.');
    await dataset.press('Shift+d');
    await eventually(async () => assert.equal((await cells()).length, 5));
    await dataset.press('Control+z');
    await cellsAre('B.', 'D.', 'E.', 'F.');
    await dataset.press('Control+z');
    await cellsAre('A.', 'C.', 'B.', 'D.', 'E.', 'F.');
    await dataset.press('Control+z');
    await cellsAre('A.', 'B.', 'C.', 'D.', 'E.', 'F.');
  });

  test('selected rows are changed alike, after a look at what would change, and one undo takes all back', async () => {
    await dataset.press('Home', 'Space', 'ArrowDown', 'ArrowDown', 'Shift+Space');
    const { quickInput } = workbench;
    await quickInput.choose(() => dataset.press('Shift+r'), quickInput.rows('Set a field'), 'Set a field');
    await quickInput.rows('level').first().click();
    await eventually(async () => assert.equal(await quickInput.box.inputValue(), ''));
    await quickInput.box.fill('2');
    await quickInput.box.press('Enter');
    const question = workbench.page.locator('.monaco-dialog-box');
    await eventually(async () =>
      assert.match(await question.innerText(), /Change up to 3 rows of rows\.jsonl\?/),
    );
    await workbench.page.locator('.monaco-diff-editor .view-line', { hasText: 'level: 2' }).first().waitFor();
    await question.getByRole('button', { name: 'Change', exact: true }).click();
    await workbench.page
      .locator('.notification-toast', { hasText: 'rows.jsonl: 3 rows changed, 0 were so already.' })
      .waitFor();
    await dataset.frame.locator('.tr.cur').click();
    await dataset.press('Control+s');
    const changed = ROWS.map((row, at) => (at < 3 ? row.replace('1}', '2}') : row));
    await eventually(() => assert.deepEqual(onDisk(), changed));
    await dataset.press('Control+z');
    await workbench.tab(FILE).and(workbench.page.locator('.dirty')).waitFor();
    await dataset.press('Control+s');
    await eventually(() => assert.deepEqual(onDisk(), ROWS));
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  const onDisk = () => fs.readFileSync(path.join(workbench.folder, FILE), 'utf8').split('\n').slice(0, -1);

  async function problemIs(words: string): Promise<void> {
    await dataset.reads('.problem', words);
  }

  async function inHand(row: number, of: number, problem: string): Promise<void> {
    await eventually(async () => {
      assert.equal(await dataset.words('.top .r'), `Row ${row} of ${of}`);
      assert.equal(await dataset.words('.problem'), problem);
    });
  }

  async function cells(): Promise<(string | undefined)[]> {
    const texts = await dataset.frame.locator('.tr[data-position]').allInnerTexts();
    return texts.map((text) => /[A-F]\./.exec(text)?.[0]);
  }

  async function cellsAre(...problems: string[]): Promise<void> {
    await eventually(async () => assert.deepEqual(await cells(), problems));
  }

  async function cursorIs(row: number, problem: string): Promise<void> {
    await eventually(async () => {
      const text = await dataset.frame.locator('.tr.cur').innerText();
      assert.equal(/[A-F]\./.exec(text)?.[0], problem);
      assert.equal(await dataset.frame.locator('.tr.cur .n.fixed').innerText(), String(row));
    });
  }
});
