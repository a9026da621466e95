import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

const CSV = 'problem,answer,note\r\n"One, or 1.",007,\r\n"He said ""two"".",n/a,"line\nbreak"\r\n';
/** Spacing, escapes and a long number, which an export to JSONL leaves as they are. */
const ROWS = [
  '{"problem":  "Even \\u0032.", "answer": -3, "formula": "=1+2"}',
  '{"problem": "Odd 3.", "answer": 1.50}',
  '{"problem": "Even 4.", "answer": 12345678901234567890, "formula": "-3"}',
];

describe('other formats', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const onDisk = (name: string) => fs.readFileSync(path.join(workbench.folder, name), 'utf8');

  before(async () => {
    workbench = await openWorkbench({
      workspace: { 'table.csv': CSV, 'rows.jsonl': ROWS.map((row) => `${row}\n`).join('') },
      settings: { 'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' } },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
  });
  after(() => workbench?.close());

  test('a table is converted to JSONL: its fields are chosen, and what is no number stays a text', async () => {
    await workbench.explorerMenu('table.csv', 'Convert to JSONL...');
    await picker('Convert table.csv to JSONL');
    await workbench.quickInput.rows('note').waitFor();
    await workbench.quickInput.box.press('Enter');
    await dataset.reads('.problem', 'One, or 1.');
    const values = onDisk('table.jsonl')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      values.map(({ problem, answer }) => [problem, answer]),
      [
        ['One, or 1.', '007'],
        ['He said "two".', 'n/a'],
      ],
    );
    assert.equal(values[1]?.['note'], 'line\nbreak');
  });

  test('the rows that a query finds are exported to JSONL, byte by byte as they are', async () => {
    await workbench.openFile('rows.jsonl');
    await dataset.reads('.problem', 'Even 2.');
    await dataset.focus();
    await dataset.press('/');
    const box = dataset.frame.getByRole('combobox', { name: 'Query' });
    await eventually(async () => assert.ok(await box.evaluate((input) => input.matches(':focus'))));
    await workbench.page.keyboard.insertText('even');
    await dataset.press('Enter');
    await eventually(async () => {
      if (await box.evaluate((input) => input.matches(':focus'))) await dataset.press('Escape');
      else if ((await dataset.frame.locator('.counts').count()) === 0) await dataset.press('Shift+t');
      assert.match(await dataset.frame.locator('.counts').innerText({ timeout: 500 }), /^2\s+of 3 rows/);
    });
    await exportAs('JSONL', 'rows.export.jsonl');
    await eventually(() => assert.equal(onDisk('rows.export.jsonl'), `${ROWS[0]}\n${ROWS[2]}\n`));
  });

  test('and to CSV, where no cell is a formula', async () => {
    await exportAs('CSV', 'rows.csv');
    await eventually(() => {
      const lines = onDisk('rows.csv').replace('\uFEFF', '').trim().split(/\r?\n/);
      assert.deepEqual(lines, [
        'problem,answer,formula',
        "Even 2.,-3,'=1+2",
        'Even 4.,12345678901234567890,-3',
      ]);
    });
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  async function picker(title: string): Promise<void> {
    const shown = workbench.page.locator('.quick-input-widget .quick-input-title');
    await eventually(async () => assert.equal((await shown.innerText()).trim(), title));
  }

  /** By its key in the table, which VS Code may take a moment to give back to the page. */
  async function exportAs(format: string, name: string): Promise<void> {
    const { quickInput } = workbench;
    await dataset.frame.locator('.tr.cur').click();
    await quickInput.choose(() => dataset.press('Shift+e'), quickInput.rows(format), format);
    await eventually(async () => assert.ok((await quickInput.box.inputValue()).endsWith(name)));
    await quickInput.box.press('Enter');
  }
});
