import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { THEMES } from './themes';
import { type Workbench, openWorkbench } from './workbench';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1140, height: 900 },
  { width: 1040, height: 900 },
  { width: 760, height: 900 },
  { width: 680, height: 900 },
];

describe('how the page looks', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;

  before(async () => {
    workbench = await openWorkbench({
      workspace: 'media/sample',
      theme: 'Dark Modern',
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    await workbench.openFile('champ/problems.jsonl');
    await dataset.steps.first().waitFor();
    await workbench.page.keyboard.press('Control+b'); // the side bar takes a third of a narrow window
    await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await dataset.focus();
    await dataset.press('g', 'n', 'b');
    await dataset.frame.locator('.cut').waitFor();
    await dataset.saved();
  });
  after(() => workbench?.close());

  for (const { theme, body } of THEMES) {
    test(`in ${theme}, at every width, nothing overflows`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      for (const size of SIZES) {
        await workbench.page.setViewportSize(size);
        await pageIs(size.width);
        assert.deepEqual(await overflow(), [], `${size.width}`);
        await workbench.screenshot(`${theme.toLowerCase().replaceAll(' ', '-')}-${size.width}`);
      }
    });
  }

  for (const { theme, body } of THEMES) {
    test(`in ${theme}, at every width, nothing of the table overflows or moves`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
      await showView('Shift+t', '.tr[data-position]');
      await dataset.press('/');
      await dataset.frame.getByRole('listbox', { name: 'What can be typed' }).waitFor();
      await workbench.page.keyboard.type('how many or \\sqrt');
      await dataset.press('Enter', 'Enter');
      await dataset.frame.locator('.tr mark').first().waitFor();
      for (const width of [1440, 1100, 960, 760, 640]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await pageIs(width);
        await dataset.frame.locator('.tr .katex').first().waitFor();
        assert.deepEqual(await overflow(), [], `${width}`);
        assert.deepEqual(await badCells(), [], `${width}`);
        const places = await cells();
        await workbench.screenshot(`table-${theme.toLowerCase().replaceAll(' ', '-')}-${width}`);
        await dataset.press('ArrowDown', 'Space', 'Escape', 'ArrowUp');
        assert.deepEqual(await cells(), places, `${width}`);
      }
      await eventually(async () => {
        await dataset.press('Escape');
        assert.match(await dataset.words('.foot .need'), /^Row /);
      });
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
      await showView('Shift+f', '.step .t');
    });
  }

  test('the labels have the same place at every step of every row', async () => {
    await workbench.page.setViewportSize({ width: 1440, height: 900 });
    await pageIs(1440);
    const places = new Set<number>();
    await dataset.goTo(1);
    for (let row = 1; row <= 8; row++) {
      if (row > 1) await dataset.press('ArrowRight');
      await dataset.rowIs(row);
      const slots = dataset.frame.locator('.step:not(.cmp) > .slots');
      for (const x of await slots.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x)))
        places.add(x);
    }
    assert.equal(places.size, 1, [...places].join(', '));
  });

  test('nothing moves when a step is labelled', async () => {
    await dataset.goTo(9);
    await dataset.frame.locator('.step .katex').first().waitFor();
    const places = await texts();
    await dataset.press('g');
    await eventually(async () => assert.equal((await dataset.labels())[0], 'good'));
    await dataset.saved();
    assert.deepEqual(await texts(), places);
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  /** The page has taken the window's new width. */
  async function pageIs(window: number): Promise<void> {
    await eventually(async () => {
      const width = await dataset.frame.locator('html').evaluate((html) => html.clientWidth);
      assert.ok(width <= window && width > window - 80, `${width} of ${window}`);
    });
  }

  async function showView(key: string, sign: string): Promise<void> {
    await eventually(async () => {
      await dataset.press(key);
      await dataset.frame.locator(sign).first().waitFor({ timeout: 1000 });
    });
  }

  /** Where the table's heads and cells are. */
  const cells = () =>
    dataset.frame.locator('.tr > *').evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y, width, height].map(Math.round);
      }),
    );

  /** Rows of another height, cells that are not under their heads, ids and titles that are cut at their ends. */
  function badCells(): Promise<string[]> {
    return dataset.frame.locator('.grid').evaluate((grid) => {
      const heads = [...(grid.querySelector('.th')?.children ?? [])].map((head) =>
        head.getBoundingClientRect(),
      );
      const faults: string[] = [];
      for (const row of grid.querySelectorAll('.tr[data-position]')) {
        if (row.getBoundingClientRect().height !== 53) faults.push(`height of ${row.id}`);
        [...row.children].forEach((cell, at) => {
          const { left, width } = cell.getBoundingClientRect();
          const head = heads[at];
          if (!head || Math.abs(head.left - left) > 0.5 || Math.abs(head.width - width) > 0.5)
            faults.push(`cell ${at + 1} of ${row.id}`);
        });
      }
      for (const id of grid.querySelectorAll('.row-id')) {
        const cell = id.parentElement?.getBoundingClientRect();
        if (cell && id.getBoundingClientRect().right > cell.right) faults.push(`${id.textContent} is cut`);
      }
      for (const title of grid.querySelectorAll('.th .title b'))
        if (title.scrollWidth > title.clientWidth) faults.push(`the title ${title.textContent} is cut`);
      return faults;
    });
  }

  /** What sticks out: of the page, or of the bar that it is in. */
  function overflow(): Promise<string[]> {
    return dataset.frame.locator('html').evaluate((html) => {
      const faults =
        html.scrollWidth > html.clientWidth ? [`the page by ${html.scrollWidth - html.clientWidth}`] : [];
      const top = html.querySelector('.top');
      if (top && top.scrollWidth > top.clientWidth)
        faults.push(`the top bar by ${top.scrollWidth - top.clientWidth}`);
      const bar = html.querySelector('.foot');
      const box = bar?.getBoundingClientRect();
      for (const part of bar?.querySelectorAll('vscode-button, .saved, .need') ?? []) {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const inside =
          box && left >= box.left && right <= box.right + 0.5 && top >= box.top && bottom <= box.bottom + 0.5;
        if (!inside) faults.push(`${part.textContent} in the footer`);
      }
      return faults;
    });
  }

  const texts = () =>
    dataset.frame
      .locator('.step > .t, .problem, .foot vscode-button')
      .evaluateAll((all) =>
        all.map((one) => ['x', 'y'].map((side) => one.getBoundingClientRect()[side as 'x' | 'y'])),
      );
});
