import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { eventId, logFile, logLines } from './log-lines';
import { THEMES } from './themes';
import { type Workbench, openWorkbench } from './workbench';

const TRACE = 'fws_annotations["Aster-7B|No C w/o H"]';
const LABELS = { g: 'good', n: 'neutral', b: 'bad', u: 'unsure' } as const;

describe('settling what annotators differ on', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const file = () => path.join(workbench.folder, 'champ', 'problems.jsonl');
  const log = () => logLines(file(), 'rita');
  const line = (at: number) => dataset.frame.locator('.adj .line[role=row]').nth(at + 1);
  const settledOf = async (at: number) =>
    line(at).locator('.c').nth(2).locator('[role=img]').first().getAttribute('aria-label');

  before(async () => {
    workbench = await openWorkbench({
      workspace: 'media/sample',
      theme: 'Dark Modern',
      settings: {
        'scholium.annotator': 'rita',
        'scholium.suggestions': true,
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    fs.mkdirSync(`${file()}.scholium`, { recursive: true });
    writeLabels('anna', 0, [['gggb', 'wrong'], ['gg']]);
    writeLabels('tomas', 100, [['gggub', 'wrong'], ['gg']]);
    writeLabels('model:kim', 200, [['ngg']]);
    dataset = new DatasetPage(workbench);
    await workbench.openFile('champ/problems.jsonl');
    await dataset.steps.first().waitFor();
    await workbench.page.keyboard.press('Control+b');
    await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('the review begins with the row on which they differ most, at what is due', async () => {
    await dataset.press('Shift+w');
    await dataset.frame.locator('.adj .line.now').waitFor();
    await dataset.needs('Settle step 4; step 5 follows from it');
    await dataset.reads(
      '.adj .names',
      /^anna 1 tomas 2 settled A Aster-7B first error: anna at 4, tomas at 5/,
    );
    await dataset.reads('.top .r', /^Item 1 of 1$/);
    assert.equal(await settledOf(3), 'not settled');
    await dataset.frame.locator('.agree dl').waitFor();
    await dataset.reads('.agree dl', /Same first error 0 of 1 trace Within one step 1 of 1 trace/);
  });

  for (const { theme, body } of THEMES) {
    test(`in ${theme}, at every width, nothing overflows`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      for (const width of [1440, 1040, 760]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await pageIs(width);
        await eventually(async () => assert.equal(await overflow(), 0, `${width}`));
        await workbench.screenshot(`review-${body.replace('vscode-', '')}-${width}`);
      }
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
    });
  }

  test('beside an open side bar the step in hand has the whole width, below what each says of it', async () => {
    await dataset.focus();
    await workbench.page.setViewportSize({ width: 760, height: 900 });
    await workbench.page.keyboard.press('Control+b');
    await workbench.page.locator('.part.sidebar').waitFor();
    await eventually(async () => {
      const [line, text, sign] = await Promise.all(
        ['.adj .line.now', '.adj .line.now > .t', '.adj .line.now .slot'].map((part) =>
          dataset.frame.locator(part).first().boundingBox(),
        ),
      );
      assert.ok(line && text && sign);
      assert.ok(text.width > 0.85 * line.width, `${text.width} of ${line.width}`);
      assert.ok(sign.y + sign.height <= text.y);
      assert.equal(await overflow(), 0);
    });
    await workbench.screenshot('review-beside-side-bar-760');
    await workbench.page.keyboard.press('Control+b');
    await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await workbench.page.setViewportSize({ width: 1440, height: 900 });
    await dataset.focus();
  });

  test("2 takes tomas's word: what followed from the error is to be settled now", async () => {
    await dataset.press('2');
    await eventually(async () => assert.equal(await settledOf(3), 'unsure'));
    await dataset.needs('Settle step 5');
    await dataset.saved();
    const [adjudication] = log();
    assert.deepEqual([adjudication?.what, adjudication?.target.step], ['adjudication', 3]);
    assert.deepEqual(adjudication?.value, { label: 'unsure', over: [eventId(3), eventId(103)] });
  });

  test('b decides oneself; y settles what both said alike; undo takes each back', async () => {
    await dataset.press('b');
    await eventually(async () => assert.equal(await settledOf(4), 'bad'));
    await dataset.saved();
    await dataset.press('y');
    await eventually(async () => assert.equal(await settledOf(0), 'good'));
    await eventually(() => assert.equal(log().length, 2 + 3 + 1)); // two steps, three agreed steps and the verdict
    await dataset.press('Backspace');
    await eventually(async () =>
      assert.equal(await line(0).locator('.c').nth(2).locator('[role=img]').count(), 0),
    );
    assert.equal(await settledOf(4), 'bad');
    const others = ['anna', 'tomas'].map((name) => logLines(file(), name).length);
    assert.deepEqual(others, [7, 8], 'nobody writes in another annotator’s log');
  });

  test('what all agree on is settled in every row at once, after a question', async () => {
    await dataset.press('Shift+y');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('Labels, verdicts and answers: 6; rows: 2.').waitFor();
    await dialog.getByRole('button', { name: 'Settle 6' }).click();
    await eventually(() =>
      assert.equal(log().filter(({ what }) => what === 'adjudication').length, 2 + 4 + 6),
    );
    await eventually(async () => assert.equal(await settledOf(0), 'good'));
  });

  test('⇧F reads the row, where only one’s own labels are seen', async () => {
    await eventually(async () => {
      await dataset.press('Shift+f'); // VS Code needs a moment to give the keys back after its question
      await dataset.steps.first().waitFor({ timeout: 1000 });
    });
    await dataset.labelsAre(null, null, null, null, null);
  });

  test('what a model suggests is shown after one’s own label, and a change after it is noted as such', async () => {
    const suggested = dataset.frame.locator('.suggested [role=img]');
    assert.equal(await suggested.count(), 0, 'blind first');
    await dataset.press('g');
    await dataset.labelsAre('good', null, null, null, null);
    await eventually(async () =>
      assert.deepEqual(await suggested.evaluateAll((all) => all.map((one) => one.ariaLabel)), [
        'model:kim suggests neutral',
      ]),
    );
    await workbench.screenshot('review-suggested');
    await dataset.press('k', 'n');
    await dataset.labelsAre('neutral', null, null, null, null);
    const labels = () => log().filter(({ what }) => what === 'label');
    await eventually(() => assert.equal(labels().length, 2));
    assert.deepEqual(
      labels().map(({ value, seen }) => [value, seen]),
      [
        ['good', undefined],
        ['neutral', [eventId(200)]],
      ],
    );
  });

  test('a review in which all is settled takes in what a colleague says, without being asked', async () => {
    const settled = () => log().filter(({ what }) => what === 'adjudication').length;
    const before = settled();
    await dataset.press('Shift+w');
    await dataset.needs('Settle step 1'); // Rita herself said otherwise since
    await dataset.press('g');
    await eventually(() => assert.equal(settled(), before + 1));
    await dataset.press('Escape'); // all rows
    await dataset.reads('.top .r', /^Item 1 of 24$/);
    await dataset.press('Shift+f', 'Shift+w');
    await dataset.reads('.top .r', 'Row 1'); // it is none of those differed on
    writeLabels('vera', 300, [['bb']]);
    await dataset.reads('.top .r', /^Item 1 of 1$/);
    await dataset.frame.locator('.adj .names', { hasText: 'vera' }).waitFor();
  });

  /** The page has taken the window's new width; it hides its list of rows only then. */
  async function pageIs(window: number): Promise<void> {
    await eventually(async () => {
      const width = await dataset.frame.locator('html').evaluate((html) => html.clientWidth);
      assert.ok(width <= window && width > window - 80, `${width} of ${window}`);
    });
  }

  function overflow(): Promise<number> {
    return dataset.frame.locator('.sch').evaluate((page) => page.scrollWidth - page.clientWidth);
  }

  /** Writes a log as the annotator's own machine would have: for each row the labels of its first trace, and the verdict. */
  function writeLabels(by: string, from: number, rows: [signs: string, verdict?: string][]): void {
    const lines = fs.readFileSync(file(), 'utf8').split('\n');
    let at = from;
    const events = rows.flatMap(([signs, verdict], number) => {
      const text = lines[number] ?? '';
      const { identifier } = JSON.parse(text) as { identifier: string };
      const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
      const sign = () => ({
        ...{ v: 1, id: eventId(at++), time: '2026-01-05T10:00:00.000Z', annotator: by, machine: '00000001' },
        row: { key: `id:${identifier}`, hash, number },
      });
      const place = ['fws_annotations', 'Aster-7B|No C w/o H', 'text'];
      const labels = [...signs].map((letter, step) => ({
        ...sign(),
        what: 'label',
        target: { kind: 'step', trace: TRACE, step, path: place, start: 0, end: 1 },
        value: LABELS[letter as keyof typeof LABELS],
      }));
      const target = { kind: 'trace', trace: TRACE };
      return verdict ? [...labels, { ...sign(), what: 'verdict', target, value: verdict }] : labels;
    });
    fs.writeFileSync(logFile(file(), by), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  }
});
