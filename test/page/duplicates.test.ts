import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { axeFaults } from './axe-faults';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { EvidencePage } from './evidence-page';
import { logLines } from './log-lines';
import { THEMES } from './themes';
import { type Workbench, openWorkbench } from './workbench';

const WIDTHS = [1440, 1040, 760];
const WELL =
  'Nine men dig a well of $20$ metres in 4 days. How deep do they come in 6 days, at the same pace?';
const STAMPS =
  'Nadia sorts 84 stamps into albums of 6 pages, with 7 stamps on each page. How many albums does she fill?';
const CHOIR =
  'A choir of 35 singers stands in rows. Each row has 2 singers more than the row before it, and the first row has 3. In how many rows does the choir stand?';
const lines = (problems: string[], name: string) =>
  problems
    .map(
      (problem, at) =>
        `${JSON.stringify({ id: `${name}${at + 1}`, problem, solution: 'See above.', answer: '2' })}\n`,
    )
    .join('');
const content = {
  'pool_train.jsonl': lines(
    [
      WELL,
      STAMPS,
      STAMPS.replace('84', '126'),
      CHOIR,
      `${CHOIR} Give a whole number.`,
      'What is the largest prime below $100$?',
    ],
    'a',
  ),
  'pool_test.jsonl': lines(['How many diagonals does a convex polygon with $14$ vertices have?', WELL], 'b'),
};
/** Row, the other row, class, and what is said of the group. */
const FOUND = [
  ['1', 'pool_test.jsonl row 2', 'exact', 'group 1, several splits'],
  ['3', 'pool_train.jsonl row 2', 'numbers changed', 'group 2'],
  ['5', 'pool_train.jsonl row 4', 'near', 'group 3'],
];

describe('duplicates of a dataset, within it and in its other part', () => {
  let workbench: Workbench;
  let evidence: EvidencePage;
  const log = () => logLines(path.join(workbench.folder, 'pool_train.jsonl'), 'anna');

  before(async () => {
    workbench = await openWorkbench({
      workspace: content,
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      theme: 'Dark Modern',
      viewport: { width: 1440, height: 1000 },
    });
    await workbench.openFile('pool_train.jsonl');
    await new DatasetPage(workbench).frame.locator('.problem').first().waitFor();
  });
  after(() => workbench?.close());

  test('the other part is offered and taken, and all rows that are alike are listed', async () => {
    await workbench.runCommand('Scholium: Find Duplicates');
    await workbench.page.locator('.quick-input-widget').getByText('another part of this dataset').waitFor();
    await workbench.quickInput.box.press('Enter');
    await workbench.tab('Evidence in pool_train.jsonl').waitFor();
    evidence = new EvidencePage(workbench);
    await eventually(async () => assert.deepEqual(await hits(), FOUND));
    await evidence.reads('.top', /Duplicates in pool_train\.jsonl, pool_test\.jsonl \(2\)/);
    await evidence.reads('.top', /3 groups, 1 over several splits/);
    await workbench.page.keyboard.press('Control+b'); // the side bar takes a third of a narrow window
  });

  test('a pair stands side by side with what is the same in both, and says which row stays', async () => {
    await showHit('3');
    await evidence.reads(
      '.claim',
      /^Numbers changed Row 3 is pool_train\.jsonl row 2 with other numbers\. One number differs\. “Same problem” puts this row into quarantine\./,
    );
    assert.deepEqual([await marked(1, '.ring'), await marked(2, '.ring')], [['126'], ['84']]);
    assert.ok((await marked(1, '.run')).length > 0 && (await marked(2, '.run')).length > 0);
    await evidence.reads('.group-rows', /Group 2, 2 rows .*pool_train\.jsonl 2 train [\d,]+ stays/);
    await showHit('1');
    await evidence.reads('.group-rows', /Its rows are in test and train: what is learned/);
  });

  for (const { theme, body } of THEMES) {
    test(`it is readable in ${theme} at every width, and axe finds nothing`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await evidence.frame.locator(`body.${body}`).waitFor();
      for (const width of WIDTHS) {
        await workbench.page.setViewportSize({ width, height: 1000 });
        await evidence.keysWork();
        await workbench.screenshot(`duplicates-${body}-${width}`);
        assert.deepEqual(await axeFaults(new DatasetPage(workbench)), [], `at ${width}`);
        assert.equal(await evidence.sticksOut(), 0, `at ${width}`);
      }
      await workbench.page.setViewportSize({ width: 1440, height: 1000 });
    });
  }

  test('s leaves the groups over several splits; a verdict is one key, and puts the row into quarantine', async () => {
    await evidence.keysWork();
    await evidence.press('s');
    await eventually(async () => assert.deepEqual(await hits(), FOUND.slice(0, 1)));
    await evidence.press('1');
    await evidence.frame.locator('.row-item.cur .quarantined').waitFor();
    const [entry, ...more] = log();
    assert.deepEqual(more, []);
    assert.deepEqual([entry?.what, entry?.row.number], ['duplicate', 0]);
    const { pair, item, ...value } = (entry?.value ?? {}) as { pair: string; item: string };
    assert.deepEqual(value, { file: 'pool_test.jsonl', class: 'exact', verdict: 'same' });
    assert.match(pair, /^[0-9a-f]{32}$/);
    assert.match(item, /^bytes:[0-9a-f]{32}$/); // the key of the other row
    await evidence.press('s');
  });

  test('another keep-rule lets another row stay, without a new search; what was judged stays judged', async () => {
    await showHit('5');
    await evidence.keysWork();
    await evidence.press('1');
    await evidence.frame.locator('.row-item', { hasText: 'Row 5' }).locator('.quarantined').waitFor();
    const { quickInput } = workbench;
    await quickInput.choose(() => evidence.press('p'), quickInput.rows('the longest'));
    await eventually(async () =>
      assert.deepEqual(await hits(), [
        ['1', 'pool_test.jsonl row 2', 'exact', 'group 1, several splits'],
        ['2', 'pool_train.jsonl row 3', 'numbers changed', 'group 2'],
        ['4', 'pool_train.jsonl row 5', 'near', 'group 3'],
      ]),
    );
    await evidence.frame.getByRole('button', { name: /1 judged before: take over/ }).waitFor();
    await evidence.keysWork();
    await evidence.press('t');
    await eventually(() =>
      assert.deepEqual(
        log()
          .slice(-2)
          .map(({ what, row, value }) => [what, row.number, (value as { on?: boolean }).on]),
        [
          ['duplicate', 3, undefined],
          ['quarantine', 4, false],
        ],
      ),
    );
  });

  test('a query finds what nobody judged, and the export leaves out what is in quarantine', async () => {
    const { quickInput } = workbench;
    await quickInput.choose(
      () => workbench.runCommand('Scholium: Export Without Quarantined Rows'),
      quickInput.rows('JSONL'),
    );
    await eventually(async () =>
      assert.ok((await quickInput.box.inputValue()).endsWith('pool_train.export.jsonl')),
    );
    await quickInput.box.press('Enter');
    await eventually(() => {
      const clean = fs.readFileSync(path.join(workbench.folder, 'pool_train.export.jsonl'), 'utf8');
      assert.deepEqual(
        clean.match(/"id":"a\d"/g),
        [2, 3, 5, 6].map((at) => `"id":"a${at}"`),
      );
    });
    const page = new DatasetPage(workbench);
    await page.focus();
    await page.press('/');
    await page.frame.locator('.query input').fill('duplicate:unjudged');
    await page.press('Enter');
    await page.reads('.query-acts', /^1 of 1 /);
  });

  test('a row that is not in the file yet is not taken for the one that stands at its place there', async () => {
    const page = new DatasetPage(workbench);
    await page.press('Escape');
    await page.goTo(6);
    await page.press('Shift+d', '/');
    await page.frame.locator('.query input').fill('duplicate:unjudged or problem:"largest prime"');
    await page.press('Enter');
    await page.reads('.query-acts', / of 3 /);
    await page.frame.locator('.query input').fill('duplicate:unjudged');
    await page.press('Enter');
    await page.reads('.query-acts', /among 1 found/);
  });

  test('v shows the other kind of check, and both say what to do where there was none', async () => {
    await workbench.tab('Evidence in pool_train.jsonl').click();
    evidence = new EvidencePage(workbench);
    await evidence.keysWork();
    await evidence.press('v');
    await evidence.frame.getByText('scholium.json names no benchmark yet.').waitFor();
    await evidence.press('v');
    await evidence.frame.locator('.hits .row-item').first().waitFor();
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  async function hits(): Promise<string[][]> {
    const items = await evidence.frame.locator('.hits .row-item').allInnerTexts();
    return items.map((text) => {
      const [, ...parts] = /Row (\d+)\s+(\S+ row \d+)\s+(\D+?)\s+(group.*)$/.exec(text) ?? [];
      return parts;
    });
  }

  function showHit(row: string): Promise<void> {
    return evidence.frame.locator('.hits .row-item', { hasText: new RegExp(`Row ${row}(?!\\d)`) }).click();
  }

  function marked(side: 1 | 2, mark: string): Promise<string[]> {
    return evidence.frame
      .locator(`.pair:not(.solutions) > section:nth-child(${side}) .text ${mark}`)
      .allInnerTexts();
  }
});
