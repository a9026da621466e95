import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

const ROWS = [
  '{"problem": "Find $x^2$.", "answer": 1.50, "big": 12345678901234567890, "tags": ["a",  "b"]}',
  '{"problem": "Broken.", "answer": 2 "x": 3}',
  `{"problem": "Long ${'\u00e9'.repeat(9_000_000)}"}`,
];
const FILE = 'rows.jsonl';

describe('editing rows in the page', () => {
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
    await dataset.frame.locator('.problem .katex').waitFor();
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('F2 opens the text in hand, with the caret in it; what is typed is typeset beside it', async () => {
    await openForm('F2');
    await dataset.reads('.edit-path', 'problem');
    assert.equal(await box().inputValue(), 'Find $x^2$.');
    await dataset.press('End');
    await type(' And $\\frac{1}{2}$, j.');
    await dataset.frame.locator('.preview .mfrac').waitFor();
    assert.equal(await box().inputValue(), 'Find $x^2$. And $\\frac{1}{2}$, j.');
  });

  test('a formula that cannot be typeset is shown in the preview with its fault', async () => {
    await type(' $\\frac{1$');
    await dataset.frame.locator('.preview .broken .why').waitFor();
  });

  test('Escape drops a change only when it is pressed again', async () => {
    await dataset.press('Escape');
    await noteIs('Press Esc again to drop the change.');
    await dataset.press('Escape');
    await closed();
    await dataset.keysWork();
  });

  test('a number is edited as it is written, and cannot be applied while it is wrong', async () => {
    await openForm('F2');
    await choose('answer');
    assert.equal(await box().inputValue(), '1.50');
    await dataset.press('End');
    await type('.');
    await noteIs(/^Line 1, column \d+: /);
    assert.equal(await button('Apply').isDisabled(), true);
    await dataset.press('Control+Enter');
    assert.equal(await form().count(), 1);
    await dataset.press('Backspace');
    await noteIs('Nothing is changed');
    await dataset.press('Escape');
    await closed();
    await dataset.keysWork();
  });

  test('the whole row is edited as it stands, a broken one too', async () => {
    await openForm('Shift+F2');
    assert.equal(await box().inputValue(), ROWS[0]);
    await dataset.press('Escape');
    await closed();
    await dataset.goTo(2);
    await openForm('Shift+F2');
    assert.equal(await box().inputValue(), ROWS[1]);
    await noteIs('Line 1, column 36: a comma is expected here.');
    await dataset.reads('.mirror mark', '"x"');
    await dataset.press('F8');
    await type(', "x"');
    await noteIs('Changed');
    await dataset.press('Escape', 'Escape');
    await closed();
    await dataset.keysWork();
  });

  test('a row that is not JSON has no fields, and the form to mend it is at hand', async () => {
    await openForm('F2');
    await dataset.press('Enter');
    await dataset.frame.getByRole('dialog', { name: 'Edit row 2 as JSON' }).waitFor();
    await dataset.press('Escape');
    await closed();
    await dataset.keysWork();
  });

  test('a row that is too long is gone through in parts', async () => {
    await dataset.goTo(3);
    await dataset.reads('.long-row .fault', /has 18\.0 MB/);
    await dataset.reads('.long-row pre', /^\{"problem": "Long é+$/);
    await dataset.press('j');
    await partIs('Part 2 of 275, from byte 65,537');
    await dataset.reads('.long-row pre', /^é+$/);
    await dataset.press('k');
    await partIs('Part 1 of 275, from byte 1');
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  const form = (): Locator => dataset.frame.getByRole('dialog');
  const box = (): Locator => dataset.frame.locator('.source-box textarea');
  const button = (name: string): Locator =>
    dataset.frame.locator('.sheet-foot').getByRole('button', { name });
  const type = (text: string) => workbench.page.keyboard.insertText(text);

  async function openForm(key: string): Promise<void> {
    await dataset.press(key);
    await form().waitFor();
  }

  async function closed(): Promise<void> {
    await form().waitFor({ state: 'detached' });
  }

  /** A field by a part of its path, as a person does who knows its name. */
  async function choose(path: string): Promise<void> {
    await dataset.press('F6');
    await type(path);
    await dataset.press('ArrowDown', 'Enter');
    await dataset.reads('.edit-path', path);
  }

  async function noteIs(words: string | RegExp): Promise<void> {
    await eventually(async () => {
      const note = await dataset.words('.sheet-note');
      if (typeof words === 'string') assert.equal(note, words);
      else assert.match(note, words);
    });
  }

  async function partIs(words: string): Promise<void> {
    await dataset.reads('.parts [role=status]', words);
  }
});
