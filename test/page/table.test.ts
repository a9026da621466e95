import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

const MANY = 300_000;

describe('the table of rows', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const cursor = () => dataset.frame.locator('.tr.cur');
  const number = () => cursor().locator('.n.fixed');
  const heads = () => dataset.frame.getByRole('columnheader');

  before(async () => {
    workbench = await openWorkbench({
      workspace: { 'few.jsonl': rows(60), 'many.jsonl': rows(MANY) },
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    await workbench.openFile('few.jsonl');
    await dataset.frame.locator('.problem').first().waitFor();
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('a key shows the row that is read in the table', async () => {
    await dataset.goTo(12);
    await dataset.press('Shift+t');
    await cursorIs(12);
    await dataset.reads('.counts', '60 rows, all indexed');
    assert.equal(await dataset.frame.locator('[role=tab][aria-selected=true] .name').innerText(), 'Table');
  });

  test('keys move the cursor, and it stays in sight', async () => {
    await keyGoesTo('End', 60);
    await inSight();
    await dataset.press('ArrowUp', 'ArrowUp', 'ArrowDown');
    await cursorIs(59);
    await dataset.press('PageUp');
    await eventually(async () => assert.ok(Number(await number().innerText()) < 55));
    await inSight();
    await dataset.press('Home');
    await cursorIs(1);
    await inSight();
  });

  test('formulas are typeset in the rows that are in sight, and in no others', async () => {
    await dataset.frame.locator('.tr .katex').first().waitFor();
    const drawn = await dataset.frame.locator('.tr[data-position]').count();
    assert.ok(drawn < 25, `${drawn} rows are drawn`);
  });

  test('every row is 53 pixels high', async () => {
    const heights = await dataset.frame
      .locator('.tr[data-position]')
      .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
    assert.deepEqual([...new Set(heights)], [53]);
  });

  test('the columns have heads, and the first says the order', async () => {
    const titles = await heads().evaluateAll((all) =>
      all.map((head) => head.querySelector('b')?.textContent),
    );
    assert.deepEqual(titles, [undefined, 'Row', 'Problem', 'Traces', 'Labels', 'Findings', 'Flags']);
    assert.equal(await heads().nth(1).getAttribute('aria-sort'), 'ascending');
  });

  test('rows are selected by Space, and by Shift with it up to a row', async () => {
    await dataset.press('Home', 'Space', 'ArrowDown', 'ArrowDown', 'Shift+Space');
    await needs('3 rows selected Unselect Esc');
    assert.equal(await dataset.frame.locator('.tr[aria-selected=true]').count(), 3);
    await dataset.press('Escape');
    await needs('Row 3 of 60');
  });

  test('a press puts the cursor on a row, one on its box selects it, with Shift up to it', async () => {
    await row(5).locator('.maths').first().click();
    await cursorIs(5);
    await row(7).locator('.select').click();
    await needs('1 row selected Unselect Esc');
    await row(9)
      .locator('.maths')
      .first()
      .click({ modifiers: ['Shift'] });
    await needs('3 rows selected Unselect Esc');
    await dataset.press('Escape');
    await needs('Row 9 of 60');
  });

  test('Enter reads the row, and a key comes back to it', async () => {
    await dataset.press('ArrowDown', 'Enter');
    await dataset.rowIs(10);
    await dataset.press('Shift+t');
    await cursorIs(10);
    await row(8).locator('.maths').first().dblclick();
    await dataset.rowIs(8);
    await dataset.press('Shift+t');
    await cursorIs(8);
  });

  test('a slash goes to the query, and Escape back to the rows', async () => {
    await dataset.press('/');
    const box = dataset.frame.getByRole('combobox', { name: 'Query' });
    await eventually(async () => assert.ok(await box.evaluate((input) => input.matches(':focus'))));
    await dataset.press('a', 'Escape', 'Escape'); // the first closes what is suggested
    assert.equal(await box.inputValue(), '');
    await keyGoesTo('End', 60);
  });

  test('a column is made wider by keys, which move no row', async () => {
    const labels = heads().filter({ hasText: 'Labels' });
    const before = (await labels.boundingBox())?.width ?? 0;
    await labels.focus();
    await dataset.press('Alt+ArrowRight');
    await eventually(async () => assert.equal((await labels.boundingBox())?.width, before + 16));
    await dataset.press('ArrowRight', 'Escape');
    await cursorIs(60);
    assert.ok(await dataset.frame.getByRole('grid').evaluate((grid) => grid === document.activeElement));
  });

  test('a table of many rows ends with its last row, and begins with its first', async () => {
    await workbench.openFile('many.jsonl');
    await dataset.frame.locator('.problem').first().waitFor();
    await dataset.focus();
    await dataset.press('Shift+t');
    await dataset.reads('.counts', '300,000 rows, all indexed');
    await keyGoesTo('End', MANY);
    await inSight();
    await eventually(async () => assert.match(await cursor().innerText(), /Problem 300000:/));
    await dataset.press('ArrowUp');
    await cursorIs(MANY - 1);
    await dataset.press('Home');
    await cursorIs(1);
    await inSight();
  });

  test('the wheel moves many rows by pixels', async () => {
    await cursor().hover();
    const top = async () => (await row(3).boundingBox())?.y ?? 0;
    const before = await top();
    await workbench.page.mouse.wheel(0, 53);
    await eventually(async () =>
      assert.ok(Math.abs(before - (await top()) - 53) <= 1, `${before - (await top())}`),
    );
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  /** The table's row with a number (1-based). */
  function row(wanted: number) {
    const words = wanted.toLocaleString('en');
    return dataset.frame
      .locator('.tr')
      .filter({ has: workbench.page.locator('.n.fixed', { hasText: new RegExp(`^${words}$`) }) });
  }

  async function cursorIs(wanted: number): Promise<void> {
    await eventually(async () => assert.equal(await number().innerText(), wanted.toLocaleString('en')));
  }

  /** VS Code needs a moment to give the keys to another view: presses one, again until it is heard. */
  async function keyGoesTo(key: string, wanted: number): Promise<void> {
    await eventually(async () => {
      await dataset.press(key);
      await workbench.page.waitForTimeout(200);
      assert.equal(await number().innerText(), wanted.toLocaleString('en'));
    });
  }

  async function needs(words: string): Promise<void> {
    await dataset.reads('.foot .need', words);
  }

  /** The cursor's row is wholly between the heads and the lower edge. */
  async function inSight(): Promise<void> {
    await eventually(async () => {
      const faults = await dataset.frame.locator('.grid').evaluate((grid) => {
        const at = grid.querySelector('.tr.cur')?.getBoundingClientRect();
        const head = grid.querySelector('.th')?.getBoundingClientRect();
        const { bottom } = grid.getBoundingClientRect();
        return at && head && at.top >= head.bottom - 1 && at.bottom <= bottom + 1
          ? []
          : [at?.top, head?.bottom, bottom];
      });
      assert.deepEqual(faults, []);
    });
  }
});

function rows(count: number): string {
  const lines = Array.from({ length: count }, (_, at) =>
    JSON.stringify({ problem: `Problem ${at + 1}: what is $${at % 97}^2 + \\frac{${at % 13}}{7}$?` }),
  );
  return `${lines.join('\n')}\n`;
}
