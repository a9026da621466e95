import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { succeeds } from './quick-input';
import { type Workbench, openWorkbench } from './workbench';

const THEMES = [
  { theme: 'Dark Modern', body: 'vscode-dark' },
  { theme: 'Light Modern', body: 'vscode-light' },
  { theme: 'Default High Contrast', body: 'vscode-high-contrast' },
];
const TOPICS = ['algebra', 'geometry', 'number theory'];
/** Three students; the larger ones solve what the smaller do, and more. */
const ROWS = Array.from({ length: 60 }, (_, at) => ({
  question: `How much is ${at} + ${at + 1}?`,
  answer: String(2 * at + 1),
  topic: TOPICS[at % 3],
  level: 1 + (at % 4),
  difficulty: (at % 10) / 2,
  solved_by_small: at % 4 === 0,
  solved_by_medium: at % 2 === 0,
  solved_by_large: at % 5 !== 1,
  scores: { Clarity: 60 + (at % 30), Integrity: 70, Depth: 40 + (at % 20), Practicality: 80, Pertinence: 55 },
}));

describe('the measures of a dataset', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  let frame: FrameLocator;

  before(async () => {
    workbench = await openWorkbench({
      workspace: {
        'rows.jsonl': ROWS.map((row) => `${JSON.stringify(row)}\n`).join(''),
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
    dataset = new DatasetPage(workbench);
    await dataset.frame.locator('.top .r').waitFor();
    await workbench.page.keyboard.press('Control+b');
    await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('⇧M opens the panel: who solved what, with intervals', async () => {
    await dataset.press('Shift+m');
    await workbench.tab('Measures of rows.jsonl').waitFor();
    frame = workbench.webview();
    await frame.locator('.bars').first().waitFor();
    assert.match(await frame.locator('.top').innerText(), /60 of 60 rows say whether a try is right/);
    const solved = section('Rows solved');
    assert.match(await words(solved, 'tr', 'large'), /^large 80\.0 % 68\.2 to 88\.2 60$/);
    assert.match(await words(solved, 'tr', 'small'), /^small 25\.0 %/);
    assert.match(
      await words(section('pass@k'), 'tbody tr', 'all together'),
      /^all together 51\.7 75\.0 90\.0$/,
    );
    await section('Rubric: scores').locator('svg').waitFor();
  });

  for (const { theme, body } of THEMES) {
    test(`in ${theme}, at every width, nothing overflows`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await frame.locator(`body.${body}`).waitFor();
      for (const width of [1440, 760]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await eventually(async () => {
          const wide = await frame
            .locator('.measure-body')
            .evaluate((box) => box.scrollWidth - box.clientWidth);
          assert.equal(wide, 0, `${width}`);
        });
        await workbench.screenshot(`measures-${body.replace('vscode-', '')}-${width}`);
      }
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
    });
  }

  test('] turns to another field, j goes through the numbers, and ↵ shows their rows', async () => {
    await keysWork();
    const [first] = await frame.locator('h2').filter({ hasText: 'Accuracy by' }).allInnerTexts();
    await press(']');
    await eventually(async () =>
      assert.notEqual(
        (await frame.locator('h2').filter({ hasText: 'Accuracy by' }).allInnerTexts())[0],
        first,
      ),
    );
    for (let turns = 0; turns < 6 && (await section('Accuracy by topic').count()) === 0; turns++)
      await press(']');
    await section('Accuracy by topic').waitFor();
    await press('j');
    await eventually(async () =>
      assert.equal(await frame.locator('button.figure:focus').innerText(), 'algebra'),
    );
    await press('j', 'k', 'Enter');
    const page = new DatasetPage(workbench);
    await eventually(async () => assert.match(await page.words('.query-acts'), /of 20 /));
    assert.equal(await page.frame.locator('.query input').inputValue(), 'topic:=algebra');
  });

  test('a saved change says that the numbers are of before; r measures again', async () => {
    const file = path.join(workbench.folder, 'rows.jsonl');
    fs.appendFileSync(file, `${JSON.stringify({ ...ROWS[0], question: 'one more' })}\n`);
    await workbench.tab('Measures of rows.jsonl').click();
    frame = workbench.webview();
    await keysWork();
    await eventually(async () => {
      await press('r');
      assert.match(await frame.locator('.top').innerText(), /61 of 61 rows/);
    });
  });

  test('a dataset that says nothing of tries is told what would', async () => {
    await press('Control+b');
    await workbench.openFile('plain.jsonl');
    const plain = new DatasetPage(workbench);
    await plain.frame.locator('.top .r').waitFor();
    await workbench.runCommand('Scholium: Show Measures');
    await workbench.tab('Measures of plain.jsonl').waitFor();
    await workbench
      .webview()
      .locator('.blank', { hasText: 'No row of plain.jsonl says whether a try is right' })
      .waitFor();
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  function section(title: string) {
    return frame.locator('section').filter({ has: workbench.page.locator('h2', { hasText: title }) });
  }

  async function words(place: ReturnType<typeof section>, rows: string, name: string): Promise<string> {
    return (await place.locator(rows, { hasText: name }).first().innerText()).replaceAll(/\s+/g, ' ').trim();
  }

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) await workbench.page.keyboard.press(key);
  }

  /** The page has the focus, and its keys arrive: the keys' own sheet opens and closes. */
  async function keysWork(): Promise<void> {
    await frame.locator('.measures .top b').click();
    const sheet = frame.getByRole('dialog', { name: 'All keys' });
    for (let attempt = 0; attempt < 10; attempt++) {
      await press('Shift+Slash');
      if (!(await succeeds(sheet.waitFor({ timeout: 1000 })))) continue;
      await press('Escape');
      await sheet.waitFor({ state: 'detached' });
      return;
    }
    throw new Error('The panel has the focus, but its keys do nothing.');
  }
});
