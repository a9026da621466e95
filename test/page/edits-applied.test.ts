import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

const ROWS = [
  '{"problem":  "Find \\u0078.", "answer": 1.50, "big": 12345678901234567890, "tags": ["a",  "b"]}',
  '{"problem": "Broken.", "answer": 2 "x": 3}',
  `{"problem": "Long ${'\u00e9'.repeat(9_000_000)}"}`,
];
const FILE = 'rows.jsonl';

describe('edits of the page, in the dataset and in its file', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  let expected = [...ROWS];

  before(async () => {
    workbench = await openWorkbench({
      workspace: { [FILE]: ROWS.map((row) => `${row}\n`).join('') },
      settings: { 'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' } },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    await workbench.openFile(FILE);
    await dataset.frame.locator('.problem').waitFor();
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('a text is changed at once, and marked until it is saved', async () => {
    await openForm('F2');
    await dataset.press('End');
    await type(' Really?');
    await apply();
    await dataset.reads('.problem', 'Find x. Really?');
    await dataset.frame.locator('.edited-sign').waitFor();
    assert.deepEqual(rowsOnDisk(), expected);
    expected = expected.with(0, ROWS[0]!.replace('\\u0078.', '\\u0078. Really?'));
    await save();
    await dataset.frame.locator('.edited-sign').waitFor({ state: 'detached' });
  });

  test('a number is written as it was typed, and its neighbours stay as they are', async () => {
    await openForm('F2');
    await choose('answer');
    await dataset.press('Control+a');
    await type('2.500e0');
    await apply();
    expected = expected.with(0, expected[0]!.replace('1.50', '2.500e0'));
    await save();
  });

  test('a field is added behind the others, spaced as the row is, and another is removed', async () => {
    await openForm('F2');
    await dataset.press('F7');
    await type('level');
    await dataset.frame.locator('.source-box textarea').fill('hard');
    await apply();
    await openForm('F2');
    await choose('tags[1]');
    await dataset.press('F9', 'F9');
    await closed();
    expected = expected.with(0, expected[0]!.replace(',  "b"]}', '], "level":  "hard"}'));
    await save();
  });

  test('a broken row is mended', async () => {
    await dataset.goTo(2);
    await openForm('Shift+F2');
    await dataset.press('F8');
    await type(', "x"');
    await apply();
    await dataset.reads('.problem', 'Broken.');
    expected = expected.with(1, '{"problem": "Broken.", "answer": 2 , "x": 3}');
    await save();
  });

  test('a row is added below, in one line, and is the one in hand', async () => {
    await openForm('Shift+A');
    await type('New.');
    await apply();
    await dataset.rowIs(3);
    expected = expected.toSpliced(2, 0, '{"problem": "New.", "answer": 0, "x": 0}');
    await save();
  });

  test('a row that is too long is read to its end', async () => {
    await dataset.goTo(4);
    await dataset.frame.locator('.share-box input').fill('100');
    await dataset.press('Enter');
    await dataset.reads('.long-row pre', /^é+"\}$/);
  });

  const type = (text: string) => workbench.page.keyboard.insertText(text);
  const rowsOnDisk = () =>
    fs.readFileSync(path.join(workbench.folder, FILE), 'utf8').split('\n').slice(0, -1);

  async function save(): Promise<void> {
    await dataset.press('Control+s');
    await eventually(() =>
      assert.ok(
        sameRows(rowsOnDisk(), expected),
        rowsOnDisk()
          .map((row) => row.slice(0, 200))
          .join('\n'),
      ),
    );
  }

  /** Compared one by one: a difference in the long row would be printed whole. */
  function sameRows(found: string[], wanted: string[]): boolean {
    return found.length === wanted.length && found.every((row, at) => row === wanted[at]);
  }

  async function openForm(key: string): Promise<void> {
    await dataset.press(key);
    await dataset.frame.getByRole('dialog').waitFor();
  }

  async function apply(): Promise<void> {
    await dataset.press('Control+Enter');
    await closed();
  }

  async function closed(): Promise<void> {
    await dataset.frame.getByRole('dialog').waitFor({ state: 'detached' });
    await dataset.keysWork();
  }

  async function choose(field: string): Promise<void> {
    await dataset.press('F6');
    await type(field);
    await dataset.press('ArrowDown', 'Enter');
    await dataset.reads('.edit-path', field);
  }
});
