import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { EditForm } from './edit-form';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

const FILE = 'rows.jsonl';
const row = (name: string) => `{"problem": "${name}"}\n`;

describe('a file that another program writes', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  let form: EditForm;
  const file = () => path.join(workbench.folder, FILE);

  before(async () => {
    workbench = await openWorkbench({
      workspace: { [FILE]: row('One.') + row('Two.') + row('Three.') },
      settings: { 'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' } },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    form = new EditForm(workbench, dataset);
    await workbench.openFile(FILE);
    await inHand(1, 3, 'One.');
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('rows that are appended are counted, and the row in hand stays', async () => {
    await dataset.goTo(2);
    fs.appendFileSync(file(), row('Four.') + row('Five.'));
    await inHand(2, 5, 'Two.');
    await dataset.goTo(5);
    await inHand(5, 5, 'Five.');
  });

  test('a row that is written by half is read once it is whole', async () => {
    fs.appendFileSync(file(), '{"problem": "Si');
    await dataset.reads('.top .r', 'Row 5 of 6');
    await dataset.press('ArrowRight', 'ArrowRight');
    await dataset.rowIs(6);
    await dataset.item(6).locator('.badge.error').waitFor();
    fs.appendFileSync(file(), 'x."}\n');
    await inHand(6, 6, 'Six.');
    await dataset.item(6).locator('.badge.error').waitFor({ state: 'detached' });
  });

  test('what is wrong with appended rows is found when no more come', async () => {
    for (const name of ['Bad', 'Worse']) {
      fs.appendFileSync(file(), `{"problem": ${name}.}\n`);
      await workbench.page.waitForTimeout(500);
    }
    await dataset.item(8).locator('.badge.error').waitFor();
    assert.equal(await dataset.frame.locator('.row-item .badge.error').count(), 2);
    fs.truncateSync(file(), fs.readFileSync(file(), 'utf8').indexOf('{"problem": Bad'));
    await inHand(6, 6, 'Six.');
  });

  test('a form that is being filled in stays while rows are appended, and is applied', async () => {
    await dataset.goTo(2);
    await form.open('F2');
    await dataset.press('End');
    await form.type(' And a half.');
    fs.appendFileSync(file(), row('Seven.'));
    await dataset.reads('.top .r', 'Row 2 of 7');
    const box = dataset.frame.locator('.source-box textarea');
    assert.equal(await box.inputValue(), 'Two. And a half.');
    await form.apply();
    await inHand(2, 7, 'Two. And a half.');
    const before = fs.readFileSync(file(), 'utf8');
    await dataset.press('Control+s');
    await eventually(() =>
      assert.equal(fs.readFileSync(file(), 'utf8'), before.replace('Two.', 'Two. And a half.')),
    );
  });

  test('a save asks where rows were appended after an edit, and “Keep Mine” has both', async () => {
    await dataset.keysWork();
    await form.retype('Two.');
    fs.appendFileSync(file(), row('Eight.'));
    const before = fs.readFileSync(file(), 'utf8');
    await dataset.press('Control+s');
    const question = workbench.page.locator('.monaco-dialog-box');
    await eventually(async () => assert.match(await question.innerText(), /became longer on disk/));
    await question.getByRole('button', { name: 'Keep Mine' }).click();
    await eventually(() =>
      assert.equal(fs.readFileSync(file(), 'utf8'), before.replace('Two. And a half.', 'Two.')),
    );
    await inHand(2, 8, 'Two.');
    await eventually(async () =>
      assert.doesNotMatch((await workbench.tab(FILE).getAttribute('class')) ?? '', /\bdirty\b/),
    );
  });

  test('a file that is cut or replaced is read anew', async () => {
    fs.writeFileSync(file(), row('Uno.') + row('Due.'));
    await inHand(2, 2, 'Due.');
    fs.writeFileSync(`${file()}.tmp`, row('Un.') + row('Deux.') + row('Trois.'));
    fs.renameSync(`${file()}.tmp`, file());
    await inHand(2, 3, 'Deux.');
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  async function inHand(number: number, of: number, problem: string): Promise<void> {
    await eventually(async () => {
      assert.equal(await dataset.words('.top .r'), `Row ${number} of ${of}`);
      assert.equal(await dataset.words('.problem'), problem);
    });
  }
});
