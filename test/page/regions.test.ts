import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { png } from '../unit/image/made-images';
import { axeFaults } from './axe-faults';
import type { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { logFile, logLines } from './log-lines';
import { datasetFiles, openToLabel } from './open-to-label';
import { THEMES } from './themes';
import type { Workbench } from './workbench';

const ROWS = [
  {
    id: 'one',
    question: 'How long is the side in <image1>?',
    images: ['wide.png'],
    regions: [{ label: 'AB', box: [30, 20, 130, 80] }],
    answer: '4',
  },
  { id: 'two', question: 'And here: <image1>?', images: ['wide.png'], answer: '1' },
];

const PROJECT = {
  schemes: {
    marks: {
      ...{ title: 'Marks', target: 'region', guideline: 'Judge what is inside the frame.' },
      questions: [
        {
          ...{ id: 'is', title: 'It shows', kind: 'choice' },
          values: [
            { value: 'side', title: 'A side' },
            { value: 'angle', title: 'An angle' },
          ],
        },
        {
          ...{ id: 'has', title: 'Written there', kind: 'several' },
          values: [{ value: 'name' }, { value: 'length' }],
        },
        { id: 'clear', title: 'How clear', kind: 'rating', from: 1, to: 3 },
        { id: 'remark', title: 'A remark', kind: 'text' },
      ],
    },
  },
  files: { 'figures.jsonl': { scheme: 'marks' } },
};

describe('questions about regions of an image', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const file = () => path.join(workbench.folder, 'figures.jsonl');
  const log = () => logLines(file(), 'anna');
  const marked = () => dataset.frame.locator('.picture .region-mark.cur');

  before(async () => {
    const files = datasetFiles('figures.jsonl', ROWS, PROJECT);
    const pictures = { 'images/wide.png': png(400, 160) };
    ({ workbench, dataset } = await openToLabel({ ...files, ...pictures }, 'figures.jsonl', '.picture img'));
    await workbench.page.keyboard.press('Control+b');
    await dataset.focus();
  });
  after(() => workbench?.close());

  for (const { theme, body } of THEMES)
    test(`the dataset’s region is asked about, and marked in the picture, in ${theme}`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      await dataset.needs('Region at 30, 20: It shows');
      assert.equal(await marked().innerText(), 'AB');
      for (const width of [1440, 1040, 760]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await workbench.screenshot(`regions-${body}-${width}`);
      }
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
      assert.deepEqual(await axeFaults(dataset), []);
    });

  test('keys answer it, several and a grade too, and the log has the region and where it is', async () => {
    await dataset.keysWork();
    await dataset.press('1', '2', 'Enter', '3');
    await dataset.rowIs(2);
    await dataset.saved();
    assert.deepEqual(
      log().map(({ what, value }) => [what, value]),
      [
        ['label', 'side'],
        ['label', ['length']],
        ['label', 3],
      ],
    );
    assert.deepEqual(log()[0]?.target, {
      ...{ kind: 'region', region: 'dataset-0', path: ['images', 0], file: 'wide.png', image: '' },
      shape: { x: 30, y: 20, width: 100, height: 60 },
    });
    const [first] = log();
    const bens = { ...first, value: 'angle', annotator: 'ben', machine: '0000000b' };
    const id = `${first?.id.slice(0, -1) ?? ''}${first?.id.endsWith('Z') ? 'Y' : 'Z'}`;
    fs.writeFileSync(logFile(file(), 'ben'), `${JSON.stringify({ ...bens, id })}\n`);
  });

  test('a row without regions says how to draw one; a drawn one is asked about at once', async () => {
    await dataset.needs('No region is drawn here: z enlarges the pictures, and b draws one there.');
    await dataset.press('z');
    await dataset.frame.locator('.picture-stage img').waitFor();
    await dataset.press('b', 'Enter');
    await eventually(async () =>
      assert.equal(await dataset.frame.locator('.region-label input:focus').count(), 1),
    );
    await workbench.page.keyboard.type('CD');
    await dataset.press('Enter');
    await dataset.frame.locator('.region-list .label', { hasText: 'CD' }).waitFor();
    await dataset.press('Escape');
    await dataset.frame.getByRole('dialog').waitFor({ state: 'detached' });
    await eventually(async () => assert.equal(await marked().innerText(), 'CD'));
    await dataset.keysWork();
    await dataset.press('2');
    await eventually(() => assert.equal(log().at(-1)?.value, 'angle'));
    const [region, answer] = log().slice(-2);
    assert.equal(answer?.target['region'], region?.target['region']);
    assert.deepEqual(answer?.target['shape'], (region?.value as { shape: unknown } | undefined)?.shape);
    await workbench.screenshot('regions-drawn');
  });

  test('the review shows the region on which two differ, in its picture', async () => {
    await dataset.keysWork();
    await dataset.press('Shift+w');
    await dataset.reads('.adj .line.now', /A side An angle Region at 30, 20: It shows they differ/);
    await dataset.frame.locator('.adj .line.now .region-mark.cur', { hasText: 'AB' }).waitFor();
    await dataset.frame.locator('.adj .line.now img').waitFor();
    await dataset.frame.locator('.adj .head .picture img').waitFor();
    assert.doesNotMatch(await dataset.words('.adj .head'), /<image1>/);
    await workbench.screenshot('regions-review');
    assert.deepEqual(await axeFaults(dataset), []);
    await dataset.press('2');
    await eventually(() => assert.equal(log().at(-1)?.what, 'adjudication'));
    assert.equal(log().at(-1)?.target['region'], 'dataset-0');
    assert.deepEqual(workbench.errors, []);
  });
});
