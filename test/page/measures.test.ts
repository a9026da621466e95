import assert from 'node:assert/strict';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { axeFaults } from './axe-faults';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { THEMES } from './themes';
import { type Workbench, openWorkbench } from './workbench';

const WIDTHS = [1440, 760];
const FIGURES = [
  ['pass@k from verdicts', 'curve'],
  ['Right solutions by subject', 'rates'],
  ['Scores by the rubric', 'radar'],
  ['Rows that moved most: loss_run1 to loss_run2', 'change'],
  ['Accuracy, by model', 'accuracy'],
] as const;

/** Forty rows with eight rollouts each: row n has n % 9 right ones. Scores, subjects and two runs in a fixed pattern. */
const ROWS = Array.from({ length: 40 }, (_, at) => ({
  id: `Q_${at}`,
  prompt: `How much is ${at} plus one?`,
  ground_truth: String(at + 1),
  responses: Array.from({ length: 8 }, (_each, nth) => `It is $\\boxed{${nth < at % 9 ? at + 1 : nth}}$.`),
  rewards: Array.from({ length: 8 }, (_each, nth) => (nth < at % 9 ? 1 : -1)),
  subject: ['algebra', 'geometry', 'number theory'][at % 3],
  loss_run1: 1,
  loss_run2: 1 + ((at * 7) % 11) / 10 - 0.5,
  scores: {
    anna: { Clarity: 60 + at, Integrity: 70, Depth: 50, Practicality: 40 + at, Pertinence: 90 },
    ben: { Clarity: 80, Integrity: 60, Depth: 30 + at, Practicality: 70, Pertinence: 80 },
  },
}));
/** Answers of two models with verdicts of the dataset, of which the third and the fifth row's are otherwise than their answers. */
const JUDGED = [true, false, false, false, true, true].map((correct, at) => ({
  question: `How much is ${at} plus one?`,
  ground_truth: `It is one more.\n#### ${at + 1}`,
  'small-model': {
    solution: `It is so.\n#### ${[1, 0, 3, 0, 0, 6][at]}`,
    is_correct: correct,
  },
  'large-model': { solution: `It is so.\n#### ${at + 1}`, is_correct: true },
}));
/** As many rows whose problems are 24 or 25 characters longer, and log-probabilities of 30 of the rows. */
const LONGER = ROWS.map(({ id, prompt }) => ({ id, prompt: `${prompt} Think of it with care!` }));
const LOGPROBS = ROWS.slice(0, 30).map(({ id }, at) => ({
  sample_uuid: id,
  logprobs: Array.from({ length: at + 1 }, () => -0.5),
}));
const without = ROWS.flatMap(({ rewards }, at) => (rewards.includes(1) ? [] : [at]));

describe('the measures of a dataset', () => {
  let workbench: Workbench;
  let frame: FrameLocator;

  before(async () => {
    workbench = await openWorkbench({
      workspace: {
        'rows.jsonl': ROWS.map((row) => `${JSON.stringify(row)}\n`).join(''),
        'judged.jsonl': JUDGED.map((row) => `${JSON.stringify(row)}\n`).join(''),
        'longer.jsonl': LONGER.map((row) => `${JSON.stringify(row)}\n`).join(''),
        'logprobs.jsonl': LOGPROBS.map((row) => `${JSON.stringify(row)}\n`).join(''),
        'plain.jsonl': '{"question":"q","answer":"1"}\n',
      },
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      theme: 'Dark Modern',
      viewport: { width: 1440, height: 900 },
    });
    await workbench.openFile('rows.jsonl');
  });
  after(() => workbench?.close());

  test('⇧M opens the panel, with a list of what can be measured', async () => {
    const dataset = new DatasetPage(workbench);
    await dataset.frame.locator('.top .r').waitFor();
    await dataset.focus();
    await dataset.press('Shift+KeyM');
    await workbench.tab('Measures of rows.jsonl').waitFor();
    frame = workbench.webview();
    await frame.locator('.figure-list li').first().waitFor();
    const listed = await frame.locator('.figure-list li').allInnerTexts();
    for (const [title] of FIGURES)
      assert.ok(listed.includes(title), `${title} is not in ${listed.join(', ')}`);
    assert.match(await frame.locator('.top').innerText(), /40 rows/);
  });

  test('the curve and the table say the same: pass@1 is the share of right rollouts', async () => {
    await choose('pass@k from verdicts');
    const right = ROWS.reduce((sum, { rewards }) => sum + rewards.filter((reward) => reward === 1).length, 0);
    const rows = await frame.locator('.figure-table tbody tr').allInnerTexts();
    assert.equal(rows.length, 4);
    assert.match(
      rows[0] ?? '',
      new RegExp(`^1\\s+${((100 * right) / 320).toFixed(1)} %\\s+36\\.7 % to 57\\.0 %\\s+40`),
    );
    assert.match(rows[3] ?? '', new RegExp(`^8\\s+${(100 - (100 * without.length) / 40).toFixed(1)} %`));
    assert.equal(await frame.locator('.chart circle').count(), 4);
  });

  test('j and k go through the measures, the arrows through the numbers of one', async () => {
    await keysWork();
    await choose('pass@k from verdicts');
    await press('j');
    await eventually(async () => assert.equal(await heading(), 'Rows solved, by model'));
    await press('k');
    await eventually(async () => assert.equal(await heading(), 'pass@k from verdicts'));
    await press('ArrowRight', 'ArrowRight', 'ArrowLeft');
    await eventually(async () => assert.equal(await frame.locator('.figure-table .cur th').innerText(), '2'));
    assert.equal(await frame.locator('.chart circle.cur').count(), 1);
  });

  for (const { theme, body } of THEMES) {
    test(`it is readable in ${theme} at every width, and axe finds nothing`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await frame.locator(`body.${body}`).waitFor();
      for (const width of WIDTHS) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await keysWork();
        for (const [title, what] of FIGURES) {
          await choose(title);
          await workbench.screenshot(`measures-${what}-${body}-${width}`);
          assert.deepEqual(await axeFaults({ frame }), [], `${title} at ${width}`);
        }
      }
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
    });
  }

  test('f opens the rows behind the number in hand', async () => {
    await keysWork();
    await choose('pass@k from verdicts');
    await press('f');
    const page = new DatasetPage(workbench);
    await page.reads('.query-acts', new RegExp(`^1 of ${without.length} `));
  });

  test('a click on a bar, and Enter on a number, open their rows', async () => {
    await workbench.tab('Measures of rows.jsonl').click();
    frame = workbench.webview();
    await choose('Right solutions in a row');
    const many = ROWS.filter(({ rewards }) => rewards.filter((reward) => reward === 1).length === 3).length;
    await frame.locator('.chart .bar').nth(3).click();
    const page = new DatasetPage(workbench);
    await page.reads('.query-acts', new RegExp(`^1 of ${many} `));
    await workbench.tab('Measures of rows.jsonl').click();
    frame = workbench.webview();
    await frame.locator('.figure-table button').first().focus();
    await workbench.page.keyboard.press('Enter');
    await page.reads('.query-acts', new RegExp(`^1 of ${without.length} `));
  });

  test('o measures against a second file: how its lengths differ, or its log-probabilities, which are never shown', async () => {
    await workbench.tab('Measures of rows.jsonl').click();
    frame = workbench.webview();
    await against('longer.jsonl');
    await choose('Distribution: problem length');
    assert.match(
      await frame.locator('.figure').innerText(),
      /Kolmogorov-Smirnov distance 1\.0000, p below 0\.0001/,
    );
    await workbench.screenshot('measures-shift');
    await against('logprobs.jsonl');
    await choose('Rows with log-probabilities');
    const [joined] = await frame.locator('.figure-table tbody tr').allInnerTexts();
    assert.match(joined ?? '', /^\s*with\s+75\.0 %\s.*\s30$/);
    await choose('Tokens with a log-probability');
    await frame.getByText('logprobs.jsonl contains log-probabilities in 30 rows').waitFor();
    await workbench.screenshot('measures-logprobs');
  });

  test('answers are counted by model, and those unlike the dataset’s verdicts come first by ⇧S', async () => {
    await workbench.openFile('judged.jsonl');
    const page = new DatasetPage(workbench);
    await page.frame.locator('.row-item').first().waitFor();
    await page.focus();
    await page.press('Shift+KeyM');
    await workbench.tab('Measures of judged.jsonl').waitFor();
    frame = workbench.webview();
    await choose('Accuracy, by model');
    const rows = async () => frame.locator('.figure-table tbody tr').allInnerTexts();
    assert.match((await rows())[0] ?? '', /^\s*equal\s+small-model\s+50\.0 %\s.*\s3 of 6\s+3$/);
    await workbench.screenshot('measures-accuracy');
    await choose('Answers unlike the dataset’s own verdict');
    assert.match(
      (await rows())[0] ?? '',
      /^\s*right here, wrong by the dataset\s+small-model\s.*\s1 of 6\s+1$/,
    );
    await workbench.screenshot('measures-unlike');
    await workbench.tab('judged.jsonl').click();
    const order = () => page.frame.locator('.row-item .n').allInnerTexts();
    assert.deepEqual(await order(), ['1', '2', '3', '4', '5', '6']);
    await page.focus();
    const { quickInput } = workbench;
    const unlikeFirst = quickInput.rows('Answers unlike the dataset’s own verdict first');
    await quickInput.choose(() => page.press('Shift+KeyS'), unlikeFirst);
    await eventually(async () => assert.deepEqual(await order(), ['3', '5', '1', '2', '4', '6']));
    await workbench.screenshot('verdict-order');
  });

  test('a dataset in which nothing can be measured says what could be', async () => {
    await workbench.openFile('plain.jsonl');
    await new DatasetPage(workbench).frame.locator('.row-item').first().waitFor();
    await workbench.runCommand('Scholium: Show Measures of the Dataset');
    await workbench.tab('Measures of plain.jsonl').waitFor();
    await workbench.webview().getByText('No row of plain.jsonl has something that can be measured').waitFor();
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  async function choose(title: string): Promise<void> {
    await frame.locator('.figure-list').getByText(title, { exact: true }).click();
    await eventually(async () => assert.equal(await heading(), title));
  }

  async function against(name: string): Promise<void> {
    await keysWork();
    await workbench.quickInput.chooseFile(() => press('o'), path.join(workbench.folder, name));
    await eventually(async () =>
      assert.match(await frame.locator('.measures .top').innerText(), new RegExp(name)),
    );
  }

  function heading(): Promise<string> {
    return frame.locator('.figure h2').innerText();
  }

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) await workbench.page.keyboard.press(key);
  }

  /** The page has the focus, and its keys are bound. */
  async function keysWork(): Promise<void> {
    await frame.locator('.measures .top b').click();
    await frame.locator('html[data-keys="on"]').waitFor();
  }
});
