import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axeFaults } from './axe-faults';
import type { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { datasetFiles, openToLabel } from './open-to-label';
import { THEMES } from './themes';
import type { Workbench } from './workbench';

const LONG = 'Read the whole question once more before anything is counted. '.repeat(30);

const rows = [1, 2].map((at) => ({
  id: `r${at}`,
  question: `${LONG}What is $${at} + 1$?`,
  key: `${at + 1}`,
  sample: [`Begin with $${at}$.`, `Count one on: $${at + 1}$.`],
  worked: Array.from(
    { length: 40 },
    (_, step) => `Step ${step + 1} says that $${at} + ${step} = ${at + step}$.`,
  ),
}));

const PROJECT = {
  profiles: [
    {
      ...{ id: 'exam', title: 'Exam' },
      idField: ['id'],
      roles: [
        { role: 'problem', paths: [['question']] },
        { role: 'answer', paths: [['key']] },
        { role: 'trace', paths: [['sample']], decoder: 'step-list', author: 'Book', traceKind: 'reference' },
        { role: 'trace', paths: [['worked']], decoder: 'step-list', author: 'Model', traceKind: 'model' },
      ],
    },
  ],
  files: { 'exam.jsonl': { profile: 'exam' } },
};

describe('the reference answer pinned beside the steps', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const answer = () => dataset.frame.locator('.ref .answer');
  const pinned = () => dataset.frame.locator('.ref > .pinned');
  /** Whether the answer is in sight in its pane. */
  const inSight = () =>
    answer().evaluate((node) => {
      const box = node.getBoundingClientRect();
      const pane = node.closest('.ref')?.getBoundingClientRect();
      return pane !== undefined && box.top >= pane.top - 1 && box.bottom <= pane.bottom + 1;
    });

  before(async () => {
    ({ workbench, dataset } = await openToLabel(datasetFiles('exam.jsonl', rows, PROJECT), 'exam.jsonl'));
  });
  after(() => workbench?.close());

  test('a long question has the answer out of sight until ; pins it', async () => {
    assert.equal(await inSight(), false);
    assert.equal(await pinned().count(), 0);
    await dataset.press(';');
    await pinned().waitFor();
    assert.equal(await inSight(), true);
    await dataset.reads('.ref > .pinned .answer', 'Reference answer 2 Unpin ;');
    assert.match(await pinned().innerText(), /Count one on/);
    assert.equal(await answer().count(), 1);
  });

  test('it stays while one walks the trace, and while the pane is scrolled', async () => {
    for (let step = 0; step < 30; step++) await dataset.press('j');
    await dataset.needs('Label step 31, or mark the first error');
    assert.equal(await inSight(), true);
    await dataset.frame.locator('.ref').evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
    assert.equal(await inSight(), true);
  });

  for (const { theme, body } of THEMES) {
    test(`in ${theme} it takes no more than half of the pane, and nothing sticks out`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      for (const width of [1440, 1040, 760]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await dataset.fitsIn(width);
        await eventually(async () => assert.equal(await inSight(), true));
        await workbench.screenshot(`pinned-${body}-${width}`);
      }
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
      assert.deepEqual(await axeFaults(dataset), []);
    });
  }

  test('it is remembered over rows and a restart, and goes by the same key', async () => {
    await dataset.focus();
    await dataset.goTo(2);
    await dataset.reads('.ref > .pinned .answer', 'Reference answer 3 Unpin ;');
    await workbench.load();
    await dataset.steps.first().waitFor();
    await pinned().waitFor();
    await dataset.focus();
    await dataset.press(';');
    await pinned().waitFor({ state: 'detached' });
    assert.equal(await answer().count(), 1);
    assert.deepEqual(workbench.errors, []);
  });
});
