import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { EditForm } from './edit-form';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

const FILE = 'rows.jsonl';
/** A mark in front, both kinds of line end, odd spacing, a blank line, and no line end at the last. */
const CONTENT =
  '\uFEFF{"id":1,  "problem": "One \\u00e9."}\r\n{"id": 2.0, "problem":"Two."}\n\r\n{"id":3, "problem": "Three."}';

describe('edits that are not saved', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  let form: EditForm;

  before(async () => {
    workbench = await openWorkbench({
      workspace: { [FILE]: CONTENT, 'other.jsonl': '{"problem": "Other."}\n' },
      settings: { 'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' } },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    form = new EditForm(workbench, dataset);
    await workbench.openFile(FILE);
    await problemIs('One é.');
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('the tab has a dot, and VS Code takes the edit back and makes it again', async () => {
    await form.retype('First.');
    await isDirty(true);
    assert.equal(onDisk(), CONTENT);
    await dataset.press('Control+z');
    await problemIs('One é.');
    await isDirty(false);
    await dataset.press('Control+y');
    await problemIs('First.');
    await isDirty(true);
  });

  test('undoing in a form takes back what is typed there, not the edit before', async () => {
    await form.open('F2');
    await dataset.press('End');
    await form.type(' And more.');
    await dataset.press('Control+z');
    const box = dataset.frame.locator('.source-box textarea');
    await eventually(async () => assert.equal(await box.inputValue(), 'First.'));
    await dataset.press('Escape');
    await form.closed();
    await dataset.keysWork();
    await problemIs('First.');
    await isDirty(true);
  });

  test('a save writes the edited value, and leaves every other byte as it was', async () => {
    await dataset.press('Control+s');
    await isDirty(false);
    assert.equal(onDisk(), CONTENT.replace('One \\u00e9.', 'First.'));
  });

  test('an edit is taken back after it was saved, and the file is as at first', async () => {
    await dataset.press('Control+z');
    await problemIs('One é.');
    await isDirty(true);
    await dataset.press('Control+s');
    await isDirty(false);
    assert.equal(onDisk(), CONTENT);
  });

  test('reverting the file gives up all edits', async () => {
    await form.retype('Uno.');
    await dataset.goTo(4);
    await form.retype('Tre.');
    await workbench.runCommand('File: Revert File');
    await problemIs('Three.');
    await isDirty(false);
    await dataset.focus();
    await dataset.goTo(1);
    await problemIs('One é.');
    assert.equal(onDisk(), CONTENT);
  });

  test('an edit is there after the window was closed and opened', async () => {
    await form.retype('Unus.');
    await isDirty(true);
    await workbench.openFile('other.jsonl');
    await problemIs('Other.');
    await workbench.openFile(FILE);
    await problemIs('Unus.');
    await backedUp();
    await reopenWindow();
    await problemIs('Unus.');
    await isDirty(true);
    assert.equal(onDisk(), CONTENT);
  });

  test('an edit that was made when the extension host is killed at once is there in the next', async () => {
    await dataset.focus();
    await dataset.goTo(2);
    await form.retype('Duo.');
    process.kill(workbench.extensionHostPid(), 'SIGKILL');
    await reopenWindow();
    await dataset.frame.locator('.problem').first().waitFor();
    await dataset.focus();
    await dataset.goTo(1);
    await problemIs('Unus.');
    await dataset.goTo(2);
    await problemIs('Duo.');
    await isDirty(true);
    await dataset.press('Control+s');
    await isDirty(false);
    assert.equal(onDisk(), CONTENT.replace('One \\u00e9.', 'Unus.').replace('Two.', 'Duo.'));
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  const onDisk = () => fs.readFileSync(path.join(workbench.folder, FILE), 'utf8');

  async function problemIs(words: string): Promise<void> {
    await dataset.reads('.problem', words);
  }

  async function isDirty(dirty: boolean): Promise<void> {
    const tab = workbench.tab(FILE);
    await eventually(async () =>
      assert.equal(/\bdirty\b/.test((await tab.getAttribute('class')) ?? ''), dirty),
    );
  }

  /** Which tab was in front is in VS Code's memory, which it writes some seconds late. */
  async function reopenWindow(): Promise<void> {
    await workbench.load();
    await workbench.openFile(FILE);
  }

  /** VS Code keeps a copy a second after an edit. */
  async function backedUp(): Promise<void> {
    await workbench.page.waitForTimeout(2500);
  }
});
