import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { EXAM, datasetFiles, openToLabel } from './open-to-label';
import type { Workbench } from './workbench';

const STEPS = 14;

const ROW = {
  id: 'long',
  question: 'What is $1 + 2 + \\dots + 14$?',
  key: '105',
  worked: Array.from({ length: STEPS }, (_, at) => {
    const sum = ((at + 1) * (at + 2)) / 2;
    return `With the first ${at + 1} numbers the sum is $${sum}$, because $${sum - at - 1} + ${at + 1} = ${sum}$.`;
  }),
};

const PROJECT = {
  profiles: [EXAM],
  files: { 'exam.jsonl': { profile: 'exam' } },
};

describe('a window that gets another size', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;

  before(async () => {
    ({ workbench, dataset } = await openToLabel(datasetFiles('exam.jsonl', [ROW], PROJECT), 'exam.jsonl'));
    await workbench.page.keyboard.press('Control+b');
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('the step in hand stays in sight', async () => {
    for (let step = 1; step < STEPS - 2; step++) await dataset.press('j');
    await dataset.needs(`Label step ${STEPS - 2}, or mark the first error`);
    for (const size of [
      { width: 1440, height: 900 },
      { width: 760, height: 560 },
      { width: 1100, height: 560 },
    ]) {
      await workbench.page.setViewportSize(size);
      await eventually(async () => {
        const [board, step] = await Promise.all(
          ['.work', '.step.now'].map((part) => dataset.frame.locator(part).first().boundingBox()),
        );
        assert.ok(board && step);
        assert.ok(board.width < size.width && step.width <= board.width);
        assert.ok(step.y >= board.y - 1, `${step.y} above ${board.y}`);
        assert.ok(step.y + step.height <= board.y + board.height + 1, `${step.y + step.height} below`);
      });
      await workbench.screenshot(`resizing-${size.width}`);
    }
    assert.deepEqual(workbench.errors, []);
  });
});
