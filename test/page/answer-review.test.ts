import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { axeFaults } from './axe-faults';
import type { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { eventId, logLines } from './log-lines';
import { datasetFiles, EXAM, openToLabel } from './open-to-label';
import { THEMES } from './themes';
import type { Workbench } from './workbench';

const FILE = 'exam.jsonl';
const rows = [1, 2, 3, 4, 5, 6].map((at) => ({
  ...{ id: `r${at}`, question: `Halve $${at}$ and explain why.`, key: `${at}/2` },
  worked: [`Take $${at}$.`, `Halve it: $\\frac{${at}}{2}$, since two halves are one whole.`],
}));

const PROJECT = {
  profiles: [EXAM],
  schemes: {
    lesson: {
      title: 'Lesson',
      target: 'row',
      questions: [
        { id: 'clear', title: 'How clear is it?', kind: 'rating', values: [{ value: 3, title: 'fair' }] },
        {
          ...{ id: 'fault', title: 'The worst fault of the explanation', kind: 'taxonomy' },
          values: [
            { value: 'gap', title: 'A step is left out' },
            { value: 'false', title: 'Something false is said' },
            { value: 'vague', title: 'A word is used without its meaning' },
          ],
        },
        { id: 'use', title: 'Would you use it?', kind: 'yes-no' },
        { id: 'belief', title: 'What it may teach', kind: 'taxonomy', catalogue: 'beliefs.jsonl' },
        { id: 'remark', title: 'A remark', kind: 'text' },
      ],
    },
    wording: {
      title: 'Wording of the problem',
      target: 'problem',
      questions: [
        {
          ...{ id: 'faults', title: 'What is wrong with its words', kind: 'several' },
          values: [
            { value: 'long', title: 'Too long' },
            { value: 'vague', title: 'Vague', key: 'g' },
            { value: 'typo' },
          ],
        },
        { id: 'where', title: 'Which words', kind: 'span' },
        { id: 'better', title: 'How to say it', kind: 'text' },
      ],
    },
  },
  files: { [FILE]: { profile: 'exam', scheme: 'lesson' } },
};

const BELIEFS = [
  { id: 'B1', name: 'Halving takes one away' },
  { id: 'B2', name: 'A half is always a fraction' },
];

describe('settling answers to a scheme', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const log = () => logLines(path.join(workbench.folder, FILE), 'anna');
  const settled = () =>
    log().flatMap((line) =>
      line.what === 'adjudication' ? [(line.value as { answer: unknown }).answer] : [],
    );
  const acts = async () => (await inHand().locator('.take').innerText()).replaceAll(/\s+/g, ' ');
  const inHand = () => dataset.frame.locator('.adj .line.now');

  before(async () => {
    const files = {
      ...datasetFiles(FILE, rows, PROJECT),
      'beliefs.jsonl': BELIEFS.map((each) => `${JSON.stringify(each)}\n`).join(''),
      ...logOf(
        ...(['ben', 100] as const),
        {
          ...{ clear: [2, 5, 4, 4, 1, 2], fault: ['gap', 'gap', 'false', 'gap', 'gap', 'false'] },
          ...{ use: [true, true], belief: ['B1'], remark: ['too short'] },
        },
        { faults: ['long'], where: [part(0, 5)], better: 'Halve it.' },
      ),
      ...logOf(
        ...(['cleo', 200] as const),
        {
          ...{ clear: [4, 5, 4, 1, 1, 2], fault: ['false', 'gap', 'false', 'gap', 'gap', 'gap'] },
          ...{ use: [true, true], belief: ['B2'], remark: ['I like it'] },
        },
        { faults: ['typo'], where: [part(6, 9)], better: 'Take half.' },
      ),
    };
    ({ workbench, dataset } = await openToLabel(files, FILE, '.ask'));
    await dataset.press('Shift+W');
    await inHand().waitFor();
  });
  after(() => workbench?.close());

  test('the line in hand has every answer with its key, and beside it stands how far the two agree', async () => {
    assert.match(await inHand().innerText(), /Row: How clear is it\?.*they differ/s);
    await inHand().getByText('since two halves are one whole').waitFor();
    assert.equal(await acts(), 'Take ben: 2 1 Take cleo: 4 2 1 ⇧1 3 fair ⇧3 5 ⇧5');
    await dataset.reads(
      '.agree',
      /ben, cleo: 6 answers How clear is it\? Same answer 4 of 6 Krippendorff’s alpha 0\.\d\d/,
    );
  });

  for (const { theme, body } of THEMES) {
    test(`in ${theme} nothing sticks out`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      for (const width of [1440, 900]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await dataset.fitsIn(width);
        await workbench.screenshot(`answer-review-${body.replace('vscode-', '')}-${width}`);
      }
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
      assert.deepEqual(await axeFaults(dataset), []);
    });
  }

  test('⇧ and a digit give an answer that nobody gave; a digit takes a word', async () => {
    await dataset.focus();
    await dataset.press('Shift+3');
    await eventually(() => assert.deepEqual(settled(), [3]));
    await eventually(async () => assert.match(await inHand().innerText(), /The worst fault.*they differ/s));
    await workbench.screenshot('answer-review-fault');
    await dataset.press('Shift+3');
    await eventually(() => assert.deepEqual(settled(), [3, 'vague']));
    await inHand().getByText('Take cleo: A half is always a fraction').waitFor(); // the catalogue’s name of it
    await workbench.screenshot('answer-review-belief');
    await dataset.press('Enter');
    await dataset.frame.getByRole('dialog', { name: 'What it may teach' }).waitFor();
    await dataset.frame.getByRole('option', { name: /A half is always/ }).waitFor();
    await workbench.page.keyboard.type('half');
    await dataset.press('Enter');
    await dataset.keysWork();
    await eventually(() => assert.deepEqual(settled(), [3, 'vague', 'B2']));
    await eventually(async () => assert.match(await inHand().innerText(), /How clear is it\?.*they differ/s)); // of the next row: words are nothing to settle
    await dataset.press('2');
    await eventually(() => assert.equal(settled().length, 4));
  });

  test('of several answers keys choose, and ↵ decides; of a part of the text the way to Focus is told', async () => {
    await eventually(async () => assert.match(await acts(), /^Take ben: Too long 1 Take cleo: typo 2/));
    assert.match(await acts(), /Too long ⇧1 Vague g typo ⇧2 Decide for None ↵$/);
    await dataset.press('Shift+1');
    await dataset.press('g');
    await eventually(async () => assert.match(await acts(), /Decide for Those Chosen ↵$/));
    await workbench.screenshot('answer-review-several');
    assert.deepEqual(await axeFaults(dataset), []);
    assert.equal(
      await inHand()
        .getByRole('button', { name: /Too long/, pressed: true })
        .count(),
      1,
    );
    await dataset.press('Shift+1'); // taken off
    await inHand().getByRole('button', { name: /^typo/, pressed: false }).click();
    await dataset.press('k', 'j'); // to another question and back: what was begun is given up
    await eventually(async () => assert.match(await acts(), /Decide for None ↵$/));
    await dataset.press('g');
    await inHand().getByRole('button', { name: /^typo/, pressed: false }).click();
    await inHand()
      .getByRole('button', { name: /Decide for Those Chosen/ })
      .click();
    await eventually(() => assert.deepEqual(settled().at(-1), ['vague', 'typo']));
    await eventually(async () => assert.match(await acts(), /^Take ben: /));
    assert.doesNotMatch(await acts(), /Focus/, 'Focus asks by another scheme');
    await workbench.screenshot('answer-review-span');
    await dataset.press('g');
    await dataset.reads('footer', /for another choose “wording” \(⇧K\), give it in Focus/);
  });

  test('other words are written where the answers stand', async () => {
    await dataset.press('j');
    await eventually(async () => assert.match(await acts(), /Take half\. 2 Write ↵$/));
    const before = settled().length;
    await dataset.press('Enter');
    const box = inHand().locator('.ask-box:focus');
    await box.waitFor();
    const name = inHand().getByRole('textbox', { name: 'How to say it' });
    await eventually(async () => assert.equal(await name.count(), 1));
    await workbench.page.keyboard.type('Halve the number.');
    await workbench.screenshot('answer-review-text');
    await dataset.frame.locator('.adj .head').click(); // reads there
    await dataset.keysWork();
    await dataset.press('Enter');
    await box.waitFor();
    assert.equal(await name.inputValue(), 'Halve the number.', 'what was written is still there');
    await dataset.press('Escape');
    await dataset.keysWork();
    assert.equal(settled().length, before);
    await dataset.press('Enter');
    await box.waitFor();
    await workbench.page.keyboard.type('Halve the number.');
    await dataset.press('Enter');
    await eventually(() => assert.equal(settled().at(-1), 'Halve the number.'));
    await dataset.keysWork();
  });

  test('the last decisions are told by the words of the scheme', async () => {
    await dataset.press('Shift+F');
    await dataset.frame.locator('.ask').waitFor();
    await dataset.keysWork();
    await dataset.press('l');
    const list = dataset.frame.locator('.decisions li');
    await list.first().waitFor();
    const said = async (at: number) => (await list.nth(at).innerText()).replaceAll(/\s+/g, ' ');
    await eventually(async () =>
      assert.match(await said(3), /Row 1 r1 What it may teach: settled as A half is always a fraction/),
    );
    assert.match(await said(4), /Row 1 r1 The worst fault of the explanation: settled as A word is used/);
    assert.match(await said(5), /Row 1 r1 How clear is it\? settled as 3 fair/);
    await workbench.screenshot('answer-review-decisions');
    await dataset.press('Escape');
  });

  test('nothing went wrong', () => assert.deepEqual(workbench.errors, []));
});

/** The row whose problem has faults in its wording, 0-based. */
const WORDED = 3;
const part = (start: number, end: number) => ({
  ...{ path: ['question'], start, end },
  text: rows[WORDED]?.question.slice(start, end),
});

/** An annotator’s log: of each row the answers about it, as far as there are some, and what is said of the wording of one. */
function logOf(
  by: string,
  from: number,
  lesson: Record<string, unknown[]>,
  wording: Record<string, unknown>,
) {
  const ofRows = rows.flatMap((_, row) =>
    Object.entries(lesson).flatMap(([question, { [row]: value }]) =>
      value === undefined ? [] : [{ row, scheme: 'lesson', question, target: { kind: 'row' }, value }],
    ),
  );
  const target = { kind: 'problem', at: 0, path: ['question'], start: 0, end: 25 };
  const ofWording = Object.entries(wording).map(([question, value]) => ({
    ...{ row: WORDED, scheme: 'wording', question, target, value },
  }));
  const lines = [...ofRows, ...ofWording].map(({ row: number, ...said }, at) => {
    const row = rows[number];
    const hash = createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 32);
    return {
      ...{
        v: 1,
        id: eventId(from + at),
        time: '2026-01-05T10:00:00.000Z',
        annotator: by,
        machine: '00000001',
      },
      ...{ row: { key: `id:${row?.id}`, hash, number }, what: 'label', ...said },
    };
  });
  return { [`${FILE}.scholium/${by}.jsonl`]: lines.map((line) => `${JSON.stringify(line)}\n`).join('') };
}
