import assert from 'node:assert/strict';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { png } from '../unit/image/made-images';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { logLines } from './log-lines';
import { type Workbench, openWorkbench } from './workbench';

const ROWS = [
  {
    id: 'one',
    question: 'How long is the side in <image1>, and in <image2>?',
    images: ['wide.png', 'deep.png'],
    regions: [{ label: 'AB', box: [30, 20, 130, 80] }],
    answer: '4',
  },
  { id: 'two', question: 'What is wrong here?', images: ['gone.png', '../../etc/passwd'], answer: '1' },
];

describe('pictures in a row', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const log = () => logLines(path.join(workbench.folder, 'figures.jsonl'), 'anna');
  const dialog = () => dataset.frame.getByRole('dialog');

  before(async () => {
    workbench = await openWorkbench({
      workspace: {
        'figures.jsonl': ROWS.map((row) => `${JSON.stringify(row)}\n`).join(''),
        'images/wide.png': png(400, 160),
        'images/deep.png': png(120, 240, [40, 90, 200]),
      },
      theme: 'Dark Modern',
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    await workbench.openFile('figures.jsonl');
    await dataset.frame.locator('.picture img').first().waitFor();
    await workbench.page.keyboard.press('Control+b');
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('they stand where the text has them, with what the dataset marks in them', async () => {
    const sizes = await dataset.frame.locator('.problem .picture').evaluateAll((all) =>
      all.map((one) => {
        const { width, height } = one.getBoundingClientRect();
        return (width / height).toFixed(1);
      }),
    );
    assert.deepEqual(sizes, ['2.5', '0.5']);
    await dataset.reads('.region-mark b', 'AB');
  });

  test('a key enlarges them; keys turn, zoom, and go to the next', async () => {
    await dataset.press('z');
    await dialog().locator('.picture-stage img').waitFor();
    await dataset.press('r');
    await dataset.reads('.picture-state', /turned 90°/);
    await dataset.press('0', '+');
    await dataset.reads('.picture-state', /125 %/);
    await dataset.press(']');
    await dataset.reads('.picture-dialog h2', /deep\.png \(2 of 2\)/);
    await dataset.press('[');
    await dataset.reads('.picture-dialog h2', /wide\.png \(1 of 2\)/);
  });

  test('a region is drawn by keys alone, is in the log in pixels, and can be taken back', async () => {
    await dialog().locator('.picture-stage img').waitFor();
    await dataset.press('b', 'ArrowRight', 'Shift+ArrowDown', 'Enter');
    await eventually(async () =>
      assert.equal(await dialog().locator('.region-label input:focus').count(), 1),
    );
    await workbench.page.keyboard.type('the side');
    await dataset.press('Enter');
    await dialog().locator('.region-list .label', { hasText: 'the side' }).waitFor();
    await eventually(async () => assert.equal(log().length, 1));
    const [event] = log();
    assert.equal(event?.what, 'region');
    assert.equal(event?.target['file'], 'wide.png');
    assert.match(JSON.stringify(event?.target['image']), /^"[0-9a-f]{32}"$/);
    assert.deepEqual(event?.value, {
      shape: { x: 158, y: 60, width: 100, height: 48 },
      label: 'the side',
      on: true,
    });
    for (const theme of ['Dark Modern', 'Light Modern', 'Default High Contrast']) {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      const body =
        { 'Dark Modern': 'vscode-dark', 'Light Modern': 'vscode-light' }[theme] ?? 'vscode-high-contrast';
      await dataset.frame.locator(`body.${body}`).waitFor();
      for (const width of [1440, 760]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await workbench.screenshot(`pictures-${body}-${width}`);
      }
    }
    await dataset.press('Backspace');
    await eventually(async () => assert.equal(await dialog().locator('.region-list .label').count(), 1));
    await dataset.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await workbench.screenshot('pictures-row-760');
  });

  test('a picture that is not there says its name, why, and where it was looked for', async () => {
    await dataset.keysWork();
    await dataset.goTo(2);
    const faults = dataset.frame.locator('.picture-fault');
    await eventually(async () => assert.equal(await faults.count(), 2));
    const [gone, outside] = await faults.allInnerTexts();
    assert.match(
      gone ?? '',
      /There is no image gone\.png\. Looked in the workspace folder, images\. Named in images\[0\]/,
    );
    assert.match(outside ?? '', /outside the workspace/);
    await workbench.screenshot('pictures-missing');
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });
});
