import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { axeFaults } from './axe-faults';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { THEMES } from './themes';
import { type Workbench, openWorkbench } from './workbench';

describe('what a screen reader and weak eyes get', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;

  before(async () => {
    workbench = await openWorkbench({
      workspace: 'media/sample',
      theme: 'Dark Modern',
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1800, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    await workbench.openFile('champ/problems.jsonl');
    await dataset.steps.first().waitFor();
    await dataset.focus();
    await dataset.press('g', 'n', 'b');
    await dataset.frame.locator('.cut').waitFor();
    await dataset.saved();
  });
  after(() => workbench?.close());

  for (const { theme, body } of THEMES) {
    test(`in ${theme} the page has no fault that axe knows, nor have its forms`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      await dataset.focus();
      assert.deepEqual(await faults(), []);
      await dataset.press('f');
      await dataset.frame.getByRole('dialog').waitFor();
      assert.deepEqual(await faults(), []);
      await dataset.press('Escape');
      await dataset.frame.getByRole('dialog').waitFor({ state: 'detached' });
      await dataset.keysWork();
      await dataset.press('Shift+Slash');
      await dataset.frame.getByRole('dialog').waitFor();
      assert.deepEqual(await faults(), []);
      await dataset.press('Escape');
    });
  }

  for (const { theme, body } of THEMES) {
    test(`in ${theme} the table has no fault, nor have its menus and the forms to edit with`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      await dataset.frame.locator('.top .r').click();
      await toFocusView();
      await dataset.keysWork();
      await dataset.press('Shift+t');
      await dataset.frame.locator('.hist').first().waitFor();
      await dataset.frame.locator('.tr .katex').first().waitFor();
      assert.deepEqual(await faults(), []);
      await dataset.press('/');
      await dataset.frame.getByRole('listbox', { name: 'What can be typed' }).waitFor();
      assert.deepEqual(await faults(), []);
      await workbench.page.keyboard.type('how many');
      await dataset.press('Enter');
      await dataset.frame.locator('.tr mark').first().waitFor();
      assert.deepEqual(await faults(), []);
      await dataset.frame.getByRole('columnheader', { name: 'Category' }).focus();
      await dataset.press('ArrowDown');
      await dataset.frame.getByRole('listbox', { name: 'Values of Category' }).waitFor();
      assert.deepEqual(await faults(), []);
      await dataset.press('Escape');
      await eventually(async () => {
        await dataset.press('Escape');
        assert.match(await dataset.words('.counts'), /^24 rows/);
      });
      await toFocusView();
      for (const key of ['F2', 'Shift+F2']) {
        await dataset.keysWork();
        await dataset.press(key);
        await dataset.frame.getByRole('dialog').waitFor();
        assert.deepEqual(await faults(), [], key);
        await dataset.press('Escape');
        await dataset.frame.getByRole('dialog').waitFor({ state: 'detached' });
      }
    });
  }

  test('from the query to a saved edit by keys alone, and the focus is never lost', async () => {
    await toFocusView();
    await dataset.keysWork();
    await dataset.press('Shift+t');
    await dataset.frame.getByRole('grid').waitFor();
    await dataset.press('/');
    await dataset.frame.getByRole('listbox', { name: 'What can be typed' }).waitFor();
    await workbench.page.keyboard.type('lighthouse');
    await dataset.press('Enter');
    await dataset.reads('.counts', /^1 of 24 rows/);
    await dataset.press('Enter');
    await eventually(async () => assert.equal(await inHand(), 'grid'));
    await eventually(async () => {
      if ((await dataset.frame.locator('.grid').count()) > 0) await dataset.press('Enter');
      await dataset.frame.locator('.problem mark').first().waitFor({ timeout: 1000 });
    });
    await dataset.reads('.query-acts', /^1 of 1 /);
    await dataset.keysWork();
    await dataset.press('F2');
    await dataset.frame.getByRole('dialog').waitFor();
    await eventually(async () => assert.match((await inHand()) ?? '', /text-?area/));
    await dataset.press('Control+End');
    await workbench.page.keyboard.type(' Done.');
    await dataset.press('Control+Enter');
    await dataset.frame.getByRole('dialog').waitFor({ state: 'detached' });
    await dataset.keysWork();
    await dataset.press('Control+s');
    const file = path.join(workbench.folder, 'champ/problems.jsonl');
    await eventually(async () => assert.match(fs.readFileSync(file, 'utf8'), / Done\./));
    assert.equal(await dataset.frame.locator('.foot.lost').count(), 0);
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  async function toFocusView(): Promise<void> {
    await eventually(async () => {
      await dataset.press('Shift+f');
      await dataset.steps.first().waitFor({ timeout: 1000 });
    });
  }

  /** What has the focus: its role, or its element. */
  function inHand(): Promise<string | null> {
    return dataset.frame
      .locator('html')
      .evaluate(
        () => document.activeElement?.getAttribute('role') ?? document.activeElement?.localName ?? null,
      );
  }

  const faults = () => axeFaults(dataset);
});
