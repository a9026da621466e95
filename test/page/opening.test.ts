import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

describe('opening a dataset', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const offer = () => workbench.page.locator('.notification-toast', { hasText: 'in Scholium by default?' });
  const button = (name: string) => workbench.page.locator('.editor-actions').getByRole('button', { name });
  const tabs = () => workbench.page.locator('.tabs-container .tab');

  before(async () => {
    workbench = await openWorkbench({
      workspace: 'media/sample',
      settings: { 'scholium.annotator': 'anna' },
      viewport: { width: 1800, height: 900 },
    });
    dataset = new DatasetPage(workbench);
  });
  after(() => workbench?.close());

  test('a click in the explorer opens text, whose title has the way into Scholium', async () => {
    await workbench.openFile('champ/problems.jsonl');
    await workbench.page.locator('.editor-instance .monaco-editor .view-line').first().waitFor();
    assert.equal(await button('Open in Scholium').count(), 1);
  });

  test('the cursor in line 5 of the text opens row 5, in the place of the text', async () => {
    await workbench.quickInput.answer(() => workbench.page.keyboard.press('Control+g'), ':5');
    await statusIs(/Ln 5, Col 1/);
    await button('Open in Scholium').click();
    await dataset.steps.first().waitFor();
    await dataset.rowIs(5);
    await eventually(async () => assert.equal(await tabs().count(), 1));
  });

  test('it asks once whether Scholium is to open such files here', async () => {
    await offer().waitFor();
    assert.equal(await offer().count(), 1);
  });

  test('a yes to the question is written in the settings of the workspace', async () => {
    await offer().getByRole('button', { name: 'Open in Scholium' }).click();
    const file = path.join(workbench.folder, '.vscode', 'settings.json');
    await eventually(() => {
      const settings = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>;
      assert.deepEqual(settings['workbench.editorAssociations'], {
        '*.jsonl': 'scholium.dataset',
        '*.ndjson': 'scholium.dataset',
      });
    });
  });

  test('the problem has its answer, and hints and concepts from the files beside it', async () => {
    await dataset.goTo(1);
    await dataset.reads('.problem', /^A lighthouse keeper/);
    await dataset.reads('.answer', /448/);
    const pane = await dataset.words('.ref');
    assert.match(pane, /Hints 2 .*be the number of allowed signals.*A red last flash must follow/);
    assert.match(pane, /Concepts 1 .*rule of product If an action is made of/);
    assert.equal(await dataset.frame.locator('.missing').count(), 0);
  });

  test('its traces stand side by side, with typeset formulas', async () => {
    await dataset.frame.locator('.step .katex').first().waitFor();
    assert.deepEqual(await visibleTraces(), ['A Aster-7B', 'B Borealis-70B']);
    const [left, right] = await Promise.all([
      dataset.frame.locator('.step:not(.cmp)').first().boundingBox(),
      dataset.frame.locator('.step.cmp').first().boundingBox(),
    ]);
    assert.ok(left && right && left.x + left.width <= right.x + 1);
    assert.equal(Math.round(left.y), Math.round(right.y), 'step 1 is at the height of step 1');
    assert.equal(await dataset.frame.locator('.broken').count(), 0);
    assert.doesNotMatch(await dataset.words('.reading'), /@@/);
  });

  test('the row list has all rows, and a click in it opens one', async () => {
    await dataset.item(3).click();
    await dataset.rowIs(3);
    assert.equal(await dataset.item(3).getAttribute('aria-current'), 'true');
    await dataset.reads('.top .r', /^Row 3 of 24$/);
    await eventually(async () =>
      assert.match(await dataset.item(1).innerText(), /^1\s+A lighthouse keeper sends a signal/),
    );
  });

  test('only the formulas that are broken on purpose are shown as broken', async () => {
    const broken: number[] = [];
    await dataset.goTo(1);
    for (let row = 1; row <= 24; row++) {
      if (row > 1) await dataset.press('ArrowRight');
      await dataset.rowIs(row);
      await allTypeset();
      if ((await dataset.frame.locator('.work .broken').count()) > 0) broken.push(row);
    }
    assert.deepEqual(broken, [22, 24]);
  });

  test('an id leads to its row, and a path to the step that it is in', async () => {
    await dataset.goToPlace('P_Polynomial_2');
    await dataset.rowIs(10);
    await dataset.goToPlace('1 fws_annotations["Borealis-70B|Direct C w/ H"].text');
    await dataset.rowIs(1);
    await dataset.traceIs('B Borealis-70B');
    await dataset.keysWork();
  });

  test('Open as Text goes to the row that was read, beside Scholium', async () => {
    await dataset.goTo(7);
    await button('Open as Text').click();
    await statusIs(/Ln 7, Col 1/);
    await eventually(async () => assert.equal(await tabs().count(), 2));
  });

  test('the explorer has it in its menu', async () => {
    await workbench.explorerMenu('gsm8k.jsonl', 'Open in Scholium');
    await workbench.tab('gsm8k.jsonl').waitFor();
    await dataset.reads('.problem', /^Mira folds 14 paper cranes/);
    await dataset.rowIs(1);
  });

  test('after a reload a click opens Scholium, and nothing is asked', async () => {
    await workbench.load();
    await fileInExplorer('math.jsonl').click();
    await workbench.tab('math.jsonl').waitFor();
    await dataset.reads('.problem', /^Solve the equation/);
    const center = workbench.page.locator('.notifications-center.visible');
    await eventually(async () => {
      if (await center.isVisible()) return;
      await workbench.page.locator('.statusbar-item[id="status.notifications"]').click(); // none while VS Code starts
      await center.waitFor({ timeout: 2000 });
    });
    assert.doesNotMatch(await center.innerText(), /Scholium by default/);
    assert.equal(await offer().count(), 0);
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  const fileInExplorer = (name: string) =>
    workbench.page
      .locator('.explorer-folders-view .monaco-list-row')
      .filter({ has: workbench.page.getByText(name, { exact: true }) });

  async function statusIs(words: RegExp): Promise<void> {
    await workbench.page.locator('.statusbar-item', { hasText: words }).waitFor();
  }

  async function allTypeset(): Promise<void> {
    await eventually(async () => {
      const formulas = dataset.frame.locator('.formula');
      assert.ok((await formulas.count()) > 0);
      const waiting = await formulas.evaluateAll(
        (all) => all.filter((one) => one.querySelector('.katex, .katex-html, .broken') === null).length,
      );
      assert.equal(waiting, 0);
    });
  }

  async function visibleTraces(): Promise<string[]> {
    const heads = await dataset.frame.locator('.heads .who').filter({ visible: true }).allInnerTexts();
    return heads.map((words) => words.replaceAll(/\s+/g, ' ').replace(/ (\d+ of|first).*$/, ''));
  }
});
