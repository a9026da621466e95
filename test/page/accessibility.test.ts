import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame } from 'playwright-core';
import { root } from '../../scripts/project-root.mjs';
import { DatasetPage } from './dataset-page';
import { type Workbench, openWorkbench } from './workbench';

/** As the page has it once axe-core's source ran in it. */
declare const axe: { run(what: Document, options: RunOptions): Promise<AxeResults> };

const THEMES = [
  { theme: 'Dark Modern', body: 'vscode-dark' },
  { theme: 'Light Modern', body: 'vscode-light' },
  { theme: 'Default High Contrast', body: 'vscode-high-contrast' },
];

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

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  async function faults(): Promise<string[]> {
    const frame = await frameOfPage();
    await frame.evaluate(fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
    const { violations } = await frame.evaluate(() =>
      axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'],
      }),
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)}: ${failureSummary}`),
    );
  }

  async function frameOfPage(): Promise<Frame> {
    const body = await dataset.frame.locator('body').elementHandle();
    const frame = await body?.ownerFrame();
    if (!frame) throw new Error('The page has no frame.');
    return frame;
  }
});
