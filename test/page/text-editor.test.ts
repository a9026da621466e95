// A dataset as text, beside Scholium: rows marked in the gutter, completed and explained by their schema.
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { logFile } from './log-lines';
import { type Workbench, openWorkbench } from './workbench';

const THEMES = ['Dark Modern', 'Light Modern', 'Default High Contrast', 'Default High Contrast Light'];
/** Rows with errors, a warning and flags, as `media/sample/gsm8k.jsonl` has them and as they are flagged here. */
const MARKED = [3, 8, 12, 13, 16];

describe('a dataset in the text editor', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const file = () => path.join(workbench.folder, 'gsm8k.jsonl');
  const suggestions = () => workbench.page.locator('.suggest-widget.visible .monaco-list-row');

  before(async () => {
    workbench = await openWorkbench({
      workspace: 'media/sample',
      theme: 'Dark Modern',
      settings: {
        'scholium.annotator': 'rita',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
        'editor.acceptSuggestionOnCommitCharacter': false,
      },
      viewport: { width: 1440, height: 900 },
    });
    fs.mkdirSync(`${file()}.scholium`, { recursive: true });
    fs.writeFileSync(logFile(file(), 'anna'), [flag(1, 2), flag(2, 12)].join(''));
    dataset = new DatasetPage(workbench);
    await workbench.openFile('gsm8k.jsonl');
    await dataset.steps.first().waitFor();
    await dataset.focus();
    await dataset.press('Shift+O');
    await workbench.page.locator('.monaco-editor .view-line').first().waitFor();
  });
  after(() => workbench?.close());

  test('the gutter marks the rows with findings and flags, each kind by a shape of its own', async () => {
    await eventually(async () =>
      assert.deepEqual(
        (await marks()).map(({ line }) => line),
        MARKED,
      ),
    );
    const [flagged, error, other, both, last] = (await marks()).map(({ image }) => image);
    assert.deepEqual([error, error], [other, last]);
    assert.equal(new Set([flagged, error, both]).size, 3);
  });

  test('in every theme they can be told from the background', async () => {
    const images = new Set<string>();
    for (const theme of THEMES) {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await workbench.page.locator(`.monaco-workbench.${classOf(theme)}`).waitFor();
      await eventually(async () => assert.equal((await marks()).length, MARKED.length));
      images.add((await marks())[0]?.image ?? '');
      await workbench.screenshot(`gutter-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
    assert.equal(images.size, 2);
    workbench.setSettings({});
  });

  test('they go with their rows while the text is edited', async () => {
    await workbench.page
      .locator('.monaco-editor .view-line')
      .nth(4)
      .click({ position: { x: 60, y: 8 } });
    await workbench.page.keyboard.press('Control+Enter'); // a line below the fifth
    await eventually(async () =>
      assert.deepEqual(
        (await marks()).map(({ line }) => line),
        [3, 9, 13, 14, 17],
      ),
    );
  });

  test('keys of the row that is typed are offered, and then explained', async () => {
    await workbench.page.keyboard.type('{"');
    await suggestions().first().waitFor();
    assert.deepEqual(
      (await suggestions().locator('.label-name').allInnerTexts()).map((label) => label.trim()),
      ['question', 'answer'],
    );
    await workbench.screenshot('row-completion');
    await workbench.page.keyboard.press('Enter');
    await eventually(async () =>
      assert.match(
        await workbench.page.locator('.monaco-editor .view-lines').innerText(),
        /"question":\s*""/,
      ),
    );
    const key = workbench.page.locator('.view-line span', { hasText: '"question"' });
    await key.nth(1).hover();
    const hover = workbench.page.locator('.monaco-hover:visible');
    await eventually(async () =>
      assert.match((await hover.innerText()).replaceAll('\u00a0', ' '), /question: text, required/),
    );
    await workbench.screenshot('row-hover');
  });

  test('what is typed is checked before it is saved, and told where it stands', async () => {
    const lines = async () => (await marks()).map(({ line }) => line);
    await eventually(async () => assert.deepEqual(await lines(), [3, 6, 9, 13, 14, 17])); // half a row
    await typeRow('{"question":"Q?","answer":"It is <<2*3=7>>7.\\n#### 7"}');
    await eventually(async () => {
      const [, typed, broken] = await marks();
      assert.equal(typed?.line, 6);
      assert.notEqual(typed.image, broken?.image); // a warning, as the row is whole
    });
    await workbench.screenshot('typed-row');
    await typeRow('{"question":"Q?","answer":"It is <<2*3=6>>6.\\n#### 6"}');
    await eventually(async () => assert.deepEqual(await lines(), [3, 9, 13, 14, 17]));
  });

  test('a text that is as it was is marked as the file is', async () => {
    for (let undone = 0; undone < 40 && (await workbench.page.locator('.tab.dirty').count()) > 0; undone++)
      await workbench.page.keyboard.press('Control+Z');
    await eventually(async () =>
      assert.deepEqual(
        (await marks()).map(({ line }) => line),
        MARKED,
      ),
    );
  });

  test('nothing went wrong', () => assert.deepEqual(workbench.errors, []));

  /** Key by key in place of the line that the cursor is in: the editor closes quotes, and is overtyped. */
  async function typeRow(text: string): Promise<void> {
    const { keyboard } = workbench.page;
    for (const key of ['Escape', 'Home', 'Shift+End', 'Delete']) await keyboard.press(key);
    await keyboard.type(text);
    await keyboard.press('Escape');
  }

  /** The icons in the gutter, and the numbers of the lines that they stand at, from the top. */
  async function marks(): Promise<{ line: number; image: string }[]> {
    return workbench.page
      .locator('.monaco-editor')
      .first()
      .evaluate((editor) => {
        const numbers = [...editor.querySelectorAll('.line-numbers')];
        return [...editor.querySelectorAll('.glyph-margin-widgets .cgmr')]
          .map((mark) => {
            const { top } = mark.getBoundingClientRect();
            const near = (each: Element) => Math.abs(each.getBoundingClientRect().top - top) < 4;
            return {
              line: Number(numbers.find(near)?.textContent),
              image: getComputedStyle(mark).backgroundImage,
            };
          })
          .filter(({ image }) => image.includes('svg'))
          .toSorted((a, b) => a.line - b.line);
      });
  }
});

function classOf(theme: string): string {
  if (theme.includes('Contrast')) return theme.endsWith('Light') ? 'hc-light' : 'hc-black';
  return theme.startsWith('Dark') ? 'vs-dark' : 'vs';
}

/** Anna flagged a row (0-based). */
function flag(n: number, row: number): string {
  const event = {
    ...{ v: 1, id: `01J0000000${String(n).padStart(16, '0')}`, time: '2026-01-05T10:00:00.000Z' },
    ...{ annotator: 'anna', machine: '00000001' },
    row: { key: `id:made-${row}`, hash: '0'.repeat(32), number: row },
    what: 'flag',
    target: { kind: 'row' },
    value: { category: 'statement', severity: 'major', comment: 'the units' },
  };
  return `${JSON.stringify(event)}\n`;
}
