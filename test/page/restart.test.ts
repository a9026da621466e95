import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { logFile, logLines } from './log-lines';
import { type Workbench, openWorkbench } from './workbench';

describe('after a crash', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const problems = () => path.join(workbench.folder, 'champ', 'problems.jsonl');

  before(async () => {
    workbench = await openWorkbench({
      workspace: 'media/sample',
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1600, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    await workbench.openFile('champ/problems.jsonl');
    await dataset.steps.first().waitFor();
  });
  after(() => workbench?.close());

  test('a label that had its tick is there, once, when the extension host is killed at once', async () => {
    const [rows, labels] = [3, 3];
    for (let row = 1; row <= rows; row++) {
      await dataset.goTo(row);
      for (let label = 1; label <= labels; label++) {
        await dataset.press('g');
        await eventually(async () => assert.equal((await dataset.labels())[label - 1], 'good'));
      }
    }
    await eventually(() => assert.equal(logLines(problems(), 'anna').length, rows * labels));
    await dataset.press('n');
    await labelsBegin('good', 'good', 'good', 'neutral'); // the tick before is not taken for this one's
    await tickFor(rows * labels + 1);
    process.kill(workbench.extensionHostPid(), 'SIGKILL');
    const lines = logLines(problems(), 'anna');
    assert.equal(lines.length, rows * labels + 1);
    assert.equal(new Set(lines.map(({ id }) => id)).size, lines.length);
    await openAgain();
    await dataset.focus();
    await dataset.goTo(rows); // where one was is remembered a little later than what one said
    await labelsBegin('good', 'good', 'good', 'neutral', null);
    await dataset.needs('Label step 5, or mark the first error');
    assert.deepEqual(logLines(problems(), 'anna'), lines);
  });

  test('a line that a power cut left half written is told, and harms no other', async () => {
    const whole = logLines(problems(), 'anna').length;
    const file = logFile(problems(), 'anna');
    const torn = '{"what":"label","target":{"kind":"st';
    await workbench.page.goto('about:blank');
    fs.appendFileSync(file, torn);
    await openAgain();
    const fault = dataset.frame.locator('.log-faults');
    await fault.waitFor();
    await dataset.reads('.log-faults', /^1 unreadable log /);
    assert.ok((await fault.getAttribute('title'))?.startsWith(`${file}:${whole + 1}: `));
    await dataset.focus();
    await dataset.goTo(3);
    await labelsBegin('good', 'good', 'good', 'neutral', null);
    await dataset.press('g');
    await tickFor(whole + 1, torn);
    const lines = fs.readFileSync(file, 'utf8').split('\n');
    assert.equal(lines[whole], torn);
    assert.match(lines[whole + 1] ?? '', /^\{"what":"label".*"step":4,.*"value":"good".*\}$/);
    assert.deepEqual(lines.slice(whole + 2), ['']);
    await dataset.labelsAre('good', 'good', 'good', 'neutral', 'good');
  });

  test('rows that were begun before are not taken for done', async () => {
    await dataset.press('w');
    await dataset.reads('.whole-bar', / 0 done /);
    await dataset.press('w');
    await dataset.frame.locator('.whole-bar').waitFor({ state: 'detached' });
  });

  test('keys that are pressed for the first time after a reload keep their order', async () => {
    await openAgain();
    await dataset.focus();
    await dataset.goTo(8);
    for (const key of ['b', 'Backspace', 'g', 'b']) await dataset.press(key);
    await eventually(async () => assert.deepEqual((await dataset.labels()).slice(0, 2), ['good', 'bad']));
    await dataset.saved();
    for (let taken = 0; taken < 2; taken++) await dataset.press('Backspace');
    await eventually(async () => assert.deepEqual((await dataset.labels()).slice(0, 2), [null, null]));
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  /** The tick is shown and the log has so many whole lines; a page that is killed now has kept its word. */
  async function tickFor(events: number, torn = ''): Promise<void> {
    await dataset.saved();
    const lines = fs.readFileSync(logFile(problems(), 'anna'), 'utf8').split('\n');
    assert.equal(lines.filter((line) => line !== '' && line !== torn).length, events);
  }

  async function labelsBegin(...labels: (string | null)[]): Promise<void> {
    await eventually(async () => assert.deepEqual((await dataset.labels()).slice(0, labels.length), labels));
  }

  async function openAgain(): Promise<void> {
    await workbench.load();
    await dataset.steps.first().waitFor();
    await eventually(async () => assert.notDeepEqual(await dataset.labels(), []));
  }
});
