import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

const GSM8K = [
  'Row 8: Not JSON: the text is not closed: " is missing. Scholium json/syntax [Ln 8, Col 134]',
  'Row 12: answer must be text, not number. Scholium schema/invalid-type [Ln 12, Col 125]',
  'Row 16: question is missing. Scholium schema/missing [Ln 16, Col 1]',
  'Row 13: 7*16 is 112, not 102. (answer) Scholium calculator/wrong [Ln 13, Col 182]',
];

describe('rows that are not as they should be', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const problems = () => workbench.page.locator('.markers-panel .monaco-list-row:has(.marker-source)');
  const activeTab = () => workbench.page.locator('.tabs-container .tab.active');

  before(async () => {
    workbench = await openWorkbench({
      workspace: 'media/sample',
      settings: { 'scholium.annotator': 'anna' },
      viewport: { width: 1800, height: 1300 },
    });
    dataset = new DatasetPage(workbench);
    await workbench.page.keyboard.press('Control+Shift+m');
    await workbench.page.locator('.markers-panel').waitFor();
  });
  after(() => workbench?.close());

  test('the Problems panel says which row, and which field, of gsm8k.jsonl', async () => {
    await workbench.explorerMenu('gsm8k.jsonl', 'Open in Scholium');
    await eventually(async () => assert.deepEqual(await problemWords(), GSM8K));
  });

  test('exactly those rows have a badge in the row list', async () => {
    await badgesAre(8, 12, 13, 16);
  });

  test('a row that is not JSON is shown as it stands, with the fault at its place', async () => {
    await dataset.focus();
    await dataset.goTo(8);
    await dataset.frame.locator('.broken-row').waitFor();
    await dataset.reads('.broken-row .fault', /^This row is not JSON: .*\(character 134\)\.$/);
    const row = await dataset.frame.locator('.broken-row pre').evaluate((pre) => {
      const mark = pre.querySelector('mark');
      return { text: pre.textContent, before: mark?.previousSibling?.textContent, mark: mark?.textContent };
    });
    assert.equal(row.before?.length, 133);
    assert.match(row.before ?? '', /^\{"question": "A baker puts 8 buns.*"answer": $/);
    assert.match(row.mark ?? '', /^"The bags hold .*<<120$/);
  });

  test('its neighbours are not affected', async () => {
    for (const [row, beginning] of [
      [7, /^Owen's telephone plan/],
      [9, /^A winter coat costs/],
    ] as const) {
      await dataset.goTo(row);
      await dataset.reads('.problem', beginning);
      assert.ok((await dataset.steps.count()) > 1);
    }
  });

  test('a row that lacks a field says so, and shows the rest', async () => {
    await dataset.goTo(16);
    await dataset.reads('.findings', /question is missing/);
    assert.match(await dataset.steps.first().innerText(), /The hens lay/);
  });

  test('what a check found something at is marked in its step', async () => {
    await dataset.goTo(13);
    const doubted = dataset.frame.locator('.step .doubted');
    await eventually(async () => assert.deepEqual(await doubted.allInnerTexts(), ['7*16=102']));
    assert.equal(await doubted.getAttribute('title'), '7*16 is 112, not 102.');
  });

  test('a click in the Problems panel lands in the line', async () => {
    await problem('Row 12').click();
    await workbench.page.locator('.statusbar-item', { hasText: /Ln 12, Col 128 \(3 selected\)/ }).waitFor();
  });

  test('its light bulb shows the row in Scholium', async () => {
    const fix = workbench.page.locator('.action-widget .monaco-list-row', {
      hasText: 'Show row 12 in Scholium',
    });
    await workbench.page.locator('.view-line', { hasText: 'A gardener plants' }).first().click();
    await eventually(async () => {
      if (!(await fix.isVisible())) await workbench.page.keyboard.press('Control+.');
      await fix.waitFor({ timeout: 1000 });
    });
    await workbench.page.keyboard.press('Enter');
    await dataset.rowIs(12);
  });

  test('so does the link on its rule', async () => {
    await problem('Row 8').locator('a.monaco-link').click();
    await dataset.rowIs(8);
    await dataset.frame.locator('.broken-row').waitFor();
  });

  test('math.jsonl has its own as well', async () => {
    await workbench.explorerMenu('math.jsonl', 'Open in Scholium');
    await eventually(async () =>
      assert.deepEqual(await problemWords(), [
        ...GSM8K,
        'Row 7: Not JSON: a key in double quotes is expected here. Scholium json/syntax [Ln 7, Col 216]',
        'Row 13: level does not have the form /^Level [1-5]$/. Scholium schema/invalid-format [Ln 13, Col 307]',
        'Row 18: solution is missing. Scholium schema/missing [Ln 18, Col 1]',
        'Row 9: A picture in Asymptote cannot be typeset: the text is read without it. (solution) Scholium formula/picture [Ln 9, Col 223]',
      ]),
    );
    await badgesAre(7, 9, 13, 18);
    await dataset.focus();
    await dataset.goTo(7);
    await dataset.frame.locator('.broken-row mark').waitFor();
    assert.equal(await dataset.frame.locator('.broken-row mark').innerText(), '}');
  });

  test('the findings have the way into the text', async () => {
    await dataset.focus();
    await dataset.goTo(18);
    await dataset.frame.locator('.findings vscode-button', { hasText: 'Open as text' }).click();
    await workbench.page.locator('.statusbar-item', { hasText: 'Ln 18, Col 1' }).waitFor();
    await eventually(async () => assert.equal(await activeTab().count(), 1));
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  const problem = (row: string) => problems().filter({ hasText: `${row}: ` });

  async function problemWords(): Promise<string[]> {
    return (await problems().allInnerTexts()).map((words) => words.replaceAll(/\s+/g, ' ').trim());
  }

  /** Looks through the whole list: only rows in sight are in it. */
  async function badgesAre(...rows: number[]): Promise<void> {
    await eventually(async () => {
      const found = new Set<number>();
      for (const row of [1, 23]) {
        await dataset.frame.locator('.rows').evaluate((list, top) => list.scrollTo(0, top), (row - 1) * 60);
        await dataset.item(row).locator('.ex *').first().waitFor();
        const badges = dataset.frame.locator('.row-item:has(.badge.finding) .n');
        for (const number of await badges.allInnerTexts()) found.add(Number(number));
      }
      assert.deepEqual(
        [...found].sort((a, b) => a - b),
        rows,
      );
    });
  }
});
