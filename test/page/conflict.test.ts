import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { EditForm } from './edit-form';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

const FILE = 'rows.jsonl';
const row = (id: number, problem: string) => `{"id": ${id}, "problem": "${problem}"}\n`;

describe('a file that another program changes while it has unsaved edits', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  let form: EditForm;
  const file = () => path.join(workbench.folder, FILE);

  before(async () => {
    workbench = await openWorkbench({
      workspace: { [FILE]: row(1, 'One.') + row(2, 'Two.') + row(3, 'Three.') },
      settings: { 'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' } },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    form = new EditForm(workbench, dataset);
    await workbench.openFile(FILE);
    await problemIs('One.');
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('“Compare” shows my rows beside those on the disk, and the edits stay', async () => {
    await form.retype('Mine.');
    replace(row(0, 'Zero.') + row(1, 'One.') + row(2, 'Zwei.') + row(3, 'Three.'));
    await answer('Compare');
    const words = workbench.webview().locator('body');
    await eventually(async () => assert.match(await words.innerText(), /with your edits[^]*on disk/));
    await workbench.runCommand('View: Close Editor');
    await problemIs('Mine.');
    await isDirty(true);
  });

  test('“Keep Mine” makes my edits in the file as it is now, and a save writes both', async () => {
    await dataset.focus();
    await dataset.press('Control+s');
    await keepMineInDialog();
    const both = row(0, 'Zero.') + row(1, 'Mine.') + row(2, 'Zwei.') + row(3, 'Three.');
    await eventually(() => assert.equal(fs.readFileSync(file(), 'utf8'), both));
    await isDirty(false);
    await dataset.reads('.top .r', / of 4$/);
  });

  test('a file that was written over in its place loses no row of the other program, and no text of mine', async () => {
    await dataset.focus();
    await dataset.goTo(2);
    await form.retype('Mine again.');
    const theirs = row(9, 'New.') + row(0, 'Zero.') + row(1, 'Theirs.');
    fs.writeFileSync(file(), theirs);
    await answer('Keep Mine');
    await workbench.page.locator('.notification-toast', { hasText: 'gone or not clear: 2' }).waitFor();
    await dataset.focus();
    await dataset.press('Control+s');
    await eventually(() => assert.equal(fs.readFileSync(file(), 'utf8'), theirs + row(1, 'Mine again.')));
    await isDirty(false);
  });

  test('“Reload, Drop Mine” shows the file as it is now, with nothing left to save', async () => {
    await dataset.goTo(2);
    await form.retype('Mine once more.');
    const theirs = row(0, 'Null.') + row(1, 'Eins.');
    replace(theirs);
    await answer('Reload, Drop Mine');
    await problemIs('Eins.');
    await isDirty(false);
    await dataset.focus();
    await dataset.press('Control+s');
    assert.equal(fs.readFileSync(file(), 'utf8'), theirs);
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  /** As most programs write a file: beside it first, then in its place. */
  function replace(text: string): void {
    fs.writeFileSync(`${file()}.new`, text);
    fs.renameSync(`${file()}.new`, file());
  }

  async function keepMineInDialog(): Promise<void> {
    const question = workbench.page.locator('.monaco-dialog-box');
    await question.getByRole('button', { name: 'Keep Mine' }).click();
  }

  async function answer(choice: string): Promise<void> {
    const toast = workbench.page.locator('.notification-toast', {
      hasText: 'was changed on disk by another',
    });
    await toast.getByRole('button', { name: choice, exact: true }).click();
  }

  async function problemIs(words: string): Promise<void> {
    await dataset.reads('.problem', words);
  }

  async function isDirty(dirty: boolean): Promise<void> {
    await eventually(async () =>
      assert.equal(/\bdirty\b/.test((await workbench.tab(FILE).getAttribute('class')) ?? ''), dirty),
    );
  }
});
