import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { EditForm } from './edit-form';
import { eventually } from './eventually';
import { eventId, logFile, logLines } from './log-lines';
import { type Workbench, openWorkbench } from './workbench';

const THEMES = [
  { theme: 'Light Modern', body: 'vscode-light' },
  { theme: 'Default High Contrast', body: 'vscode-high-contrast' },
  { theme: 'Dark Modern', body: 'vscode-dark' },
];
const WAS = 'Seven halves are $\\frac{7}{2} = 3$, so 3 remain.';
const IS = 'Seven halves are $\\frac{7}{2} = 3.5$, so 3 pieces remain.';
const rowOf = (id: number, step = IS) =>
  JSON.stringify({
    ...{ id: `r${id}`, generator: 'Aster-7B', problem: `Halve ${id}.`, steps: ['Halve it.', step] },
    ...{ final_answer_correct: false, label: 1 },
  });
const textOf = (second: string) =>
  [rowOf(1), second, rowOf(3), rowOf(4), rowOf(5)].map((row) => `${row}\n`).join('');

describe('rows that changed since they were labelled', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const file = () => path.join(workbench.folder, 'halves.jsonl');
  const earlier = () => dataset.frame.locator('.earlier');

  before(async () => {
    workbench = await openWorkbench({
      workspace: { 'halves.jsonl': textOf(rowOf(2, WAS)) },
      theme: 'Dark Modern',
      settings: {
        'scholium.annotator': 'rita',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
        cwd: workbench.folder,
        stdio: 'ignore',
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    fs.writeFileSync(file(), textOf(rowOf(2)));
    fs.mkdirSync(`${file()}.scholium`);
    write('rita@00000001', [{ what: 'label', value: 'bad' }]);
    dataset = new DatasetPage(workbench);
    await workbench.openFile('halves.jsonl');
    await dataset.steps.first().waitFor();
    await workbench.page.keyboard.press('Control+b');
    await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('what changed since the label stands beside the decision what becomes of it', async () => {
    await dataset.goTo(2);
    await earlier().locator('.field-change').waitFor();
    await dataset.reads(
      '.earlier',
      /^Before as labelled on 2026-01-05 After as it is now Aster-7B, step 2 steps\[1\] the versions part at step 2/,
    );
    assert.equal((await earlier().locator('.before .span .katex, .before .span').count()) > 0, true);
    await dataset.reads('.earlier .after', /so 3 pieces remain/);
    await dataset.reads('.row-drift', /Still right ⇧Y Drop ⇧X/);
    for (const { theme, body } of THEMES) {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      await workbench.screenshot(`earlier-${body}`);
    }
    await dataset.focus();
    await dataset.press('Shift+y');
    await earlier().waitFor({ state: 'detached' });
    await dataset.saved();
    await eventually(() => assert.equal(logLines(file(), 'rita').at(-1)?.what, 'carry'));
  });

  test('an edit that is not saved is told from what the file has', async () => {
    await dataset.press('j', 'b');
    await dataset.labelsAre('good, implied by the first error', 'bad');
    await eventually(() => assert.equal(logLines(file(), 'rita').at(-1)?.what, 'label'));
    await dataset.press('k');
    await dataset.frame.locator('.step.now .n', { hasText: '2' }).waitFor();
    const form = new EditForm(workbench, dataset);
    await form.open('F2');
    await dataset.press('Control+a');
    await form.type('Another step.');
    await form.apply();
    await earlier().locator('.field-change').waitFor();
    await dataset.reads('.earlier .after', /Another step/);
    await dataset.keysWork();
    await dataset.press('Shift+x');
    await earlier().waitFor({ state: 'detached' });
    await dataset.press('Control+z');
  });

  test('nothing went wrong', () => assert.deepEqual(workbench.errors, []));

  /** What somebody said of the second step of the second row, as it was. */
  function write(log: string, said: { what: string; value: string }[]): void {
    const target = { kind: 'step', trace: 'steps', step: 1, path: ['steps', 1], start: 0, end: WAS.length };
    const row = { key: 'id:r2', hash: digest(rowOf(2, WAS)), number: 1 };
    const [annotator = ''] = log.split('@'); // rita's was written on another machine
    const lines = said.map((each, at) => ({
      ...{ v: 1, id: eventId(annotator.charCodeAt(0) * 10 + at), time: '2026-01-05T10:00:00.000Z' },
      ...{ annotator, machine: '00000001', row, target, text: digest(WAS), ...each },
    }));
    fs.writeFileSync(logFile(file(), log), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }
});

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
