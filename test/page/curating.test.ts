import assert from 'node:assert/strict';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { DatasetPage } from './dataset-page';
import { EditForm } from './edit-form';
import { eventually } from './eventually';
import { logLines } from './log-lines';
import { EXAM, datasetFiles, openToLabel } from './open-to-label';
import type { Workbench } from './workbench';

const FILE = 'exam.jsonl';

const rows = [1, 2, 3].map((at) => ({
  id: `r${at}`,
  question: `What is $${at} + 1$?`,
  key: String(at + 1),
  worked: [`Count on from $${at}$.`, `That is $${at + 1}$.`],
}));

const PROJECT = {
  profiles: [EXAM],
  files: { [FILE]: { profile: 'exam' } },
};

describe('what a reviewer makes of whole rows, and of who solved them', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const log = () => logLines(path.join(workbench.folder, FILE), 'anna');
  const made = (words: string) => dataset.reads('.curate .made', words);
  const itemIs = (item: number) => dataset.reads('.top .r', new RegExp(`^Item ${item} of 3$`));
  const curated = () =>
    log().flatMap(({ what, row, value }) =>
      what === 'curation' ? [`${row.number + 1} ${(value as { verdict: string }).verdict}`] : [],
    );

  before(async () => {
    ({ workbench, dataset } = await openToLabel(datasetFiles(FILE, rows, PROJECT), FILE));
  });
  after(() => workbench?.close());

  test('where annotators differ on nothing, it is said, and Esc shows all rows to be reviewed', async () => {
    await dataset.press('Shift+w');
    await dataset.frame.getByText('Annotators differ on no row.').waitFor();
    await dataset.press('Escape');
    await itemIs(1);
    await dataset.frame.locator('.curate').waitFor();
  });

  test('a accepts, r rejects, s leaves for later: each goes on, and says what was made of the row', async () => {
    await dataset.press('a');
    await itemIs(2);
    await dataset.press('r');
    await itemIs(3);
    await dataset.press('s');
    await made('skipped by anna');
    await dataset.press('ArrowLeft');
    await made('rejected by anna');
    await eventually(() => assert.deepEqual(curated(), ['1 accepted', '2 rejected', '3 skipped']));
    await dataset.reads('.curate', /Accept 1 a Reject 1 r Fix 0 e Skip 1 s/);
    await workbench.screenshot('curating');
  });

  test('e fixes by an edit, which is the decision; a form that is left decides nothing', async () => {
    const form = new EditForm(workbench, dataset);
    await form.open('e');
    await dataset.press('Escape');
    await form.closed();
    await dataset.keysWork();
    await form.open('e');
    await dataset.press('Control+a');
    await form.type('Count two on.');
    await form.apply();
    await eventually(() => assert.deepEqual(curated(), ['1 accepted', '2 rejected', '3 skipped', '2 fixed']));
  });

  test('the team’s status counts it', async () => {
    await workbench.runCommand('Scholium: Team Status');
    await workbench.page
      .locator('.view-line', { hasText: 'Reviewed: 1 accepted, 0 rejected, 1 fixed, 1 skipped.' })
      .waitFor();
    await workbench.page.keyboard.press('Control+w');
    await dataset.focus();
  });

  test('legibility is judged without the author’s name, and how long it took is kept', async () => {
    await dataset.press('Shift+f');
    await dataset.steps.first().waitFor();
    await dataset.goTo(1);
    await dataset.traceIs('Model');
    const [{ quickInput }, title] = [workbench, 'Legibility, timed and blind'];
    await quickInput.choose(() => dataset.press('Shift+K'), quickInput.rows(title), title);
    await dataset.needs('Trace: Is the solution right?');
    await dataset.traceIs('Solution');
    await dataset.keysWork();
    await dataset.press('y', '4');
    await dataset.rowIs(2);
    await eventually(() => {
      const answers = log().slice(-2);
      assert.deepEqual(
        answers.map(({ value }) => value),
        [true, 4],
      );
      assert.ok(answers.every(({ ms }) => typeof ms === 'number' && ms > 0));
    });
    assert.deepEqual(workbench.errors, []);
  });
});
