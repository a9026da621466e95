import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { linkedFiles } from './linked-files';
import { logLines } from './log-lines';
import { type Workbench, openWorkbench } from './workbench';

describe('the rows that belong together', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const current = () => dataset.frame.locator('.member.cur');
  const places = () => dataset.frame.locator('.member header .place').allInnerTexts();

  before(async () => {
    workbench = await openWorkbench({
      workspace: linkedFiles,
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    await open('variants.jsonl');
  });
  after(() => workbench?.close());

  test('a key shows the group of the row that is read, its seed first', async () => {
    await dataset.goTo(3);
    await showGroup();
    assert.deepEqual(await places(), [
      'seed',
      'variant 1',
      'variant 2',
      'variant 3',
      'variant 4',
      'variant 5',
    ]);
    await currentIs('variant 1', 'row 3');
    await dataset.reads('.group-head', 'Variants fence 6 rows 12 differs between the rows');
    await dataset.frame.locator('.member .katex').first().waitFor();
  });

  test('numbers that differ are marked, and those that all have are not', async () => {
    const marked = await dataset.frame.locator('.member .quantity.differs').allInnerTexts();
    assert.deepEqual(marked, ['8', '12', '20', '14', '30', '15']);
  });

  test('arrows go through the members, as they lie on the page', async () => {
    await dataset.press('ArrowRight');
    await currentIs('variant 2', 'row 4');
    await dataset.press('ArrowUp');
    await currentIs('seed', 'row 1');
    await dataset.press('ArrowDown', 'End');
    await currentIs('variant 5', 'row 7');
    await dataset.press('ArrowLeft');
    await currentIs('variant 4', 'row 6');
  });

  test('Enter reads the member, and the table and the group go on from it', async () => {
    await dataset.press('Enter');
    await dataset.rowIs(6);
    await dataset.keysWork();
    await showGroup();
    await currentIs('variant 4', 'row 6');
    await dataset.press('Home', 'Escape');
    await dataset.rowIs(6);
  });

  test('a flag in the group is about the member in hand, and shows on it', async () => {
    await dataset.keysWork();
    await showGroup();
    await dataset.press('Home', 'f');
    const form = dataset.frame.getByRole('dialog', { name: 'Flag row 1' });
    await form.getByRole('textbox').click();
    await workbench.page.keyboard.type('Which fence?');
    await dataset.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await current().locator('.badge.flag').waitFor();
    await dataset.press('Escape');
  });

  test('a row without a group says so, and what would make one', async () => {
    await dataset.keysWork();
    await dataset.goTo(2);
    await eventually(async () => {
      await dataset.press('Shift+g');
      await dataset.frame.locator('.group.empty').waitFor({ timeout: 1000 });
    });
    const words = await dataset.words('.group.empty');
    assert.match(
      words,
      /^Row 2 belongs to no group\. Rows are linked as variant by seed_id or .*, extension by /,
    );
    assert.match(words, /select them in the table \(Space\), then press ⇧L/);
    await dataset.press('Escape');
    await dataset.rowIs(2);
  });

  test('of a large group so many rows are drawn as one can look through; the cursor goes on to the others', async () => {
    await dataset.keysWork();
    await dataset.goTo(8);
    await showGroup();
    await dataset.reads('.group-head .num', '120 rows');
    assert.ok((await dataset.frame.locator('.member').count()) < 60);
    await dataset.press('End');
    await currentIs('variant 120', 'row 127');
    await dataset.reads('.group .more', /Rows 97 to 120 of 120/);
    await dataset.press('Home', 'Escape');
    await dataset.rowIs(8);
  });

  test('rows that are selected in the table are linked by hand, which the log keeps and undo takes back', async () => {
    await dataset.keysWork();
    await dataset.goTo(2);
    await dataset.press('Shift+t');
    await dataset.frame.locator('.tr.cur').waitFor();
    await dataset.press('Space', 'ArrowDown', 'Space');
    await dataset.frame.locator('.need', { hasText: '2 rows selected' }).waitFor();
    const { quickInput } = workbench;
    await quickInput.choose(() => dataset.press('Shift+l'), quickInput.rows('similar'), 'similar');
    await eventually(async () => {
      const log = logLines(path.join(workbench.folder, 'variants.jsonl'), 'anna');
      const { row, value } = log.find(({ what }) => what === 'link') ?? {};
      assert.equal(row?.number, 1);
      assert.match(
        JSON.stringify(value),
        /^\{"type":"similar","place":"","rows":\[\{"key":"bytes:[0-9a-f]{32}","place":""\}\]\}$/,
      );
    });
    await dataset.keysWork();
    await dataset.press('Escape', 'Shift+f');
    await dataset.frame.locator('.body').waitFor();
    await dataset.goTo(2);
    await showGroup();
    await dataset.reads('.group-head', /^Similar problems linked by anna, \d{4}-\d\d-\d\d 2 rows/);
    await dataset.press('Backspace');
    await dataset.frame.locator('.group.empty').waitFor();
    await dataset.press('Escape');
  });

  test('an original stands beside its extensions; what they lost and another answer are marked', async () => {
    await open('extensions.jsonl');
    await showGroup();
    assert.deepEqual(await places(), ['original']);
    assert.deepEqual(
      await dataset.frame.locator('.seed .span').allInnerTexts(),
      ['3'],
      'lost by one of them',
    );
    assert.deepEqual(await dataset.frame.locator('.seed .kept').allInnerTexts(), ['12']);
    assert.equal(await dataset.frame.locator('.member .badge.finding').count(), 1);
  });

  test('the parts of a chain come in their order, each answer marked in the next, then the whole', async () => {
    await dataset.press('Escape');
    await open('chain.jsonl');
    await showGroup();
    assert.deepEqual(await places(), ['step 1', 'step 2', 'step 3', 'result']);
    assert.deepEqual(await dataset.frame.locator('.member .kept').allInnerTexts(), ['24', '8']);
    await dataset.press('Escape');
  });

  test('a dataset without link rules says how to link', async () => {
    await open('plain.jsonl');
    await eventually(async () => {
      await dataset.press('Shift+g');
      await dataset.frame.locator('.group.empty').waitFor({ timeout: 1000 });
    });
    await dataset.reads('.group.empty', /^No rows of this dataset are linked\. The profile/);
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  async function open(file: string): Promise<void> {
    await workbench.openFile(file);
    await dataset.frame.locator('.problem').first().waitFor();
    await dataset.focus();
  }

  async function showGroup(): Promise<void> {
    await eventually(async () => {
      await dataset.press('Shift+g');
      await current().waitFor({ timeout: 1000 });
    });
  }

  async function currentIs(place: string, row: string): Promise<void> {
    await eventually(async () =>
      assert.equal(await current().getAttribute('aria-label'), `${place}, ${row}`),
    );
  }
});
