import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { eventId, logLines } from './log-lines';
import { datasetFiles, EXAM, openToLabel } from './open-to-label';
import type { Workbench } from './workbench';

const FILE = 'exam.jsonl';
const rows = [1, 2].map((at) => ({
  ...{ id: `r${at}`, question: `Halve ${at}.`, key: `${at}/2` },
  worked: [`Take ${at}.`, `Halve it: $\\frac{${at}}{2}$.`],
}));
const PROJECT = { profiles: [EXAM], files: { [FILE]: { profile: 'exam', scheme: 'prm800k' } } };

describe('steps under the scheme PRM800K: a model, a colleague, and the review', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const log = () => logLines(path.join(workbench.folder, FILE), 'anna');
  const settled = () => log().filter(({ what }) => what === 'adjudication');
  const names = (selector: string) =>
    dataset.frame.locator(selector).evaluateAll((all) => all.map((one) => one.ariaLabel));

  before(async () => {
    const files = {
      ...datasetFiles(FILE, rows, PROJECT),
      [`${FILE}.scholium/model%3Akim.jsonl`]: said('model:kim', 100, ['bad', 'good']),
      [`${FILE}.scholium/ben.jsonl`]: said('ben', 200, ['good', 'neutral']) + remarkOf('ben', 'And so what?'),
    };
    ({ workbench, dataset } = await openToLabel(files, FILE));
  });
  after(() => workbench?.close());

  test('what a model answers is shown once one has answered oneself and wants it, at the step and the question', async () => {
    const suggested = () => names('.suggested [role=img], .ask-suggested');
    await dataset.press('g', 'k');
    await dataset.needs('Step 1: This step is');
    await dataset.saved();
    assert.deepEqual(await suggested(), [], 'suggestions are off');
    workbench.setSettings({ 'scholium.suggestions': true });
    const bad = 'model:kim suggests Bad';
    await eventually(async () => assert.deepEqual(await suggested(), [bad, bad]));
    const [sign, step] = await Promise.all(
      ['.suggested', '.step.now'].map((part) => dataset.frame.locator(part).first().boundingBox()),
    );
    assert.ok(sign && step && sign.y + sign.height <= step.y + step.height, 'it is not cut off');
    await workbench.screenshot('scheme-suggested');
  });

  test('a screen reader is told the step, its state and the keys', async () => {
    const tree = await dataset.frame.locator('.sch').ariaSnapshot();
    assert.match(tree, /group "Step 1, Good":\s+- button "Good" \[pressed\]: g/);
    assert.match(tree, /group "Step 2, open"/);
    assert.match(tree, /group "This step is":[^]*?button "Good g" \[pressed\]\s+- button "Neutral n"/);
  });

  test('its labels are there again after a restart, and no line of the log is unreadable', async () => {
    await dataset.press('j', 'g');
    await dataset.rowIs(2);
    await dataset.saved();
    await workbench.load();
    await dataset.steps.first().waitFor();
    await dataset.focus();
    await dataset.goTo(1);
    await dataset.frame.locator('.step .said', { hasText: 'Good' }).first().waitFor();
    assert.equal(await dataset.frame.locator('.log-faults').count(), 0);
  });

  test('the review shows the step that an answer is about, with what was remarked of it', async () => {
    await dataset.press('Shift+W');
    const inHand = dataset.frame.locator('.adj .line.now');
    await inHand.waitFor();
    assert.match(await inHand.innerText(), /Step 2: This step is.*they differ/s);
    await inHand.locator('.text', { hasText: 'Halve it' }).waitFor();
    assert.match(await inHand.locator('.comment').innerText(), /ben\s+And so what\?/);
    await workbench.screenshot('scheme-review');
  });

  test('b decides what nobody said; ⇧Y settles the answers that all gave alike', async () => {
    await dataset.press('b');
    await eventually(() => assert.deepEqual(settled().at(-1)?.value, { answer: 'bad', over: overOf(1) }));
    await dataset.keysWork();
    await dataset.press('Shift+Y');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('Labels, verdicts and answers: 1; rows: 1.').waitFor();
    await dialog.getByRole('button', { name: 'Settle 1' }).click();
    await eventually(() => assert.deepEqual(settled().at(-1)?.value, { answer: 'good', over: overOf(0) }));
  });

  test('nothing went wrong', () => assert.deepEqual(workbench.errors, []));

  /** What ben and anna said of a step of the first row. */
  function overOf(step: number): string[] {
    const own = log().find(({ what, target }) => what === 'label' && target.step === step);
    return [eventId(200 + step), own?.id ?? ''];
  }
});

const signed = (annotator: string, n: number) => ({
  ...{ v: 1, id: eventId(n), time: '2026-01-05T10:00:00.000Z', annotator, machine: '00000001' },
  row: {
    ...{ key: 'id:r1', number: 0 },
    hash: createHash('sha256').update(JSON.stringify(rows[0])).digest('hex').slice(0, 32),
  },
});

const stepOf = (step: number) => ({
  ...{ kind: 'step', trace: 'worked', step, path: ['worked', step], start: 0 },
  end: rows[0]?.worked[step]?.length ?? 0,
});

/** A log as an annotator's own machine would have written it: the answers to the steps of the first row. */
function said(annotator: string, from: number, values: string[]): string {
  const answers = values.map((value, step) => ({
    ...signed(annotator, from + step),
    ...{ what: 'label', scheme: 'prm800k', question: 'step', target: stepOf(step), value },
  }));
  return answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
}

function remarkOf(annotator: string, value: string): string {
  return `${JSON.stringify({ ...signed(annotator, 300), what: 'comment', target: stepOf(1), value })}\n`;
}
