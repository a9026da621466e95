import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { EditForm } from './edit-form';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

const ROWS = 20_000;
/** A regular expression that tries for ever on this. */
const ENDLESS = { query: '/^(a+)+$/', problem: `${'a'.repeat(5000)}!` };

/** Scores from -4 to 4 that are not whole, and a number that JavaScript cannot hold. */
function rowOf(at: number): string {
  const score = (at - ROWS / 2) / 2500 + 0.0001;
  return `{"id": "p${at}", "problem": "Find $x_{${at}}$.", "answer": "${at}", "score": ${score.toFixed(4)}, "seed": 12345678901234567890}\n`;
}

describe('finding rows', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const query = () => dataset.frame.getByRole('combobox', { name: 'Query' });

  before(async () => {
    workbench = await openWorkbench({
      workspace: {
        'scores.jsonl': Array.from({ length: ROWS }, (_, at) => rowOf(at)).join(''),
        'endless.jsonl': `{"problem": "${ENDLESS.problem}", "answer": "1"}\n`.repeat(3),
        'pretty.jsonl': [1, 2]
          .map((at) => JSON.stringify({ problem: `P${at}`, answer: at }, null, 2))
          .join('\n'),
      },
      settings: { 'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' } },
    });
    dataset = new DatasetPage(workbench);
    await workbench.openFile('scores.jsonl');
    await dataset.reads('.top .r', /of 20,000$/);
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('numbers are shown as the row writes them', async () => {
    await dataset.reads('.fields', /seed 12345678901234567890/);
  });

  test('beside the explorer the bar has room for the number of the row and the ways on', async () => {
    await dataset.goTo(ROWS - 1);
    for (const width of [900, 1280, 1700]) {
      await workbench.page.setViewportSize({ width, height: 800 });
      const top = dataset.frame.locator('header.top');
      await eventually(async () => {
        const [needed, room, next] = await top.evaluate((bar) => [
          bar.scrollWidth,
          bar.clientWidth,
          bar.querySelector('[title="Next Row"]')?.getBoundingClientRect().right ?? Infinity,
        ]);
        assert.ok(
          (needed ?? 0) <= (room ?? 0) && (next ?? 0) <= (room ?? 0),
          `${width}: ${needed} of ${room}`,
        );
      });
      await workbench.screenshot(`bar-${width}`);
    }
    await workbench.page.setViewportSize({ width: 1440, height: 900 });
  });

  test('a range in the head of a column finds as many rows as it says', async () => {
    await dataset.press('Shift+t');
    const head = dataset.frame.locator('[role=columnheader]', { hasText: /score/i });
    await eventually(async () => assert.match(await head.innerText(), /to/));
    await head.focus();
    await dataset.press('ArrowDown');
    const values = dataset.frame.getByRole('listbox', { name: /^Values of score/i });
    const first = values.getByRole('option').first();
    await eventually(async () => assert.match(await first.innerText(), /^-4 to -3\s+2,500$/));
    const facts = /^number .*-4 to 4, mean .* missing in no row$/;
    await dataset.reads('.menu .facts', facts);
    await workbench.screenshot('facets');
    await dataset.press('Enter');
    await dataset.reads('.counts', /^2,500 of 20,000 rows/);
    await dataset.press('Escape', 'Escape');
    await dataset.reads('.counts', /^20,000 rows/);
  });

  test('a column whose values all differ has its lengths in place of values', async () => {
    const head = dataset.frame.locator('[role=columnheader]', { hasText: 'Problem' });
    await head.focus();
    await dataset.press('ArrowDown');
    const values = dataset.frame.getByRole('listbox', { name: 'Values of Problem' });
    await eventually(async () => assert.match(await values.innerText(), /characters/));
    await dataset.press('Escape', 'Escape');
  });

  test('a field that no row has is named', async () => {
    await find('scor:>2');
    await dataset.reads(
      '.query-faults',
      'scor:>2 No row has the field scor. To search for the text, put it in quotes.',
    );
    await find('score:>2');
    await dataset.reads('.counts', /^5,000 of 20,000 rows/);
    assert.equal(await dataset.frame.locator('.query-faults').count(), 0);
  });

  test('a search that was stopped says so, and Enter begins it again', async () => {
    await workbench.openFile('endless.jsonl');
    await dataset.reads('.top .r', /of 3$/);
    await dataset.focus();
    await dataset.press('Shift+t');
    await find(ENDLESS.query);
    await dataset.frame.locator('.query-acts', { hasText: '0 found, 0 %' }).waitFor();
    await dataset.press('Escape'); // out of the query
    await dataset.keysWork();
    await dataset.press('Escape');
    await dataset.reads('.query-faults', /^The search was stopped at 0 % of the file/);
    await dataset.reads('.no-rows', /^Nothing was found before the search was stopped\./);
    await workbench.screenshot('stopped');
    await query().press('Enter');
    await dataset.frame.locator('.query-acts', { hasText: '0 found, 0 %' }).waitFor();
    await find('answer:=1');
    await dataset.reads('.counts', /^3 of 3 rows/);
  });

  test('saved under another name, the copy has the edit, and the file its bytes', async () => {
    await workbench.openFile('scores.jsonl');
    await dataset.focus();
    await dataset.press('Shift+f');
    await dataset.goTo(1);
    await new EditForm(workbench, dataset).retype('Another problem.');
    const before = fs.readFileSync(path.join(workbench.folder, 'scores.jsonl'));
    const copy = path.join(workbench.folder, 'copy.jsonl');
    await workbench.runCommand('File: Save As...');
    await eventually(async () => assert.match(await workbench.quickInput.box.inputValue(), /scores\.jsonl$/));
    await workbench.quickInput.box.fill(copy);
    await workbench.quickInput.box.press('Enter');
    await workbench.tab('copy.jsonl').waitFor();
    await dataset.reads('.problem', 'Another problem.');
    assert.deepEqual(fs.readFileSync(path.join(workbench.folder, 'scores.jsonl')), before);
    const [changed, was] = [fs.readFileSync(copy, 'utf8'), before.toString()].map((text) => text.split('\n'));
    const differing = changed?.filter((row, at) => row !== was?.[at]);
    assert.equal(differing?.length, 1);
    assert.match(differing?.[0] ?? '', /"problem": "Another problem\.", .*"seed": 12345678901234567890\}$/);
  });

  test('a file that is no JSON Lines says what it is above its rows, and a key converts it', async () => {
    await workbench.openFile('pretty.jsonl');
    await dataset.reads(
      '.other-kind',
      /^pretty\.jsonl holds JSON values one after the other, .* Convert ⇧U$/,
    );
    await workbench.screenshot('other-kind');
    await dataset.focus();
    await dataset.press('Shift+u');
    await workbench.quickInput.rows('problem').waitFor();
    await workbench.quickInput.box.press('Enter');
    await workbench.tab('pretty.converted.jsonl').waitFor();
    await dataset.reads('.top .r', /of 2$/);
    assert.equal(await dataset.frame.locator('.other-kind').count(), 0);
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  async function find(line: string): Promise<void> {
    await query().fill(line);
    await query().press('Enter');
  }
});
