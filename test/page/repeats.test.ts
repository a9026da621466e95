import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { logLines } from './log-lines';
import { EXAM, datasetFiles, openToLabel } from './open-to-label';
import type { Workbench } from './workbench';

/** So many rows have to come between the two times, and the row itself. */
const ROWS = 21;

/** Whether a row comes to Anna a second time, by the formula in docs/labelling.md, where half of them do. */
function comesAgain(id: string): boolean {
  const hex = createHash('sha256').update(`pass\nid:${id}\nanna\nagain`).digest('hex').slice(0, 13);
  return parseInt(hex, 16) / 2 ** 52 < 0.5;
}

const FIRST = Array.from({ length: 99 }, (_, at) => `first-${at}`).find(comesAgain) ?? '';

const rows = Array.from({ length: ROWS }, (_, at) => ({
  id: at === 0 ? FIRST : `r${at + 1}`,
  question: `What is $${at} + 1$?`,
  key: String(at + 1),
  worked: [`It is $${at + 1}$.`],
}));

const PROJECT = {
  profiles: [EXAM],
  schemes: {
    clear: {
      target: 'row',
      questions: [{ id: 'clear', title: 'Is it clear?', kind: 'yes-no' }],
    },
  },
  files: { 'exam.jsonl': { profile: 'exam', scheme: 'clear' } },
  queues: { pass: { annotators: ['anna'], repeats: 0.5 } },
};

describe('a row that comes a second time', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const log = () =>
    logLines(path.join(workbench.folder, 'exam.jsonl'), 'anna').map(({ what, value, row, again }) =>
      [what, what === 'undo' ? '' : value, row.number + 1, ...(again ? ['again'] : [])].join(' '),
    );
  const logEnds = (...lines: string[]) =>
    eventually(() => assert.deepEqual(log().slice(-lines.length), lines, JSON.stringify(log())));
  const answered = () => dataset.frame.locator('.ask-value.on');

  before(async () => {
    ({ workbench, dataset } = await openToLabel(datasetFiles('exam.jsonl', rows, PROJECT), 'exam.jsonl'));
    await takeQueue();
  });
  after(() => workbench?.close());

  test('stands again at the end of the queue, and looks as if it had not been answered', async () => {
    for (let row = 1; row <= ROWS; row++) {
      await dataset.rowIs(row);
      await dataset.press('y');
    }
    await dataset.rowIs(1);
    await eventually(() => assert.equal(log().length, ROWS));
    await dataset.needs('Row: Is it clear?');
    assert.equal(await answered().count(), 0);
    const numbers = dataset.frame.locator('.row-item .n');
    await eventually(async () =>
      assert.deepEqual((await numbers.allInnerTexts()).slice(-2), [String(ROWS), '1']),
    );
    assert.equal(await dataset.frame.locator('.row-item.cur').count(), 1);
    assert.equal(await dataset.frame.locator('.row-item').last().getAttribute('aria-current'), 'true');
    await workbench.screenshot('repeats-1440');
  });

  test('its second answer is logged as such, and counts for one’s own eyes alone', async () => {
    await dataset.press('n');
    await logEnds(`label true ${ROWS}`, 'label false 1 again');
    await dataset.press('w');
    await dataset.reads('.whole-bar', /0 of 1 as before/);
    await workbench.screenshot('repeats-whole-1440');
    await dataset.press('w');
  });

  test('undo takes the second answer back, and leaves the first', async () => {
    await dataset.press('Backspace');
    await logEnds('label false 1 again', 'undo  1');
    await dataset.rowIs(1);
    await eventually(async () => assert.equal(await answered().count(), 0));
    await dataset.goTo(1);
    await dataset.reads('.ask-value.on', 'Yes y');
  });

  test('after a restart undo leads back to the second time, and the answer given then is one again', async () => {
    await dataset.goTo(ROWS);
    await dataset.press('ArrowRight');
    await dataset.rowIs(1);
    await dataset.press('n');
    await logEnds('undo  1', 'label false 1 again');
    await workbench.load();
    await dataset.steps.first().waitFor();
    await dataset.focus();
    await dataset.goTo(3);
    await dataset.press('Backspace');
    await logEnds('label false 1 again', 'undo  1');
    await dataset.rowIs(1);
    await eventually(async () => assert.equal(await answered().count(), 0));
    await dataset.press('y');
    await logEnds('undo  1', 'label true 1 again');
    await dataset.press('l');
    const form = dataset.frame.getByRole('dialog', { name: 'Your last decisions' });
    await form.getByText('Of 1 labels that you gave twice without knowing, 1 are the same').waitFor();
    assert.deepEqual(workbench.errors, []);
  });

  async function takeQueue(): Promise<void> {
    const { quickInput } = workbench;
    await quickInput.choose(() => dataset.press('Shift+Q'), quickInput.rows('pass'), 'pass');
    await eventually(async () =>
      assert.equal(await dataset.frame.locator('.query input').inputValue(), 'queue:pass'),
    );
    await dataset.focus();
  }
});
