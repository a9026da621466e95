import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { eventId, logLines } from './log-lines';
import { datasetFiles, openToLabel } from './open-to-label';
import type { Workbench } from './workbench';

const FILE = 'exam.jsonl';

const rows = [1, 2, 3, 4].map((at) => ({ id: `r${at}`, question: `Is $${at} > 2$?`, key: String(at > 2) }));

const PROJECT = {
  profiles: [
    {
      ...{ id: 'exam', title: 'Exam', idField: ['id'] },
      roles: [
        { role: 'problem', paths: [['question']] },
        { role: 'answer', paths: [['key']] },
      ],
    },
  ],
  schemes: {
    clear: { target: 'row', questions: [{ id: 'clear', title: 'Is it clear?', kind: 'yes-no' }] },
  },
  files: { [FILE]: { profile: 'exam', scheme: 'clear' } },
  queues: { pass: { annotators: ['anna'], gold: 'lead' } },
};

describe('figures of a team: labels that are known, agreement, labels of models', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const file = () => path.join(workbench.folder, FILE);

  before(async () => {
    const files = datasetFiles(FILE, rows, PROJECT);
    const known = { [`${FILE}.scholium/lead.jsonl`]: saidBy('lead', 100, [true, false, false]) };
    ({ workbench, dataset } = await openToLabel({ ...files, ...known }, FILE, '.problem'));
    for (const [at, key] of ['y', 'y', 'n'].entries()) {
      await dataset.rowIs(at + 1);
      await dataset.press(key);
    }
    await eventually(() => assert.equal(logLines(file(), 'anna').length, 3));
  });
  after(() => workbench?.close());

  test('how many of one’s labels are as the lead’s stands where only one sees it oneself', async () => {
    const { quickInput } = workbench;
    await quickInput.choose(() => dataset.press('Shift+Q'), quickInput.rows('pass'), 'pass');
    await eventually(async () =>
      assert.equal(await dataset.frame.locator('.query input').inputValue(), 'queue:pass'),
    );
    await dataset.focus();
    await dataset.press('w');
    await dataset.reads('.whole-bar', /2 of 3 as known/);
    await workbench.screenshot('team-known-1440');
    await dataset.press('w', 'l');
    const form = dataset.frame.getByRole('dialog', { name: 'Your last decisions' });
    await form
      .getByText('Of 3 labels in pass whose answer is known, 2 are as expected. Only you see this.')
      .waitFor();
    await dataset.press('l');
    await form.waitFor({ state: 'detached' });
    await dataset.keysWork();
  });

  // by hand: 2 of 3 alike; by chance 2/3 · 1/3 + 1/3 · 2/3 = 4/9; (2/3 - 4/9) / (5/9) = 0.4
  test('the agreement of two annotators is shown, with figures that were worked out by hand', async () => {
    await workbench.runCommand('Scholium: Show Agreement of Annotators');
    await workbench.tab('Agreement on exam.jsonl.txt').waitFor();
    const shown = await workbench.page.locator('.editor-instance .view-lines').last().innerText();
    const text = shown.replaceAll('\u00a0', ' ');
    assert.match(text, /pair anna and lead: percent 0\.667 .*\(3 items\)/);
    assert.match(text, /pair anna and lead: Cohen kappa 0\.400/);
    assert.doesNotMatch(text, /step label/, 'nobody answered that');
    await workbench.screenshot('team-agreement-1440');
    await workbench.page.keyboard.press('Control+w');
    await dataset.focus();
  });

  test('what the lead says anew is compared with one’s labels as soon as it arrives', async () => {
    const known = path.join(`${file()}.scholium`, 'lead.jsonl');
    await dataset.press('w');
    await dataset.reads('.whole-bar', /2 of 3 as known/);
    fs.appendFileSync(known, saidBy('lead', 150, [true, true]));
    await dataset.reads('.whole-bar', /3 of 3 as known/);
    await dataset.press('w');
  });

  test('labels of a model are brought in, each once, into a log of its own', async () => {
    const model = path.join(workbench.folder, 'kim.jsonl');
    fs.writeFileSync(model, saidBy('model:kim', 200, [false, true, true]));
    for (const words of ['3 new suggestions by model:kim.', '0 new suggestions by model:kim.']) {
      await workbench.quickInput.chooseFile(
        () => workbench.runCommand('Scholium: Import Suggestions of a Model'),
        model,
      );
      await workbench.page.locator('.notification-toast', { hasText: words }).first().waitFor();
    }
    const logs = fs.readdirSync(`${file()}.scholium`).filter((name) => name.includes('kim'));
    assert.equal(logs.length, 1);
    assert.equal(logLines(file(), 'anna').length, 3, 'nothing of it stands as a person’s');
    assert.deepEqual(workbench.errors, []);
  });
});

/** The log of somebody who says this of the first rows. */
function saidBy(annotator: string, from: number, values: boolean[]): string {
  const labels = values.map((value, number) => {
    const hash = createHash('sha256').update(JSON.stringify(rows[number])).digest('hex').slice(0, 32);
    return {
      ...{
        v: 1,
        id: eventId(from + number),
        time: '2026-01-05T10:00:00.000Z',
        annotator,
        machine: '00000001',
      },
      row: { key: `id:r${number + 1}`, hash, number },
      ...{ what: 'label', scheme: 'clear', question: 'clear', target: { kind: 'row' }, value },
    };
  });
  return labels.map((label) => `${JSON.stringify(label)}\n`).join('');
}
