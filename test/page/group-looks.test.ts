import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { linkedFiles } from './linked-files';
import { THEMES } from './themes';
import { type Workbench, openWorkbench } from './workbench';

const FILES = ['variants', 'extensions', 'chain', 'fusion'] as const;

describe('how groups look', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;

  before(async () => {
    workbench = await openWorkbench({
      workspace: linkedFiles,
      theme: 'Dark Modern',
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    await workbench.openFile('variants.jsonl');
    await dataset.frame.locator('.problem').first().waitFor();
  });
  after(() => workbench?.close());

  for (const file of FILES) {
    test(`in every theme and at every width, nothing of ${file} overflows, and nothing moves with the cursor`, async () => {
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
      await workbench.openFile(`${file}.jsonl`);
      await dataset.frame.locator('.problem').first().waitFor();
      await sideBar('hidden'); // it takes a third of a narrow window
      await dataset.focus();
      await eventually(async () => {
        await dataset.press('Shift+g');
        await dataset.frame.locator('.member.cur').waitFor({ timeout: 1000 });
      });
      for (const { theme, body } of THEMES) {
        workbench.setSettings({ 'workbench.colorTheme': theme });
        await dataset.frame.locator(`body.${body}`).waitFor();
        for (const width of [1440, 1280, 760]) {
          await workbench.page.setViewportSize({ width, height: 900 });
          await eventually(async () => assert.ok((await pageWidth()) <= width));
          assert.deepEqual(await overflow(), [], `${theme} ${width}`);
          const before = await places();
          await dataset.press('ArrowRight');
          assert.deepEqual(await places(), before, `${theme} ${width}`);
          await workbench.screenshot(`group-${file}-${theme.toLowerCase().replaceAll(' ', '-')}-${width}`);
          await dataset.press('ArrowLeft');
        }
      }
      await dataset.press('Escape');
      await sideBar('visible');
    });
  }

  test('nothing went wrong', () => assert.deepEqual(workbench.errors, []));

  async function sideBar(state: 'hidden' | 'visible'): Promise<void> {
    await workbench.page.keyboard.press('Control+b');
    await workbench.page.locator('.part.sidebar').waitFor({ state });
  }

  const pageWidth = () => dataset.frame.locator('html').evaluate((html) => html.clientWidth);

  /** What is wider than the box that it is in. */
  const overflow = () =>
    dataset.frame.locator('html').evaluate((html) => {
      const boxes = [html, ...html.querySelectorAll('.group, .member, .member > header, .top, .foot')];
      return boxes
        .filter((box) => box.scrollWidth > box.clientWidth + 1)
        .map((box) => `${box.className || box.tagName} by ${box.scrollWidth - box.clientWidth}`);
    });

  /** Where the texts are within what scrolls. */
  const places = () =>
    dataset.frame.locator('.group').evaluate((group) =>
      [...group.querySelectorAll('.member .problem-text, .member-answer')].map((one) => {
        const { x, y } = one.getBoundingClientRect();
        return [Math.round(x), Math.round(y + group.scrollTop)];
      }),
    );
});
