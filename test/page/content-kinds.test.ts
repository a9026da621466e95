import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { contentFiles } from './content-files';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

const THEMES = [
  { theme: 'Dark Modern', body: 'vscode-dark' },
  { theme: 'Light Modern', body: 'vscode-light' },
  { theme: 'Default High Contrast', body: 'vscode-high-contrast' },
];

describe('the kinds of content that rows have', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;

  before(async () => {
    workbench = await openWorkbench({
      workspace: contentFiles,
      theme: 'Dark Modern',
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
  });
  after(() => workbench?.close());

  test('a program is in its colours and an output apart, folded when it is long', async () => {
    await open('code.jsonl');
    const program = dataset.frame.getByRole('group', { name: 'Python code, not run' }).first();
    await program.locator('.tok-keyword').first().waitFor();
    assert.match(await program.innerText(), /# costs \$5 or \$6/);
    assert.equal(await program.locator('.katex').count(), 0);
    assert.match(await dataset.frame.getByRole('group', { name: 'Output' }).first().innerText(), /25 primes/);
    const folded = dataset.frame.locator('details.output');
    assert.match(await folded.locator('summary').innerText(), /Output, 12 lines/);
    assert.equal(await folded.evaluate((details) => (details as unknown as { open: boolean }).open), false);
    await looks('code');
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  /** Without the side bar, which takes a third of the window. */
  async function open(file: string): Promise<void> {
    await sideBar('visible');
    await workbench.openFile(file);
    await dataset.frame.locator('.problem').first().waitFor();
    await sideBar('hidden');
  }

  async function sideBar(state: 'hidden' | 'visible'): Promise<void> {
    const bar = workbench.page.locator('.part.sidebar');
    if ((await bar.isVisible()) !== (state === 'visible')) await workbench.page.keyboard.press('Control+b');
    await bar.waitFor({ state });
  }

  /** In every theme nothing is wider than its box. */
  async function looks(name: string): Promise<void> {
    for (const { theme, body } of THEMES) {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      await eventually(async () => assert.deepEqual(await overflow(), [], `${name} ${theme}`));
      await workbench.screenshot(`content-${name}-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
  }

  const overflow = () =>
    dataset.frame.locator('html').evaluate((html) => {
      const boxes = [html, ...html.querySelectorAll('.ref, .work, .step .t, .top, .foot')];
      return boxes
        .filter((box) => box.scrollWidth > box.clientWidth + 1)
        .map((box) => `${box.className || box.tagName} by ${box.scrollWidth - box.clientWidth}`);
    });
});
