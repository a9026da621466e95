// Findings in their view: in groups, to be judged by keys, remembered over runs.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { logLines } from './log-lines';
import { type Workbench, openWorkbench } from './workbench';

const THEMES = [
  ['Light Modern', 'vs'],
  ['Default High Contrast', 'hc-black'],
  ['Default High Contrast Light', 'hc-light'],
] as const;

describe('the view of findings', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const file = () => path.join(workbench.folder, 'gsm8k.jsonl');
  const line = (text: string) =>
    workbench.page.locator('.pane-body .monaco-list-row').filter({ hasText: text });
  const verdicts = () =>
    logLines(file(), 'rita').map(({ what, value }) =>
      what === 'finding' ? (value as { rule: string; verdict: string; comment: string }) : what,
    );

  const showScholium = () =>
    workbench.page.locator('.activitybar .action-label[aria-label^="Scholium"]').click({ force: true }); // its badge lies over it

  before(async () => {
    workbench = await openWorkbench({
      workspace: 'media/sample',
      theme: 'Dark Modern',
      settings: {
        'scholium.annotator': 'rita',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    await workbench.openFile('gsm8k.jsonl');
    await dataset.steps.first().waitFor();
    await showScholium();
  });
  after(() => workbench?.close());

  test('groups come by rule, the worst first, and a finding leads to its row', async () => {
    await line('json/syntax').waitFor();
    await line('calculator/wrong').click();
    await line('Row 13:').click();
    await dataset.rowIs(13);
    await dataset.reads('.findings', /7\*16 is 112, not 102/);
    await workbench.screenshot('findings');
  });

  test('x judges it a false alarm: a line in one’s own log, and it is hidden', async () => {
    await line('Row 13:').click();
    await workbench.page.keyboard.press('x');
    await eventually(() => assert.equal(verdicts().length, 1));
    const [said] = verdicts();
    assert.ok(said && typeof said === 'object');
    assert.deepEqual([said.rule, said.verdict, said.comment], ['calculator/wrong', 'false-alarm', '']);
    await line('Row 13:').waitFor({ state: 'detached' });
    await dataset.reads('.findings', /false alarm \(rita\)/);
  });

  test('the checks run again, and the verdict is remembered; h shows it, o opens it again', async () => {
    await workbench.runCommand('Scholium: Check Again');
    await line('json/syntax').waitFor();
    await line('calculator/wrong').waitFor({ state: 'detached' });
    await line('json/syntax').click();
    await workbench.page.keyboard.press('h');
    await line('calculator/wrong').click();
    await line('Row 13:').click();
    await eventually(async () => assert.match(await line('Row 13:').innerText(), /false alarm, rita/));
    await workbench.screenshot('findings-settled');
    await workbench.page.keyboard.press('o');
    await eventually(() => assert.equal(verdicts().length, 2));
    await eventually(async () => assert.doesNotMatch(await line('Row 13:').innerText(), /false alarm/));
  });

  test('g groups them by severity, or by file and row; / filters, and how many there are stands above', async () => {
    const { page, quickInput } = workbench;
    const title = page.locator('.pane-header', { hasText: 'Findings' });
    await eventually(async () => assert.match(await title.innerText(), /3 errors, 1 warning/));
    const group = (by: string) => quickInput.choose(() => page.keyboard.press('g'), quickInput.rows(by), by);
    await line('calculator/wrong').click();
    await group('By severity');
    await line('warning').waitFor();
    await line('error').first().click();
    await page.keyboard.press('ArrowRight');
    await line('Row 8:').waitFor();
    await group('By file, row by row');
    await line('json/syntax').waitFor({ state: 'detached' });
    await page.locator('.pane-body .monaco-list-row', { hasText: 'gsm8k.jsonl' }).last().click();
    await line('Row 16:').waitFor();
    for (const [theme, body] of THEMES) {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await page.locator(`.monaco-workbench.${body}`).waitFor();
      await workbench.screenshot(`findings-${body}`);
    }
    workbench.setSettings({});
    await line('Row 16:').click();
    await quickInput.answer(() => page.keyboard.press('/'), 'schema/missing');
    await line('Row 8:').waitFor({ state: 'detached' });
    await eventually(async () => assert.match(await title.innerText(), /“schema\/missing”/));
    await line('Row 16:').click();
    await quickInput.answer(() => page.keyboard.press('/'), '');
    await line('Row 8:').waitFor();
    await line('Row 8:').click();
    await group('By rule');
    await line('json/syntax').waitFor();
  });

  test('. puts a finding right where that is safe, and the file when it is saved', async () => {
    const row = { question: 'Two a\u200bnd two?', answer: 'It is 4.\n#### 4' };
    writeFileSync(path.join(workbench.folder, 'signs.jsonl'), `${JSON.stringify(row)}\n`);
    await workbench.runCommand('View: Show Explorer');
    await workbench.openFile('signs.jsonl');
    await dataset.steps.first().waitFor();
    await showScholium();
    await line('hygiene/hidden').waitFor();
    await line('hygiene/hidden').click();
    await workbench.page.keyboard.press('.');
    await workbench.page.locator('.tab.dirty').filter({ hasText: 'signs.jsonl' }).waitFor();
    assert.match(readFileSync(path.join(workbench.folder, 'signs.jsonl'), 'utf8'), /\u200b/, 'not saved yet');
    await dataset.steps.first().click();
    await workbench.page.keyboard.press('Control+s');
    await line('hygiene/hidden').waitFor({ state: 'detached' });
    assert.match(readFileSync(path.join(workbench.folder, 'signs.jsonl'), 'utf8'), /Two and two/);
  });

  test('a table of LaTeX is written as an array by ., and pictures are named once', async () => {
    const row = {
      problem:
        'Read \\begin{tabular}{|l|c|}\\hline\nGrade & Share \\\\ \\hline\n$9^{th}$ grade & 41\\%\\\\ \\hline\n\\end{tabular} and [asy]\ndraw((0,0)--(1,1)); label("$x^2^2$", (1,1));\n[/asy]',
      solution:
        '\\[\\begin{tikzpicture}\\draw (0,0) -- (1,1); \\node at (1,1) {\\nosuch};\\end{tikzpicture}\\] It is $\\boxed{4}$.',
      answer: '4',
      subject: 'Algebra',
      level: 1,
      unique_id: 'made/1.json',
    };
    const file = path.join(workbench.folder, 'tables.jsonl');
    writeFileSync(file, `${JSON.stringify(row)}\n`);
    await workbench.runCommand('View: Show Explorer');
    await workbench.openFile('tables.jsonl');
    await dataset.steps.first().waitFor();
    await showScholium();
    await line('formula/table').waitFor();
    await line('formula/picture').waitFor();
    assert.equal(await line('formula/typeset').count(), 0);
    assert.equal(await line('formula/command').count(), 0);
    await workbench.screenshot('findings-tables');
    await line('formula/table').click();
    await workbench.page.keyboard.press('.');
    await workbench.page.locator('.tab.dirty').filter({ hasText: 'tables.jsonl' }).waitFor();
    await dataset.steps.first().click();
    await workbench.page.keyboard.press('Control+s');
    await line('formula/table').waitFor({ state: 'detached' });
    assert.match(readFileSync(file, 'utf8'), /\$\\\\begin\{array\}\{\|l\|c\|\}/);
    await dataset.frame.locator('.katex .mtable').filter({ visible: true }).first().waitFor();
    await workbench.screenshot('findings-tables-written-anew');
  });
});
