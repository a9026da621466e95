import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { eventId, logFile, logLines } from './log-lines';
import { type Workbench, openWorkbench } from './workbench';

const ROWS = 400;
const FLAGGED = 7;
const STEP = 'So $\\frac{7}{2} = 3$.';
const rowOf = (id: number) =>
  JSON.stringify({
    ...{ id: `r${id}`, generator: 'Aster-7B', problem: `Halve ${id}.`, steps: ['Halve.', STEP] },
    ...{ final_answer_correct: false, label: 1 },
  });

describe('flags in the text editor, as VS Code’s comments', () => {
  let workbench: Workbench;
  const file = () => path.join(workbench.folder, 'halves.jsonl');
  const thread = () => workbench.page.locator('.review-widget .body');
  const head = () => workbench.page.locator('.review-widget .head .review-title');

  before(async () => {
    const texts = Array.from({ length: ROWS }, (_, id) => `${rowOf(id + 1)}\n`);
    workbench = await openWorkbench({
      workspace: { 'halves.jsonl': texts.join('') },
      theme: 'Dark Modern',
      settings: { 'scholium.annotator': 'rita' },
      viewport: { width: 1440, height: 900 },
    });
    writeFlag();
    await workbench.openFile('halves.jsonl');
  });
  after(() => workbench?.close());

  test('stand on the line of their row, and in the Comments panel', async () => {
    const glyph = workbench.page.locator('.comment-range-glyph.comment-thread-unresolved');
    await glyph.waitFor();
    await workbench.runCommand('Comments: Focus on Comments View');
    const listed = workbench.page.locator('.comments-panel .monaco-list-row').filter({ hasText: 'anna' });
    await listed.waitFor();
    assert.match(await listed.innerText(), /it is \*not\* 3/);
    await listed.dblclick();
    await thread().waitFor();
    await eventually(async () => assert.match(await thread().innerText(), /anna.*it is \*not\* 3/s));
    assert.equal(await head().innerText(), 'Flag of step 2: reasoning, major');
    await workbench.screenshot('flag-comments');
  });

  test('an answer typed there is a line of one’s own log, and so is that it is resolved', async () => {
    await workbench.page.getByRole('button', { name: 'Answer the flag' }).click();
    await workbench.page.locator('.review-widget .comment-form .monaco-editor').click();
    await workbench.page.keyboard.type('it is there now');
    await workbench.page
      .locator('.review-widget')
      .getByRole('button', { name: 'Resolve Flag' })
      .last()
      .click();
    await eventually(() =>
      assert.deepEqual(
        logLines(file(), 'rita').map(({ what, value }) => [what, value]),
        [['reply', { flag: eventId(1), comment: 'it is there now', state: 'resolved' }]],
      ),
    );
    await workbench.page.locator('.comment-range-glyph:not(.comment-thread-unresolved)').first().waitFor();
  });

  test('Scholium’s page shows the same, and what is said there stands in the comments', async () => {
    await workbench.explorerMenu('halves.jsonl', 'Open in Scholium');
    const dataset = new DatasetPage(workbench);
    await dataset.steps.first().waitFor();
    await dataset.focus();
    await dataset.goTo(FLAGGED);
    await dataset.reads('.thread.resolved', /resolved by rita/);
    await dataset.press('j', 't');
    const form = dataset.frame.getByRole('dialog', { name: 'Answer the flag of anna' });
    await form.waitFor();
    await form.locator('textarea').click();
    await workbench.page.keyboard.type('not yet');
    await dataset.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await eventually(() => assert.equal(logLines(file(), 'rita').length, 2));
    await dataset.focus();
    await dataset.press('Shift+O');
    await workbench.page.locator('.comment-range-glyph.comment-thread-unresolved').first().waitFor();
    await workbench.page.locator('.comment-range-glyph.comment-thread-unresolved').first().click();
    await eventually(async () =>
      assert.match(
        await thread().innerText(),
        /anna.*resolved it.*it is there now.*opened it again.*not yet/s,
      ),
    );
    await workbench.screenshot('flag-comments-both');
  });

  test('a row that moves takes its flag along once the text is saved', async () => {
    await workbench.page.locator('.monaco-editor .view-lines').first().click();
    await workbench.page.keyboard.press('Control+Home');
    await workbench.page.keyboard.type(`${rowOf(9001)}\n`);
    await workbench.page.keyboard.press('Control+s');
    await workbench.runCommand('Comments: Focus on Comments View');
    const listed = workbench.page.locator('.comments-panel .monaco-list-row').filter({ hasText: 'anna' });
    await eventually(async () => assert.match(await listed.innerText(), new RegExp(`Ln ${FLAGGED + 1}\\b`)));
  });

  test('nothing went wrong', () => assert.deepEqual(workbench.errors, []));

  function writeFlag(): void {
    const text = rowOf(FLAGGED);
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
    const event = {
      ...{ v: 1, id: eventId(1), time: '2026-01-05T10:00:00.000Z', annotator: 'anna', machine: '00000001' },
      row: { key: `id:r${FLAGGED}`, hash, number: FLAGGED - 1 },
      what: 'flag',
      target: { kind: 'step', trace: 'steps', step: 1, path: ['steps', 1], start: 0, end: STEP.length },
      value: { category: 'reasoning', severity: 'major', comment: 'it is *not* 3' },
    };
    fs.mkdirSync(`${file()}.scholium`);
    fs.writeFileSync(logFile(file(), 'anna'), `${JSON.stringify(event)}\n`);
  }
});
