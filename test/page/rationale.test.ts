import assert from 'node:assert/strict';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { axeFaults } from './axe-faults';
import type { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { logLines } from './log-lines';
import { EXAM, datasetFiles, openToLabel } from './open-to-label';
import { THEMES } from './themes';
import type { Workbench } from './workbench';

const rows = [1, 2, 3].map((at) => ({
  id: `r${at}`,
  question: `How would you teach $${at} + 1$?`,
  key: String(at + 1),
  worked: [`Count on from $${at}$.`, `That is $${at + 1}$.`],
}));

const PROJECT = {
  profiles: [EXAM],
  schemes: {
    plan: {
      target: 'row',
      questions: [
        {
          ...{ id: 'plan', title: 'Lesson plan', kind: 'rubric', rationale: 'optional' },
          values: [
            { value: 1, title: 'poor' },
            { value: 5, title: 'excellent' },
          ],
          criteria: [
            { id: 'clarity', title: 'Clarity', rationale: 'required', guideline: 'plain to read' },
            { id: 'depth', title: 'Depth', guideline: 'reaches the idea' },
          ],
        },
        { id: 'remark', title: 'A remark', kind: 'text' },
      ],
    },
  },
  files: { 'exam.jsonl': { profile: 'exam', scheme: 'plan' } },
};

describe('a rubric that asks why', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const log = () =>
    logLines(path.join(workbench.folder, 'exam.jsonl'), 'anna').map((line) => {
      const { question, rationale } = line as typeof line & { question?: string; rationale?: string };
      return [line.row.number + 1, question ?? line.what, line.value, ...(rationale ? [rationale] : [])].join(
        ' ',
      );
    });
  const logEnds = (...lines: string[]) =>
    eventually(() => assert.deepEqual(log().slice(-lines.length), lines, JSON.stringify(log())));
  const line = (name: string) => dataset.frame.getByRole('group', { name, exact: true });
  const box = (name: string) => line(name).locator('.ask-box');
  const typeInto = async (name: string, words: string) => {
    await box(name).waitFor();
    await eventually(async () => assert.equal(await line(name).locator('.ask-box:focus').count(), 1));
    await workbench.page.keyboard.type(words);
  };

  before(async () => {
    ({ workbench, dataset } = await openToLabel(datasetFiles('exam.jsonl', rows, PROJECT), 'exam.jsonl'));
  });
  after(() => workbench?.close());

  test('opens the box where why must be said, and says what is missing when it is left', async () => {
    await dataset.needs('Row: Clarity');
    await dataset.press('2');
    await box('Clarity').waitFor();
    await typeInto('Clarity', 'never kept');
    await dataset.press('Escape');
    await box('Clarity').waitFor({ state: 'detached' });
    await dataset.needs('Row: Clarity: say why');
    await line('Clarity').getByText('Why is missing').waitFor();
    await logEnds('1 plan/clarity 2');
    await workbench.screenshot('rationale-missing');
  });

  test('the row is not done without it, and goes on with it', async () => {
    await dataset.keysWork();
    await dataset.press('ArrowDown', '4');
    await dataset.needs('Row: Clarity: say why');
    await dataset.press('Enter');
    await typeInto('Clarity', 'no aim is named');
    await dataset.press('Enter');
    await dataset.rowIs(2);
    await logEnds('1 plan/clarity 2', '1 plan/depth 4', '1 plan/clarity 2 no aim is named');
  });

  test('one that can be said is begun by ↵ on its line', async () => {
    await dataset.keysWork();
    await dataset.press('3');
    await typeInto('Clarity', 'two aims');
    await dataset.press('Enter');
    await dataset.needs('Row: Depth');
    await dataset.keysWork();
    await dataset.press('5');
    await dataset.rowIs(3);
    await dataset.goTo(2);
    await dataset.press('ArrowDown', 'Enter');
    await typeInto('Depth', 'shows why counting on works');
    await dataset.press('Enter');
    await logEnds('2 plan/depth 5', '2 plan/depth 5 shows why counting on works');
  });

  for (const { theme, body } of THEMES) {
    test(`in ${theme} the words stand on the line of their grade, and nothing sticks out`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      await dataset.focus();
      await dataset.goTo(2);
      await line('Depth').getByText('shows why counting on works').waitFor();
      for (const width of [1440, 1040, 760]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await eventually(async () => {
          const [inner, outer] = await dataset.frame
            .locator('html')
            .evaluate((html) => [html.clientWidth, html.scrollWidth]);
          assert.equal(outer, inner);
        });
        await workbench.screenshot(`rationale-${body}-${width}`);
      }
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
      assert.deepEqual(await axeFaults(dataset), []);
    });
  }

  test('undo takes the words back, and leaves the grade', async () => {
    await dataset.press('Backspace');
    await logEnds('2 plan/depth 5 shows why counting on works', `2 undo ${lastId()}`);
    await eventually(async () =>
      assert.match(await line('Depth').innerText(), /^\s*Depth[\s\S]*Why\s*↵?\s*$/),
    );
    assert.deepEqual(workbench.errors, []);
  });

  function lastId(): string {
    const lines = logLines(path.join(workbench.folder, 'exam.jsonl'), 'anna');
    return lines.findLast(({ what }) => what !== 'undo')?.id ?? '';
  }
});
