import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { type Workbench, openWorkbench } from './workbench';

/** A brace that KaTeX draws out of pieces, which it styles by attributes that the page's policy refuses. */
const TALL = `$$\\left\\{\\begin{array}{l}${'x \\\\'.repeat(8)}x\\end{array}\\right.$$`;

const OURS = [
  '<script>window.pwned = 1</script><img src=x onerror="window.pwned = 1">',
  '<svg onload="window.pwned = 1"></svg><iframe srcdoc="<script>parent.pwned = 1</script>"></iframe>',
  '[press](javascript:alert(1)) ![x](https://example.invalid/x.png) <https://example.invalid>',
  '[press](command:workbench.action.closeWindow) <meta http-equiv="refresh" content="0;url=https://example.invalid">',
  '$\\href{javascript:alert(1)}{x}$ $\\includegraphics{https://example.invalid/x.png}$ $\\htmlStyle{color:red}{x}$',
  '$\\def\\a{\\a\\a}\\a$ and $\\edef\\x{\\x}\\x$',
  '<form action="https://example.invalid"><button autofocus>Approve</button></form><base href="https://example.invalid/">',
  TALL,
].map((problem) => JSON.stringify({ problem }));

/** What row text must never become. */
const FORBIDDEN =
  'script, iframe, object, embed, form, base, meta, link, video, audio, style, a[href], img:not([src^="blob:"])';
const payloads = path.join(
  process.env['SCHOLIUM_DATA'] ?? path.join('..', 'shared', 'data'),
  'payloads.jsonl',
);
const theirs = fs.existsSync(payloads) ? hostileRows(payloads) : [];

describe('rows from strangers', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const dialogs: string[] = [];

  before(async () => {
    workbench = await openWorkbench({
      workspace: {
        'ours.jsonl': OURS.map((row) => `${row}\n`).join(''),
        ...(theirs.length ? { 'theirs.jsonl': theirs.map((row) => `${row}\n`).join('') } : {}),
      },
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1600, height: 900 },
    });
    workbench.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    dataset = new DatasetPage(workbench);
  });
  after(() => workbench?.close());

  test('markup in a row stays text', async () => {
    await workbench.openFile('ours.jsonl');
    await dataset.reads('.problem', /<script>window.pwned = 1<\/script><img src=x/);
    await readAll(OURS.length);
  });

  test('and a tall brace has its width', async () => {
    const brace = dataset.frame.locator('.problem .delimsizing svg').first();
    const { width = 0 } = (await brace.boundingBox()) ?? {};
    assert.ok(width > 5 && width < 40, `it is ${width} px wide`);
  });

  if (theirs.length > 0) {
    test('so does that of known attacks', async () => {
      await workbench.openFile('theirs.jsonl');
      await readAll(theirs.length);
    });
  }

  test('nothing ran, nothing was asked of the network, nobody was asked anything', async () => {
    const frames = workbench.page.frames();
    for (const frame of frames) assert.equal(await frame.evaluate('typeof window.pwned'), 'undefined');
    assert.deepEqual(dialogs, []);
    assert.deepEqual(workbench.outsideRequests, []);
    assert.deepEqual(workbench.errors, []);
    assert.equal(workbench.page.context().pages().length, 1);
  });

  /** Goes through all rows by key, and looks at each. */
  async function readAll(rows: number): Promise<void> {
    await dataset.focus();
    for (let row = 1; row <= rows; row++) {
      await dataset.rowIs(row);
      const found = await dataset.frame
        .locator('.reading, .rows')
        .evaluateAll(
          (parts, selector) =>
            parts.flatMap((part) => [...part.querySelectorAll(selector)].map(({ outerHTML }) => outerHTML)),
          FORBIDDEN,
        );
      assert.deepEqual(found, [], `row ${row}`);
      if (row < rows) await dataset.press('ArrowRight');
    }
  }
});

function hostileRows(file: string): string[] {
  const cases = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return cases
    .map((line) => JSON.parse(line) as { row?: unknown })
    .filter(({ row }) => row !== undefined)
    .map(({ row }) => JSON.stringify(row));
}
