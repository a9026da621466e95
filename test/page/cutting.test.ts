import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { axeFaults } from './axe-faults';
import type { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { logFile, logLines } from './log-lines';
import { digestOf, openToLabel } from './open-to-label';
import { THEMES } from './themes';
import type { Workbench } from './workbench';

const WORKED = [
  'Halve 6: that is $3$. Then $x = \\frac{6}{2} + 1$, which is $4$.',
  'Add one to it.',
  'So the **final answer** is $4$.',
];
const ROWS = [
  {
    id: 'r1',
    question: 'What is $\\frac{6}{2} + 1$?',
    key: '4',
    worked: WORKED,
    other: WORKED,
  },
  { id: 'r2', question: 'And $\\frac{8}{2} + 1$?', key: '5', worked: ['$5$'], other: ['It is $5$.'] },
];

const PROJECT = {
  profiles: [
    {
      ...{ id: 'exam', title: 'Exam' },
      idField: ['id'],
      roles: [
        { role: 'problem', paths: [['question']] },
        { role: 'answer', paths: [['key']] },
        { role: 'trace', paths: [['worked']], decoder: 'step-list', author: 'Model' },
        { role: 'trace', paths: [['other']], decoder: 'step-list', author: 'Other' },
      ],
    },
  ],
  files: { 'exam.jsonl': { profile: 'exam' } },
};

describe('cutting a trace into other steps', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  let original: string;
  const file = () => path.join(workbench.folder, 'exam.jsonl');
  const digest = () => digestOf(file());
  const log = () => logLines(file(), 'anna');
  const names = () =>
    dataset.steps.locator('> .n').evaluateAll((all) => all.map((one) => one.textContent?.trim()));
  const namesAre = (...expected: string[]) =>
    eventually(async () => assert.deepEqual(await names(), expected));
  const mode = () => dataset.frame.locator('[data-own-keys]');

  const markIs = (shown: RegExp, heard: string) =>
    eventually(async () => {
      assert.match(await dataset.words('.step.now .rest.first'), shown);
      assert.equal(await dataset.frame.locator('.foot .spoken').textContent(), heard);
    });

  before(async () => {
    ({ workbench, dataset, original } = await openToLabel(
      {
        'scholium.json': JSON.stringify(PROJECT, null, 2),
        'exam.jsonl': ROWS.map((row) => `${JSON.stringify(row)}\n`).join(''),
      },
      'exam.jsonl',
    ));
  });
  after(() => workbench?.close());

  test('- asks where to divide the step; arrows go to the next clause, with shift to the next word', async () => {
    await dataset.press('g', 'k', '-');
    await dataset.needs('Divide step 1 at the mark');
    await markIs(/^that is/, 'before that is $3$. Then $x = \\frac…');
    await dataset.press('ArrowRight');
    await markIs(/^Then/, 'before Then $x = \\frac{6}{2} + 1$,…');
    await dataset.press('Shift+ArrowRight');
    await markIs(/^x/, 'before $x = \\frac{6}{2} + 1$, which…');
    await dataset.press('Shift+ArrowLeft');
    await markIs(/^Then/, 'before Then $x = \\frac{6}{2} + 1$,…');
  });

  for (const { theme, body } of THEMES)
    test(`the place is seen in ${theme}, and by a screen reader`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      await workbench.screenshot(`dividing-${theme.toLowerCase().replaceAll(' ', '-')}`);
      assert.equal(await mode().getAttribute('role'), 'application');
      assert.deepEqual(await axeFaults(dataset), []);
    });

  test('↵ divides it: both pieces have its label, later steps keep their numbers', async () => {
    await mode().focus();
    await dataset.press('Enter');
    await namesAre('1a', '1b', '2', '3');
    await dataset.labelsAre('good', 'good', null, null);
    await dataset.needs('Step 1a is good');
    await dataset.saved();
    const events = log().slice(-4);
    assert.deepEqual(
      events.map(({ what }) => what),
      ['cut', 'drop', 'label', 'label'],
    );
    const at = WORKED[0]?.indexOf('Then') ?? 0;
    assert.deepEqual(events[0]?.value, { splits: [{ step: 0, at }], joins: [] });
    const second = events[3]?.target ?? {};
    assert.ok('start' in second && 'end' in second && 'piece' in second);
    assert.equal(WORKED[0]?.slice(Number(second.start), Number(second.end)), WORKED[0]?.slice(at));
    assert.deepEqual(second.piece, { from: at, to: { step: 0, at: WORKED[0]?.length } });
  });

  test('the other trace, which is the same up to its end, does not seem to part at the cut', async () => {
    await eventually(async () => assert.equal(await dataset.frame.locator('.parts').count(), 0));
  });

  test('pieces are labelled like steps, and the first error ends the trace', async () => {
    await dataset.press('j', 'b');
    await dataset.labelsAre('good', 'bad', null, null);
    await dataset.reads('.thead .who', /error at 1b$/);
    await dataset.reads('.cut', 'After the first error steps 2 to 3 need no label');
    await dataset.saved();
    for (const { theme, body } of THEMES) {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      await workbench.screenshot(`divided-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
    assert.deepEqual(await axeFaults(dataset), []);
  });

  test('⌫ takes the label back, and then the whole cut with what it moved', async () => {
    await dataset.press('Backspace');
    await dataset.labelsAre('good', 'good', null, null);
    await dataset.press('Backspace');
    await namesAre('1', '2', '3');
    await dataset.labelsAre('good', null, null);
    await dataset.needs('Step 1 is good');
  });

  test('. joins a step to the one before; what differs is asked again, and it is said', async () => {
    await dataset.press('j', 'n', 'k', '.');
    await namesAre('1–2', '3');
    await dataset.labelsAre(null, null);
    await dataset.reads('.foot .saved', 'What was joined was labelled differently: say what step 1–2 is.');
    await dataset.needs('Label step 1–2, or mark the first error');
    assert.equal(await dataset.steps.first().locator('.text').count(), 2);
    await workbench.screenshot('joined');
    assert.equal(await dataset.messageIsCut(), false, 'what it says is seen whole');
    await dataset.press('Backspace');
    await namesAre('1', '2', '3');
    await dataset.labelsAre('good', 'neutral', null);
  });

  test('a word of several, in Markdown or a formula, is never broken', async () => {
    await dataset.press('j', '-');
    const places: string[] = [];
    const heard = dataset.frame.locator('.foot .spoken');
    await heard.waitFor({ state: 'attached' });
    for (let at = 0; at < 6; at++) {
      places.push((await heard.textContent()) ?? '');
      await dataset.press('Shift+ArrowRight');
    }
    assert.deepEqual(
      [...new Set(places)],
      ['the **final answer** is $4$.', '**final answer** is $4$.', 'is $4$.', '$4$.'].map(
        (rest) => `before ${rest}`,
      ),
    );
    await dataset.press('Escape');
    await dataset.keysWork();
    await dataset.needs('Label step 3, or mark the first error');
  });

  test('a step that is one formula is not divided, and it is said why', async () => {
    await dataset.press('ArrowRight');
    await dataset.rowIs(2);
    await dataset.press('-');
    await dataset.reads('.foot .saved', /^Step 1 is not divided: it is a word, a formula/);
    await dataset.press('ArrowLeft');
    await dataset.rowIs(1);
  });

  test('another reader is told how a colleague cuts the trace, and keeps their own steps', async () => {
    await dataset.press('k', 'k', '-');
    await mode().waitFor();
    await dataset.press('Enter');
    await namesAre('1a', '1b', '2', '3');
    await dataset.saved();
    const cut = log().findLast(({ what }) => what === 'cut');
    const { id = '', ...rest } = cut ?? {};
    const labels = log().slice(-2); // those of the two pieces
    const second = log().find(({ what, target }) => what === 'label' && target.step === 1);
    const events = [rest, labels[0], { ...labels[1], value: 'bad' }, { ...second, value: 'bad' }];
    const bens = events.map((event, at) => ({
      ...event,
      ...{ id: `${id.slice(0, -2)}B${at}`, group: id, annotator: 'ben', machine: '0000000b' },
    }));
    fs.writeFileSync(logFile(file(), 'ben'), bens.map((event) => `${JSON.stringify(event)}\n`).join(''));
    await dataset.keysWork();
    await dataset.press('Backspace');
    await namesAre('1', '2', '3');
    await dataset.reads('.thead .sub', /ben has it in 4 steps/);
    await dataset.labelsAre('good', 'neutral', null);
    await workbench.screenshot('cut-by-another');
  });

  const cuts = () =>
    dataset.frame
      .locator('.cuts > li')
      .evaluateAll((all) =>
        all.map((one) =>
          [...one.querySelectorAll('.who, .mut, .piece > .n, .piece [role=img][title]')].map(
            (each) => each.ariaLabel ?? each.textContent,
          ),
        ),
      );

  test('the review shows whose cut is which, with what they say of their pieces', async () => {
    await dataset.press('Shift+w');
    await dataset.frame.locator('.adj .line.now').waitFor();
    await eventually(async () =>
      assert.deepEqual(await cuts(), [
        ['anna', 'one step'],
        ['ben', '1a', 'good', '1b', 'bad'],
      ]),
    );
    assert.equal(await dataset.frame.locator('.cuts .katex').count(), 3);
    await dataset.reads('.adj .names .trace', /Take the cut of ben -/);
    for (const { theme, body } of THEMES) {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      for (const width of [1440, 760]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await workbench.screenshot(`cuts-apart-${theme.toLowerCase().replaceAll(' ', '-')}-${width}`);
      }
      assert.deepEqual(await axeFaults(dataset), []);
    }
    await workbench.page.setViewportSize({ width: 1440, height: 900 });
  });

  test('- takes it over, one’s own label going with the text; ⌫ takes that back', async () => {
    await dataset.keysWork();
    await dataset.press('-');
    await eventually(async () => assert.deepEqual(await cuts(), []));
    await dataset.saved();
    const own = log().slice(-4);
    const said = own.map(({ what, value }) => [what, value]);
    const at = WORKED[0]?.indexOf('that') ?? 0;
    assert.deepEqual(
      [said[0], said[1]?.[0], said[2], said[3]],
      [['cut', { splits: [{ step: 0, at }], joins: [] }], 'drop', ['label', 'good'], ['label', 'good']],
    );
    await dataset.press('-');
    await dataset.reads('.foot .saved', 'Nobody cuts this trace otherwise than you do.');
    await dataset.press('Shift+f');
    await namesAre('1a', '1b', '2', '3');
    await dataset.labelsAre('good', 'good', 'neutral', null);
    await dataset.press('Shift+w');
    await dataset.frame.locator('.adj .line.now').waitFor();
    await dataset.press('Backspace');
    await eventually(async () => assert.equal((await cuts()).length, 2));
    assert.equal(logLines(file(), 'ben').length, 4, 'nobody writes in another’s log');
  });

  test('the dataset’s bytes are what they were', () => assert.equal(digest(), original));
});
