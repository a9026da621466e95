// One verdict after the other in the view of findings, in groups that stay as they were opened.
import assert from 'node:assert/strict';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { logLines } from './log-lines';
import { type Workbench, openWorkbench } from './workbench';

const SIGNS = ['a\u200bnd', 'a\u200bnd', 'a\u200bnd', 'itâ€™s', 'itâ€™s'];
const rows = SIGNS.map((sign, at) => ({ question: `${at} ${sign} two?`, answer: 'It is 4.\n#### 4' }));
/** Longer than the tree takes to be drawn anew, of its own accord and after a verdict. */
const DRAWN_MS = 1500;

describe('verdicts in the view of findings', () => {
  let workbench: Workbench;
  const line = (text: string | RegExp) =>
    workbench.page.locator('.pane-body .monaco-list-row').filter({ hasText: text });
  const finding = (row: number) => line(new RegExp(`Row ${row}: .*(?:nobody sees|wrong table)`));
  const said = () =>
    logLines(path.join(workbench.folder, 'signs.jsonl'), 'rita').map(({ value }) => {
      const { rule, verdict, comment } = value as Record<string, string>;
      return [rule, verdict, comment];
    });
  const inHand = (row: number) =>
    eventually(async () => {
      const sign = (await finding(row).getAttribute('class')) ?? '';
      assert.ok(/\bselected\b/.test(sign) && /\bfocused\b/.test(sign), `row ${row}: ${sign}`);
    });

  before(async () => {
    workbench = await openWorkbench({
      workspace: { 'signs.jsonl': rows.map((row) => `${JSON.stringify(row)}\n`).join('') },
      settings: {
        'scholium.annotator': 'rita',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
    });
    const dataset = new DatasetPage(workbench);
    await workbench.openFile('signs.jsonl');
    await dataset.steps.first().waitFor();
    await workbench.page.locator('.activitybar .action-label[aria-label^="Scholium"]').click({ force: true }); // its badge lies over it
    await line('hygiene/hidden').click();
    await finding(3).waitFor();
    await line('hygiene/mojibake').click();
    await finding(5).waitFor();
  });
  after(() => workbench?.close());

  test('c judges with a comment: no group folds, and the next finding is in hand', async () => {
    const { page, quickInput } = workbench;
    await finding(2).click();
    const alarm = 'False alarm';
    await quickInput.choose(() => page.keyboard.press('c'), quickInput.rows(alarm), alarm);
    await page.locator('.quick-input-title:has-text("False alarm") >> visible=true').waitFor();
    await page.keyboard.type('meant so');
    await page.keyboard.press('Enter');
    await finding(2).waitFor({ state: 'detached' });
    await page.waitForTimeout(DRAWN_MS);
    await workbench.screenshot('findings-judged');
    await inHand(3);
    for (const row of [1, 4, 5]) assert.equal(await finding(row).count(), 1, `row ${row}`);
    assert.deepEqual(said(), [['hygiene/hidden', 'false-alarm', 'meant so']]);
  });

  test('the next key judges that one, and what is left of both groups stays open', async () => {
    const { page } = workbench;
    await page.keyboard.press('x');
    await finding(3).waitFor({ state: 'detached' });
    await page.waitForTimeout(DRAWN_MS);
    await inHand(4);
    for (const row of [1, 5]) assert.equal(await finding(row).count(), 1, `row ${row}`);
    const groups = await line(/^hygiene\//).allInnerTexts();
    assert.deepEqual(
      groups.map((text) => /^[a-z/]+/.exec(text)?.[0]),
      ['hygiene/hidden', 'hygiene/mojibake'],
      'the larger one is last now, and stays there',
    );
    assert.equal(said().length, 2);
  });
});
