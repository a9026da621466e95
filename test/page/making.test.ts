import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

const ROWS = [
  {
    question: 'A farm has 18 hens. Each lays 6 eggs. How many eggs are there?',
    answer: 'The hens lay 18*6 = <<18*6=108>>108 eggs.\n#### 108',
  },
  {
    question: 'A tray holds 108 eggs, and 40 are sold. How many are left?',
    answer: '108-40 = <<108-40=68>>68 are left.\n#### 68',
  },
].map((row) => JSON.stringify(row));

describe('making data', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;

  before(async () => {
    workbench = await openWorkbench({
      workspace: { 'eggs.jsonl': `${ROWS.join('\n')}\n` },
      settings: { 'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' } },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    await workbench.openFile('eggs.jsonl');
    await dataset.rowIs(1);
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('variants of a row are shown beside it before they are added, and one undo takes them back', async () => {
    await workbench.quickInput.answer(() => dataset.press('Shift+v'), '100-999 x 2');
    const question = workbench.page.locator('.monaco-dialog-box');
    await eventually(async () =>
      assert.match(await question.innerText(), /Add 2 variants behind row 1 of eggs\.jsonl\?/),
    );
    await workbench.page.locator('.monaco-diff-editor .view-line', { hasText: '18 hens' }).first().waitFor();
    await workbench.screenshot('variants-preview');
    await question.getByRole('button', { name: 'Add', exact: true }).click();
    await dataset.reads('.top .r', 'Row 1 of 4');
    await dataset.focus();
    await dataset.goTo(2);
    await dataset.reads('.problem', /^A farm has \d{3} hens\. Each lays \d{3} eggs\./);
    await dataset.press('Control+z');
    await dataset.reads('.top .r', /of 2$/);
    assert.deepEqual(onDisk('eggs.jsonl'), ROWS);
  });

  test('a row that cannot be varied says why', async () => {
    await dataset.goTo(2);
    await workbench.quickInput.answer(() => dataset.press('Shift+v'), '1-1 x 1');
    await dataset.reads('.foot', /Row 2 of eggs\.jsonl has no variant: /);
  });

  test('a new dataset is made of this one, and opened from the message', async () => {
    const { quickInput } = workbench;
    await quickInput.choose(() => dataset.press('Shift+n'), quickInput.rows('Chains'), 'Chains');
    await eventually(async () => assert.equal(await quickInput.box.inputValue(), '2'));
    await quickInput.box.press('Enter');
    await eventually(async () => assert.equal(await quickInput.box.inputValue(), '100'));
    await quickInput.box.press('Enter');
    await eventually(async () => assert.match(await quickInput.box.inputValue(), /eggs\.chains\.jsonl$/));
    await quickInput.box.press('Enter');
    const told = workbench.page.locator('.notification-toast', {
      hasText: 'eggs.chains.jsonl: 1 row made of 2; 0 gave none.',
    });
    await told.getByRole('button', { name: 'Open' }).click();
    await dataset.reads('.top .r', 'Row 1 of 1');
    const [chain] = onDisk('eggs.chains.jsonl').map((row) => JSON.parse(row) as Record<string, unknown>);
    assert.deepEqual([chain?.['answer'], chain?.['horizon'], chain?.['rows']], ['68', 2, [1, 2]]);
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  const onDisk = (name: string) =>
    fs.readFileSync(path.join(workbench.folder, name), 'utf8').trimEnd().split('\n');
});
