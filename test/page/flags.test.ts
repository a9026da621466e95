import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { eventId, logFile, logLines } from './log-lines';
import { type Workbench, openWorkbench } from './workbench';

const TRACE = 'fws_annotations["Aster-7B|No C w/o H"]';
const PLACE = ['fws_annotations', 'Aster-7B|No C w/o H', 'text'];

describe('flags and what is said of them', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const file = () => path.join(workbench.folder, 'champ', 'problems.jsonl');
  const view = (text: string) =>
    workbench.page.locator('.pane-body .monaco-list-row').filter({ hasText: text });

  before(async () => {
    workbench = await openWorkbench({
      workspace: 'media/sample',
      theme: 'Dark Modern',
      settings: {
        'scholium.annotator': 'rita',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    fs.mkdirSync(`${file()}.scholium`, { recursive: true });
    writeFlag();
    dataset = new DatasetPage(workbench);
    await workbench.openFile('champ/problems.jsonl');
    await dataset.steps.first().waitFor();
  });
  after(() => workbench?.close());

  test('the view lists the open flags of everybody, and leads to the step', async () => {
    await workbench.page.locator('.activitybar .action-label[aria-label^="Scholium"]').click({ force: true }); // its badge lies over it
    await view('Row 3, step 2: reasoning').waitFor();
    assert.match(await view('Row 3, step 2').innerText(), /the factor is missing/);
    await view('Row 3, step 2').click();
    await dataset.rowIs(3);
    await dataset.reads('.step.now .thread', /Flag: reasoning minor, anna .*the factor is missing/);
  });

  test('t answers it, and resolves it: one line in one’s own log', async () => {
    await dataset.focus();
    await dataset.press('t');
    const form = dataset.frame.getByRole('dialog', { name: 'Answer the flag of anna' });
    await form.waitFor();
    assert.equal(await form.locator('.thread kbd').count(), 0, 'it is being answered');
    await workbench.screenshot('flags-answer');
    await form.locator('textarea').click();
    await workbench.page.keyboard.type('It is there now.');
    await dataset.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await dataset.reads('.thread.resolved', /resolved by rita/);
    await eventually(() => assert.equal(logLines(file(), 'rita').length, 1));
    const [reply] = logLines(file(), 'rita');
    assert.equal(reply?.what, 'reply');
    assert.deepEqual(reply?.value, { flag: eventId(1), comment: 'It is there now.', state: 'resolved' });
    await view('Row 3, step 2').waitFor({ state: 'detached' });
  });

  test('a query finds it by its state, and taking the answer back opens it again', async () => {
    await dataset.focus();
    await dataset.press('Backspace');
    await view('Row 3, step 2: reasoning').waitFor();
    await eventually(async () => assert.equal(await dataset.frame.locator('.thread.resolved').count(), 0));
  });

  test('where nothing is flagged, t says how to flag', async () => {
    await dataset.goTo(1);
    await dataset.press('t');
    await dataset.reads('.foot .saved', /Nothing is flagged here: f flags it/);
  });

  test('nothing went wrong', () => assert.deepEqual(workbench.errors, []));

  /** Anna flagged the second step of the third row's first trace, which that row's trace of Borealis is. */
  function writeFlag(): void {
    const text = fs.readFileSync(file(), 'utf8').split('\n')[2] ?? '';
    const { identifier, fws_annotations } = JSON.parse(text) as {
      identifier: string;
      fws_annotations: Record<string, { text: string }>;
    };
    const name = Object.keys(fws_annotations)[0] ?? '';
    const solution = fws_annotations[name]?.text ?? '';
    const second = solution.indexOf('\n\n') + 2;
    const event = {
      ...{ v: 1, id: eventId(1), time: '2026-01-05T10:00:00.000Z', annotator: 'anna', machine: '00000001' },
      row: {
        key: `id:${identifier}`,
        hash: createHash('sha256').update(text).digest('hex').slice(0, 32),
        number: 2,
      },
      what: 'flag',
      target: {
        ...{ kind: 'step', trace: TRACE.replace('Aster-7B|No C w/o H', name), step: 1 },
        ...{ path: [PLACE[0], name, PLACE[2]], start: second, end: solution.length },
      },
      value: { category: 'reasoning', severity: 'minor', comment: 'the factor is missing' },
    };
    fs.writeFileSync(logFile(file(), 'anna'), `${JSON.stringify(event)}\n`);
  }
});
