import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { axeFaults } from './axe-faults';
import type { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { eventId, logFile, logLines } from './log-lines';
import { datasetFiles, openToLabel } from './open-to-label';
import { THEMES } from './themes';
import type { Workbench } from './workbench';

const ROWS = [
  { id: 'seed', question: 'What is $2 + 3$?', key: '5', made_from: '' },
  { id: 'told', question: 'Ann has 2 pears and gets 3. How many has she?', key: '5', made_from: 'seed' },
  { id: 'alone', question: 'Is $7$ prime?', key: 'yes', made_from: '' },
];

const PROJECT = {
  profiles: [
    {
      ...{ id: 'exam', title: 'Exam', idField: ['id'] },
      roles: [
        { role: 'problem', paths: [['question']] },
        { role: 'answer', paths: [['key']] },
      ],
      links: [{ type: 'reformulation', field: ['made_from'], names: 'row' }],
    },
  ],
  files: { 'exam.jsonl': { profile: 'exam', scheme: 'pair' } },
};

describe('pairs of linked problems', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const file = () => path.join(workbench.folder, 'exam.jsonl');
  const log = () => logLines(file(), 'anna');
  const other = () => dataset.frame.getByRole('region', { name: 'The other problem' });

  before(async () => {
    const files = datasetFiles('exam.jsonl', ROWS, PROJECT);
    ({ workbench, dataset } = await openToLabel(files, 'exam.jsonl', '.problem'));
    await workbench.page.keyboard.press('Control+b');
    await dataset.focus();
  });
  after(() => workbench?.close());

  for (const { theme, body } of THEMES)
    test(`the other problem stands beside the row’s own, in ${theme}`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      await other().getByText('Ann has 2 pears').waitFor();
      for (const width of [1440, 760]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await workbench.screenshot(`pairs-${body}-${width}`);
      }
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
    });

  test('one key says how they go together, with the other row’s key in the log', async () => {
    await dataset.press('1');
    await eventually(() => assert.equal(log().length, 1));
    const [label] = log();
    assert.deepEqual([label?.row.key, label?.value], ['id:seed', 'equivalent']);
    assert.deepEqual([label?.target.kind, label?.target['with']], ['pair', 'id:told']);
  });

  test('a row that is linked with none has nothing to be asked', async () => {
    await dataset.goTo(3);
    await eventually(async () => assert.equal(await other().getByText('Ann has 2 pears').count(), 0));
    await workbench.screenshot('pairs-alone-1440');
    await dataset.press('1');
    await dataset.goTo(1);
    assert.equal(log().length, 1);
  });

  test('a review shows the other row as well, and a key takes a word', async () => {
    const [own] = log();
    const his = { ...own, id: eventId(1), annotator: 'ben', machine: '00000002', value: 'similar' };
    fs.writeFileSync(logFile(file(), 'ben'), `${JSON.stringify(his)}\n`);
    await dataset.press('Shift+W');
    const inHand = dataset.frame.locator('.adj .line.now');
    await inHand.getByText('Ann has 2 pears').waitFor();
    await inHand.getByText('they differ').waitFor();
    await workbench.screenshot('pairs-review-1440');
    await dataset.press('Shift+3');
    await eventually(() => assert.equal(log().at(-1)?.what, 'adjudication'));
    assert.match(JSON.stringify(log().at(-1)?.value), /"answer":"unrelated"/);
  });

  test('nothing went wrong, and a screen reader finds its way', async () => {
    assert.deepEqual(await axeFaults(dataset), []);
    assert.deepEqual(workbench.errors, []);
  });
});
