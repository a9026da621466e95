import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { axeFaults } from './axe-faults';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { EvidencePage } from './evidence-page';
import { logLines } from './log-lines';
import { succeeds } from './quick-input';
import { THEMES } from './themes';
import { type Workbench, openWorkbench } from './workbench';

const WIDTHS = [1440, 1040, 760];
const DATASET = 'contamination/practice.jsonl';
/** What is planted in the sample: row, item, class. */
const PLANTED = [
  ['2', 'rods', 'exact'],
  ['4', 'ferry', 'inside'],
  ['5', 'lanterns', 'near'],
  ['6', 'decimal', 'numbers changed'],
  ['8', 'orchard', 'partial'],
  ['9', 'clock', 'reworded'],
  ['11', 'orchard', 'in the trace'],
  ['12', 'rods', 'exact'],
  ['14', 'tiles', 'reworded'],
  ['16', 'roots', 'numbers changed'],
];

describe('problems of benchmarks in a dataset', () => {
  let workbench: Workbench;
  let evidence: EvidencePage;
  const onDisk = (name: string) => path.join(workbench.folder, name);
  const log = () => logLines(onDisk(DATASET), 'anna');
  const verdicts = () => log().map(({ what, row, value }) => [what, row.number + 1, said(value)]);

  before(async () => {
    workbench = await openWorkbench({
      workspace: 'media/sample',
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      theme: 'Dark Modern',
      viewport: { width: 1440, height: 1000 },
    });
    await workbench.openFile(DATASET);
    await new DatasetPage(workbench).frame.locator('.problem').first().waitFor();
  });
  after(() => workbench?.close());

  test('a check lists every planted row, with its item and class', async () => {
    await workbench.runCommand('Scholium: Check Against Benchmarks');
    await workbench.tab('Evidence in practice.jsonl').waitFor();
    evidence = new EvidencePage(workbench);
    await eventually(async () => assert.deepEqual(await hits(), PLANTED));
    await evidence.reads('.top b', /practice\.jsonl against quiz \(8\)/);
    await workbench.page.keyboard.press('Control+b'); // the side bar takes a third of a narrow window
  });

  test('each class has its evidence: both texts, what is the same marked on both sides, the answers', async () => {
    await evidence.keysWork();
    for (const [row = '', item = '', kind = ''] of PLANTED) {
      await evidenceIs(row, kind);
      await evidence.reads('.pair section:nth-child(2) h2', new RegExp(`^quiz, item ${item}$`));
      const [left, right] = [await marked(1, '.run'), await marked(2, '.run')];
      assert.ok(left.length > 0 && right.length > 0, `${row}: ${left.join('|')} and ${right.join('|')}`);
      await evidence.press('j');
    }
    const [ours, theirs] = [await marked(1, '.katex .ring'), await marked(2, '.katex .ring')];
    assert.deepEqual(
      [ours, theirs],
      [
        ['9', '26', '24'],
        ['6', '11', '6'],
      ],
      'numbers within a formula',
    );
    await evidence.press('k');
    await evidenceIs('14', 'reworded');
    await showHit('6');
    await evidenceIs('6', 'numbers changed');
    assert.deepEqual(
      [await marked(1, '.ring'), await marked(2, '.ring')].map((all) => all.length),
      [1, 1],
    );
    await evidence.reads('.agreement', 'answers differ');
    await evidence.reads('.claim p', /One number and the answers differ/);
    await showHit('2');
    await evidenceIs('2', 'exact');
    await evidence.reads('.agreement', 'answers agree');
  });

  for (const { theme, body } of THEMES) {
    test(`it is readable in ${theme} at every width, and axe finds nothing`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await evidence.frame.locator(`body.${body}`).waitFor();
      await showHit('6');
      await evidenceIs('6', 'numbers changed');
      for (const width of WIDTHS) {
        await workbench.page.setViewportSize({ width, height: 1000 });
        await evidence.keysWork();
        await workbench.screenshot(`evidence-${body}-${width}`);
        assert.deepEqual(await axeFaults(evidence), [], `at ${width}`);
        assert.equal(await evidence.sticksOut(), 0, `at ${width}`);
      }
      await workbench.page.setViewportSize({ width: 1440, height: 1000 });
    });
  }

  test('1 judges the row and the other one with the same two texts, and goes on; undo takes both back', async () => {
    await showHit('2');
    await evidence.keysWork();
    await evidenceIs('2', 'exact');
    await evidence.press('1');
    await evidenceIs('4', 'inside');
    await eventually(() =>
      assert.deepEqual(verdicts(), [
        ['contamination', 2, 'same'],
        ['contamination', 12, 'same'],
      ]),
    );
    await evidence.reads('.class-table tbody tr:first-child', /^exact 2 2 100 % 34–100$/);
    await evidence.press('Backspace');
    await evidenceIs('2', 'exact');
    await evidence.reads('.foot .need', 'Give a verdict');
    await evidence.press('1');
    await evidenceIs('4', 'inside');
  });

  test('2, 3 and 4 judge otherwise; u leaves what nobody judged', async () => {
    await evidence.press('1');
    await evidenceIs('5', 'near');
    await evidence.press('1');
    await evidenceIs('6', 'numbers changed');
    await evidence.press('2');
    await evidenceIs('8', 'partial');
    await evidence.press('3');
    await evidenceIs('9', 'reworded');
    await evidence.press('u');
    await eventually(async () =>
      assert.deepEqual(
        (await hits()).map(([row]) => row),
        ['9', '11', '14', '16'],
      ),
    );
    await evidence.press('u');
  });

  test('a class is judged at once, after a question that says how many', async () => {
    await evidence.frame.locator('.class-table button', { hasText: 'reworded' }).click();
    await eventually(async () =>
      assert.deepEqual(
        (await hits()).map(([row]) => row),
        ['9', '14'],
      ),
    );
    await evidence.keysWork();
    const { quickInput } = workbench;
    await quickInput.choose(() => evidence.press('Shift+j'), quickInput.rows('False alarm'));
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('Judge 2 hits (reworded) as “False alarm”?').waitFor();
    await dialog.getByRole('button', { name: 'Judge 2' }).click();
    await eventually(() =>
      assert.deepEqual(verdicts().slice(-2), [
        ['contamination', 9, 'false-alarm'],
        ['contamination', 14, 'false-alarm'],
      ]),
    );
    await evidence.reads('.class-table tr.cur', /^reworded 2 2 0 % 0–66$/);
  });

  test('q puts a row into quarantine whatever its verdict, and ↵ opens it', async () => {
    await evidence.frame.locator('.class-table button', { hasText: 'numbers changed' }).click();
    await showHit('6');
    await evidenceIs('6', 'numbers changed');
    await evidence.keysWork();
    await evidence.press('q');
    await evidence.frame.locator('.row-item.cur .quarantined').waitFor();
    await evidence.press('Enter');
    const page = new DatasetPage(workbench);
    await page.rowIs(6);
  });

  test('a query finds what is in quarantine, and the export leaves it out', async () => {
    const { quickInput } = workbench;
    await quickInput.choose(
      () => workbench.runCommand('Scholium: Export Without Quarantined Rows'),
      quickInput.rows('JSONL'),
    );
    await eventually(async () =>
      assert.ok((await quickInput.box.inputValue()).endsWith('practice.export.jsonl')),
    );
    await quickInput.box.press('Enter');
    const kept = [1, 3, 7, 8, 9, 10, 11, 13, 14, 15, 16];
    await eventually(() => {
      const lines = fs.readFileSync(onDisk(DATASET), 'utf8').split('\n');
      const clean = fs.readFileSync(onDisk('contamination/practice.export.jsonl'), 'utf8').split('\n');
      const rows = clean.slice(0, -1).map((line) => lines.indexOf(line) + 1);
      assert.deepEqual(rows, kept);
    });
    const page = new DatasetPage(workbench);
    await page.reads('.query-acts', /^1 of 11 /);
  });

  test('a benchmark that changed is told; a new row with a text that was judged is judged by t', async () => {
    fs.appendFileSync(onDisk('contamination/quiz.jsonl'), '\n');
    const [, rods = ''] = fs.readFileSync(onDisk(DATASET), 'utf8').split('\n');
    fs.appendFileSync(onDisk(DATASET), `${rods.replace('rods-again', 'rods-late')}\n`);
    await workbench.tab('Evidence in practice.jsonl').click();
    evidence = new EvidencePage(workbench);
    await evidence.keysWork();
    await evidence.press('r');
    await evidence.frame.locator('.notice', { hasText: 'quiz changed since it was added' }).waitFor();
    await evidence.frame.getByRole('button', { name: /1 judged before: take over/ }).waitFor();
    await evidence.reads('.class-table tbody tr:first-child', /^exact 3 3 100 %/);
    await evidence.press('t');
    await eventually(() => assert.deepEqual(verdicts().at(-1), ['contamination', 17, 'same']));
  });

  test('without a benchmark the page says what to do, and a file can be named as one', async () => {
    await workbench.openFile('math.jsonl');
    await new DatasetPage(workbench).frame.locator('.problem').first().waitFor();
    await new DatasetPage(workbench).focus();
    await evidence.press('Shift+b');
    await workbench.tab('Evidence in math.jsonl').waitFor();
    evidence = new EvidencePage(workbench);
    await evidence.frame.getByText('scholium.json names no benchmark yet.').waitFor();
    await workbench.screenshot('evidence-empty');
    await evidence.frame
      .locator('.blank')
      .getByRole('button', { name: /Add a benchmark/ })
      .click();
    const { quickInput } = workbench;
    await quickInput.box.waitFor();
    await eventually(async () => {
      if (!(await isTitled('Name of the benchmark'))) await quickInput.box.fill(onDisk('gsm8k.jsonl'));
      if (!(await isTitled('Name of the benchmark'))) await quickInput.box.press('Enter');
      await titled('Name of the benchmark', 2000);
    });
    await quickInput.box.fill('words');
    await quickInput.box.press('Enter');
    await titled('Version of words');
    await quickInput.box.press('Enter');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await eventually(() => {
      const { benchmarks } = JSON.parse(fs.readFileSync(onDisk('scholium.json'), 'utf8')) as {
        benchmarks: { name: string; file: string; sha256: string }[];
      };
      assert.deepEqual([benchmarks[0]?.name, benchmarks[0]?.file], ['words', 'gsm8k.jsonl']);
      assert.match(benchmarks[0]?.sha256 ?? '', /^[0-9a-f]{64}$/);
    });
    await evidence.frame
      .locator('.blank')
      .getByRole('button', { name: /Check against the benchmark/ })
      .click();
    await evidence.frame.getByText('No row of math.jsonl holds a problem of words').waitFor();
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  /** Row, item and class of every hit in the list. */
  async function hits(): Promise<string[][]> {
    const items = await evidence.frame.locator('.hits .row-item').allInnerTexts();
    return items.map((text) => {
      const [, row = '', item = '', kind = ''] =
        /Row (\d+)\s+quiz (\S+)\s+(\D+?)\s+[\d.]+ (?:remove|review)/.exec(text) ?? [];
      return [row, item, kind];
    });
  }

  async function showHit(row: string): Promise<void> {
    await evidence.frame.locator('.hits .row-item', { hasText: new RegExp(`Row ${row}(?!\\d)`) }).click();
  }

  async function evidenceIs(row: string, kind: string): Promise<void> {
    await eventually(async () => {
      assert.equal(await evidence.words('.pair section h2'), `Row ${row}`);
      assert.equal((await evidence.words('.claim h1')).toLowerCase(), kind);
    });
  }

  /** The texts of what is marked on a side. */
  function marked(side: 1 | 2, mark: string): Promise<string[]> {
    return evidence.frame
      .locator(`.pair:not(.solutions) > section:nth-child(${side}) .text ${mark}`)
      .allInnerTexts();
  }

  function titled(title: string, timeout = 30_000): Promise<void> {
    return workbench.page
      .locator('.quick-input-widget .quick-input-title')
      .getByText(title, { exact: true })
      .waitFor({ timeout });
  }

  function isTitled(title: string): Promise<boolean> {
    return succeeds(titled(title, 200));
  }
});

function said(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'verdict' in value ? value.verdict : value;
}
