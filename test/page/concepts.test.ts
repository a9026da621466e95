import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { axeFaults } from './axe-faults';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { THEMES } from './themes';
import { type Workbench, openWorkbench } from './workbench';

const WIDTHS = [1440, 1280, 760];

const jsonl = (rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const NAMES = [
  'Sum rule',
  'Product rule',
  'Pigeonhole',
  'Induction',
  'Parity',
  'Symmetry',
  'Invariants',
  'Recursion',
];
/** Sixty rows that use concepts in a fixed pattern, with levels and splits. */
const ROWS = Array.from({ length: 60 }, (_, at) => ({
  id: `Q_${at}`,
  question: `How many ways are there in case ${at}?`,
  answer: String(at),
  level: 1 + (at % 4),
  split: at % 5 === 0 ? 'test' : 'train',
  concepts: NAMES.filter((_name, nth) => at % (nth + 2) === 0),
}));
const LIBRARY = NAMES.map((name, at) => ({
  id: `C_${at}`,
  name,
  path: at < 4 ? 'Counting' : 'Structure',
  text: `${name} in a sentence.`,
}));

describe('the concepts of a dataset', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  let frame: FrameLocator;
  const tree = (text: string | RegExp) =>
    workbench.page.locator('.pane-body .monaco-list-row').filter({ hasText: text });

  before(async () => {
    workbench = await openWorkbench({
      workspace: {
        'rows.jsonl': jsonl(ROWS),
        'concepts.jsonl': jsonl([
          ...LIBRARY,
          { id: 'C_9', name: 'Never used', path: 'Structure', text: 'x' },
        ]),
        'alone/plain.jsonl': jsonl([{ question: 'q', answer: '1' }]),
      },
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      theme: 'Dark Modern',
      viewport: { width: 1440, height: 1200 }, // the views share the height: all of the tree is in sight,
    });
    await workbench.openFile('rows.jsonl');
    dataset = new DatasetPage(workbench);
    await dataset.frame.locator('.top .r').waitFor();
  });
  after(() => workbench?.close());

  test('the view shows the library as a tree, with how many rows use each entry', async () => {
    await workbench.page.locator('.activitybar .action-label[aria-label^="Scholium"]').click();
    await tree('Counting').first().waitFor();
    assert.match(await tree('Counting').first().innerText(), /4 of 4 used/);
    assert.match(await tree('Structure').first().innerText(), /4 of 5 used/);
    await expand('Structure');
    await tree('Never used').waitFor();
    assert.match(await tree('Never used').innerText(), /unused/);
    await expand('Counting');
    assert.match(await tree('Sum rule').innerText(), /30 rows/);
    await workbench.screenshot('concepts-tree');
  });

  test('a click finds the rows that use it', async () => {
    await tree('Pigeonhole').click();
    await dataset.reads('.query-acts', /^1 of 15 /);
    assert.match(await dataset.frame.locator('.query input').inputValue(), /Pigeonhole/);
  });

  test('a tag is counted with the rows, and the tree follows', async () => {
    await dataset.focus();
    await dataset.press('c');
    const form = dataset.frame.getByRole('dialog', { name: /^Tag / });
    await form.waitFor();
    await eventually(async () => assert.equal(await form.locator('input:focus').count(), 1));
    await workbench.page.keyboard.type('never');
    await form.locator('.option.active', { hasText: 'Never used' }).waitFor();
    await dataset.press('Enter');
    await form.waitFor({ state: 'detached' });
    await eventually(async () => assert.match(await tree('Never used').innerText(), /1 row, 1 tagged/));
  });

  test('a library that changes on the disk changes the tree', async () => {
    const file = path.join(workbench.folder, 'concepts.jsonl');
    fs.appendFileSync(file, jsonl([{ id: 'C_10', name: 'Added later', path: 'Structure', text: 'y' }]));
    await tree('Added later').waitFor();
  });

  test('the library is exported with its coverage, and the tree stays as it was', async () => {
    const { quickInput } = workbench;
    const file = 'rows-concepts.export.jsonl';
    await quickInput.choose(
      () => workbench.runCommand('Scholium: Export Concepts with Their Coverage'),
      quickInput.rows('JSONL'),
      'JSONL',
    );
    await eventually(async () => assert.ok((await quickInput.box.inputValue()).endsWith(file)));
    await quickInput.box.press('Enter');
    await eventually(() => {
      const lines = fs.readFileSync(path.join(workbench.folder, file), 'utf8').trimEnd().split('\n');
      const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
      assert.equal(entries.length, 10);
      const { id, kind, name, rows, steps, coverage, text } = entries[0] ?? {};
      assert.deepEqual(
        [id, kind, name, rows, steps, coverage, text],
        ['C_0', 'concept', 'Sum rule', 30, 0, 0.5, 'Sum rule in a sentence.'],
      );
      assert.deepEqual(
        entries.filter((entry) => entry['rows'] === 0).map((entry) => entry['name']),
        ['Never used', 'Added later'],
      );
    });
    // the explorer shows the new file
    await workbench.page.locator('.activitybar .action-label[aria-label^="Scholium"]').click();
    await eventually(async () => assert.match(await tree('Counting').first().innerText(), /4 of 4 used/));
    assert.match(await tree('Structure').first().innerText(), /5 of 6 used/);
    fs.rmSync(path.join(workbench.folder, file));
  });

  test('the panel lists every concept, and says how many rows use any', async () => {
    await workbench.runCommand('Scholium: Show Concepts of the Dataset');
    frame = workbench.webview();
    await frame.locator('.concept-list li').first().waitFor();
    const listed = (await frame.locator('.concept-list li').allInnerTexts()).map((text) =>
      text.replaceAll(/\s+/g, ' '),
    );
    assert.equal(listed[0], 'Sum rule 30');
    assert.equal(listed.length, 9);
    assert.match(
      await frame.locator('.top').innerText(),
      /9 of 10 entries used in 46 of 60 rows|9 of 10 entries/,
    );
    assert.equal(await frame.locator('.concept-graph circle').count(), 9);
  });

  test('j and k go through the list, and the picture follows; 2 shows the matrix', async () => {
    await keysWork();
    await press('k', 'k', 'j');
    await eventually(async () => assert.match(await text('.concept-list .cur'), /^Product rule20$/));
    assert.equal(await text('.concept-detail h2'), 'Product rule');
    assert.equal(await text('.concept-graph text.cur'), 'Product rule');
    await press('2');
    await frame.locator('.concept-matrix table').waitFor();
    const [head, first] = await frame.locator('.concept-matrix tr').allInnerTexts();
    assert.match(head ?? '', /Concept\s+Rows\s+test\s+1\s+test\s+2/);
    const counts = (first ?? '').split(/\s+/).slice(2).map(Number);
    assert.equal(counts[0], 30);
    assert.equal(
      counts.slice(1).reduce((sum, count) => sum + count, 0),
      30,
      'every row stands in one cell',
    );
  });

  test('a number of the matrix leads to its rows, by the keyboard too', async () => {
    const cell = frame.locator('.concept-matrix tbody tr').first().locator('td button').nth(1);
    const rows = await cell.innerText();
    await cell.focus();
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.page.keyboard.press('Enter');
    const page = new DatasetPage(workbench);
    await page.reads('.query-acts', new RegExp(`^1 of ${rows.trim()} `));
  });

  test('a click in the picture chooses, and dragging moves it', async () => {
    await workbench.tab('Concepts of rows.jsonl').click();
    frame = workbench.webview();
    await keysWork();
    await press('1');
    const circle = frame.locator('.concept-graph circle').nth(4);
    await circle.click();
    const chosen = await text('.concept-detail h2');
    assert.match((await circle.locator('title').textContent()) ?? '', new RegExp(`^${chosen}: `));
    const svg = frame.locator('.concept-graph svg');
    const before = await svg.getAttribute('viewBox');
    const box = await svg.boundingBox();
    assert.ok(box);
    await workbench.page.mouse.move(box.x + 8, box.y + 8);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(box.x + 80, box.y + 60, { steps: 4 });
    await workbench.page.mouse.up();
    await eventually(async () => assert.notEqual(await svg.getAttribute('viewBox'), before));
    await press('0');
    await eventually(async () => assert.equal(await svg.getAttribute('viewBox'), before));
    await press('Equal');
    await eventually(async () => assert.notEqual(await svg.getAttribute('viewBox'), before));
    await press('0');
  });

  for (const { theme, body } of THEMES) {
    test(`it is readable in ${theme} at every width, and axe finds nothing`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await frame.locator(`body.${body}`).waitFor();
      for (const width of WIDTHS) {
        await workbench.page.setViewportSize({ width, height: 900 });
        for (const [key, what] of [
          ['1', '.concept-graph'],
          ['2', '.concept-matrix'],
        ] as const) {
          await keysWork();
          await eventually(async () => {
            await press(key);
            await frame.locator(what).waitFor({ timeout: 1000 });
          });
          await workbench.screenshot(`concepts-${what.slice(9)}-${body}-${width}`);
          assert.deepEqual(await axeFaults({ frame }), [], `${what} at ${width}`);
        }
      }
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
    });
  }

  test('a dataset that has no library beside it takes that of the workspace; without any it says what would be one', async () => {
    await workbench.openFile('alone/plain.jsonl');
    await eventually(async () => assert.match(await tree('Structure').first().innerText(), /0 of 6 used/));
    fs.rmSync(path.join(workbench.folder, 'concepts.jsonl'));
    await workbench.runCommand('Scholium: Count Concepts Again');
    const welcome = workbench.page.locator('.pane-body .welcome-view-content');
    await welcome.filter({ hasText: 'No row of this dataset names a concept' }).waitFor();
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  async function expand(title: string): Promise<void> {
    const row = tree(title).first();
    if ((await row.getAttribute('aria-expanded')) !== 'true') await row.locator('.monaco-tl-twistie').click();
  }

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) await workbench.page.keyboard.press(key);
  }

  async function text(selector: string): Promise<string> {
    return (await frame.locator(selector).first().textContent())?.replaceAll(/\s+/g, ' ').trim() ?? '';
  }

  /** The page has the focus, and its keys are bound. */
  async function keysWork(): Promise<void> {
    await frame.locator('.concepts .top b').click();
    await frame.locator('html[data-keys="on"]').waitFor();
  }
});
