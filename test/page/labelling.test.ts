import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { logLines } from './log-lines';
import { type Workbench, openWorkbench } from './workbench';

const FIRST_TRACE = 'fws_annotations["Aster-7B|No C w/o H"]';
const IMPLIED = 'good, implied by the first error';

describe('labelling by keys alone', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  let original: string;
  const file = () => path.join(workbench.folder, 'champ', 'problems.jsonl');
  const log = () => logLines(file(), 'anna');
  const digest = () => createHash('sha256').update(fs.readFileSync(file())).digest('hex');

  before(async () => {
    workbench = await openWorkbench({
      workspace: 'media/sample',
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1600, height: 900 },
    });
    original = digest();
    dataset = new DatasetPage(workbench);
    await workbench.openFile('champ/problems.jsonl');
    await dataset.steps.first().waitFor();
  });
  after(() => workbench?.close());

  test('g labels the step good, and goes to the next', async () => {
    await dataset.needs('Label step 1, or mark the first error');
    await dataset.press('g');
    await dataset.labelsAre('good', null, null, null, null);
    await dataset.needs('Label step 2, or mark the first error');
    await dataset.saved();
    assert.deepEqual(log().map(gist), ['label step 0 good']);
  });

  test('b on a later step says that those before it are good, and ends the trace', async () => {
    await dataset.press('g', 'j', 'b');
    await dataset.labelsAre('good', 'good', IMPLIED, 'bad', null);
    await dataset.reads('.cut', 'After the first error step 5 needs no label');
    await dataset.needs('Judge the trace');
    await dataset.saved();
  });

  test('a verdict goes to the next trace, and from the last trace to the next row', async () => {
    await dataset.press('2');
    await dataset.traceIs('B Borealis-70B');
    await dataset.press('g', 'g', 'g', 'g', 'g', 'g');
    await dataset.needs('Judge the trace');
    await dataset.press('1');
    await dataset.traceIs('C Cobalt-mini');
    await dataset.press('b', '3');
    await dataset.rowIs(2);
    await dataset.traceIs('A Aster-7B');
    await dataset.item(1).getByRole('img', { name: 'labelled', exact: true }).waitFor();
  });

  test('every key is in the log beside the dataset, with what it is about', async () => {
    await eventually(() =>
      assert.deepEqual(log().map(gist), [
        'label step 0 good',
        'label step 1 good',
        'label step 2 good',
        'label step 3 bad',
        'verdict wrong',
        ...[0, 1, 2, 3, 4, 5].map((step) => `label step ${step} good`),
        'verdict right',
        'label step 0 bad',
        'verdict right-answer-wrong-reasoning',
      ]),
    );
    const first = log()[0];
    assert.equal(first?.annotator, 'anna');
    assert.equal(first?.row.key, 'id:P_Combinatorics_1');
    assert.match(first?.row.hash ?? '', /^[0-9a-f]{32}$/);
    assert.deepEqual(first?.target, {
      kind: 'step',
      trace: FIRST_TRACE,
      step: 0,
      path: ['fws_annotations', 'Aster-7B|No C w/o H', 'text'],
      start: 0,
      end: 89,
    });
  });

  test('Backspace takes the last decision back, over the border of a row', async () => {
    await dataset.press('Backspace');
    await dataset.rowIs(1);
    await dataset.traceIs('C Cobalt-mini');
    await dataset.needs('Judge the trace');
    assert.equal(log().at(-1)?.what, 'undo');
    await dataset.press('Backspace');
    await dataset.labelsAre(null, null, null, null, null, null);
    await dataset.needs('Label step 1, or mark the first error');
  });

  test('Backspace takes back all that one key said', async () => {
    await dataset.press('j', 'j', 'b');
    await dataset.labelsAre(IMPLIED, IMPLIED, 'bad', null, null, null);
    await dataset.press('Backspace');
    await dataset.labelsAre(null, null, null, null, null, null);
  });

  test('and it does after the window was opened anew', async () => {
    await workbench.load();
    await dataset.steps.first().waitFor();
    await dataset.focus();
    await dataset.rowIs(1);
    const lines = log().length;
    await dataset.press('Backspace');
    await dataset.traceIs('B Borealis-70B');
    await dataset.needs('Judge the trace');
    await eventually(() => assert.equal(log().length, lines + 1));
    await dataset.labelsAre('good', 'good', 'good', 'good', 'good', 'good');
    await dataset.press('1');
    await dataset.traceIs('C Cobalt-mini');
  });

  test('m labels every step, those after an error as well', async () => {
    await dataset.goTo(2);
    await dataset.press('m');
    await dataset.needs('Label step 1');
    await dataset.press('b', 'g', 'n', 'u');
    await dataset.needs('Label step 5');
    assert.deepEqual((await dataset.labels()).slice(0, 4), ['bad', 'good', 'neutral', 'unsure']);
    assert.equal(await dataset.frame.locator('.cut').count(), 0);
    await dataset.press('m');
    await dataset.frame.locator('.cut').waitFor();
  });

  test('f flags the step; what is typed in the comment labels nothing', async () => {
    await dataset.goTo(3);
    const labels = await dataset.labels();
    await dataset.press('f');
    const form = dataset.frame.getByRole('dialog', { name: 'Flag step 1 of trace A' });
    await form.getByRole('textbox').click();
    await workbench.page.keyboard.type('gnbu 123 xs?');
    await dataset.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    const thread = dataset.steps.first().locator('.thread');
    await thread.waitFor();
    assert.match(await thread.innerText(), /Flag: reasoning\s+minor, anna\s+Answer\s+t\s+gnbu 123 xs\?/);
    assert.deepEqual(await dataset.labels(), labels);
    await dataset.rowIs(3);
    await dataset.item(3).getByRole('img', { name: '1 flags' }).waitFor();
    assert.deepEqual(log().at(-1)?.value, {
      category: 'reasoning',
      severity: 'minor',
      comment: 'gnbu 123 xs?',
    });
  });

  test('the form can be filled in with the pointer, and Escape leaves it', async () => {
    const lines = log().length;
    await dataset.press('f');
    const form = dataset.frame.getByRole('dialog');
    await form.waitFor();
    await dataset.press('Escape');
    await form.waitFor({ state: 'detached' });
    await dataset.keysWork();
    await dataset.press('j');
    await dataset.needs('Label step 2, or mark the first error');
    await dataset.press('f');
    await dataset.frame.getByRole('dialog', { name: 'Flag step 2 of trace A' }).waitFor();
    await form.getByRole('checkbox').click();
    await form.locator('vscode-button', { hasText: 'Flag' }).click();
    await dataset.steps.nth(1).locator('.thread', { hasText: 'major, anna' }).waitFor();
    await dataset.keysWork();
    assert.equal(log().length, lines + 1);
  });

  test('the keys work again after the form, and ? tells them all', async () => {
    await dataset.press('Shift+Slash');
    const sheet = dataset.frame.getByRole('dialog', { name: 'All keys' });
    await sheet.waitFor();
    assert.equal(await sheet.locator('dt').count(), (await sheet.locator('kbd').count()) - 1); // Escape has no word
    assert.match(await sheet.innerText(), /Label Step Bad \(First Error\)\s+b/);
    const hidden = () => sheet.evaluate((box) => [box.scrollTop, box.scrollHeight > box.clientHeight]);
    assert.deepEqual(await hidden(), [0, true], 'a long sheet shows its beginning');
    await dataset.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await dataset.keysWork();
    await dataset.press('g');
    await eventually(async () => assert.equal((await dataset.labels())[1], 'good'));
  });

  test('a comment is seen at its step, is changed by the same key, and goes when it is emptied', async () => {
    await dataset.goTo(4);
    const own = dataset.steps.first().locator('.own-comment');
    for (const [typed, shown] of [
      ['is that so?', 'is that so?'],
      [' Yes.', 'is that so? Yes.'],
    ] as const) {
      const form = await commentForm();
      await dataset.press('End');
      await workbench.page.keyboard.type(typed);
      await dataset.press('Control+Enter');
      await form.waitFor({ state: 'detached' });
      await eventually(async () => assert.equal((await own.innerText()).trim(), shown));
      await dataset.keysWork();
    }
    const form = await commentForm();
    await dataset.press('Control+a', 'Delete', 'Control+Enter');
    await form.waitFor({ state: 'detached' });
    await own.waitFor({ state: 'detached' });
    await dataset.keysWork();
    assert.deepEqual(log().slice(-3).map(gist), [
      'comment step 0 is that so?',
      'comment step 0 is that so? Yes.',
      'comment step 0 ',
    ]);
  });

  test('x and s mark the row and go on', async () => {
    await dataset.goTo(5);
    await dataset.press('x');
    await dataset.rowIs(6);
    await dataset.press('s');
    await dataset.rowIs(7);
    await dataset.item(5).getByRole('img', { name: 'bad problem' }).waitFor();
    await dataset.item(6).getByRole('img', { name: 'skipped' }).waitFor();
    assert.deepEqual(log().slice(-2).map(gist), ['mark bad-problem', 'mark skipped']);
  });

  test('while another pane has the focus the keys are off, and the page says so', async () => {
    const lines = log().length;
    await workbench.page.keyboard.press('Control+Shift+e');
    const lost = dataset.frame.locator('.foot.lost');
    await lost.waitFor();
    assert.match(await lost.innerText(), /Keys are off: another pane has the focus/);
    await dataset.press('g');
    await lost.click();
    await dataset.keysWork();
    await dataset.needs('Label step 1, or mark the first error');
    assert.equal(log().length, lines, 'g in the explorer labelled nothing');
    await dataset.press('g');
    await dataset.labelsAre('good', ...(await dataset.labels()).slice(1));
  });

  test('two editors on one dataset stay in step', async () => {
    await dataset.goTo(9);
    await dataset.press('Control+Backslash');
    const both = [0, 1].map((at) => {
      const outer = workbench.page.frameLocator(`iframe.webview.ready >> nth=${at}`);
      return new DatasetPage(workbench, outer.frameLocator('iframe#active-frame'));
    });
    const [one, other] = both;
    assert.ok(one && other);
    await other.steps.first().waitFor();
    await other.rowIs(9);
    await other.focus();
    await other.press('g', 'n');
    await eventually(async () =>
      assert.deepEqual((await other.labels()).slice(0, 3), ['good', 'neutral', null]),
    );
    await eventually(async () => assert.deepEqual(await one.labels(), await other.labels()));
    await one.focus();
    await one.press('Backspace');
    await eventually(async () => assert.deepEqual((await other.labels()).slice(0, 3), ['good', null, null]));
  });

  /** The form for a comment on the first step, ready to be typed in. */
  async function commentForm(): Promise<Locator> {
    await dataset.press(',');
    const form = dataset.frame.getByRole('dialog', { name: 'Comment on step 1 of A' });
    await form.locator('textarea:focus').waitFor();
    return form;
  }

  test('the dataset has the bytes that it had', () => assert.equal(digest(), original));

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });
});

/** An event in a few words. */
function gist({ what, target, value }: ReturnType<typeof logLines>[number]): string {
  const words = typeof value === 'string' ? value : JSON.stringify(value);
  return target.kind === 'step' ? `${what} step ${target.step} ${words}` : `${what} ${words}`;
}
