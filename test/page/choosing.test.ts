import assert from 'node:assert/strict';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { axeFaults } from './axe-faults';
import type { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { logLines } from './log-lines';
import { digestOf, openToLabel } from './open-to-label';
import { THEMES } from './themes';
import type { Workbench } from './workbench';

const WORKED = ['Halve it: the **sum** is $x = \\frac{a + b}{2}$.', 'Then $y = x^2 + 1$.'];
const PROJECT = {
  profiles: [
    {
      ...{ id: 'exam', title: 'Exam' },
      idField: ['id'],
      roles: [
        { role: 'problem', paths: [['question']] },
        { role: 'trace', paths: [['worked']], decoder: 'step-list', author: 'Model' },
      ],
    },
  ],
  schemes: {
    places: {
      target: 'step',
      questions: [
        { id: 'where', title: 'Where is the error?', kind: 'span' },
        {
          ...{ id: 'marks', title: 'Mark what is odd', kind: 'span', many: true, required: false },
          values: [
            { value: 'sign', title: 'Sign' },
            { value: 'word', title: 'Word' },
          ],
        },
      ],
    },
  },
  files: { 'exam.jsonl': { profile: 'exam', scheme: 'places' } },
};

describe('choosing parts of the text', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  let original: string;
  const file = () => path.join(workbench.folder, 'exam.jsonl');
  const digest = () => digestOf(file());
  const mode = () => dataset.frame.locator('[data-own-keys]');
  const inHand = (words: string) =>
    eventually(async () => assert.equal(await dataset.frame.locator('.foot .spoken').textContent(), words));
  const last = () => logLines(file(), 'anna').at(-1);

  before(async () => {
    ({ workbench, dataset, original } = await openToLabel(
      {
        'scholium.json': JSON.stringify(PROJECT, null, 2),
        'exam.jsonl': ['r1', 'r2']
          .map((id) => `${JSON.stringify({ id, question: 'What?', worked: WORKED })}\n`)
          .join(''),
      },
      'exam.jsonl',
    ));
  });
  after(() => workbench?.close());

  test('↵ begins at the first word; arrows walk words, and into the terms of a formula', async () => {
    await dataset.press('Enter');
    await mode().waitFor();
    await inHand('Halve');
    await dataset.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await inHand('sum');
    await dataset.press('ArrowRight', 'ArrowRight');
    await inHand('$x = \\frac{a + b}{2}$');
    await dataset.press('ArrowDown', 'ArrowRight', 'ArrowDown');
    await inHand('a + b');
    await dataset.reads('.step.now .picked', 'a+b');
  });

  for (const { theme, body } of THEMES)
    test(`it is seen where it stands, in ${theme}`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      await workbench.screenshot(`choosing-${theme.toLowerCase().replaceAll(' ', '-')}`);
      assert.deepEqual(await axeFaults(dataset), []);
    });

  test('one key gives it: its place in the field and its words are in the log, and it stays marked', async () => {
    await mode().focus();
    await dataset.press('Enter');
    await dataset.needs('Step 2: Where is the error?');
    await dataset.saved();
    const start = WORKED[0]?.indexOf('a + b') ?? 0;
    const span = { path: ['worked', 0], start, end: start + 5, text: 'a + b' };
    await eventually(() => assert.deepEqual(last()?.value, [span]));
    await dataset.reads('.step .chosen', 'a+b');
  });

  test('⇧→ takes more, ↑ what is around it', async () => {
    await dataset.keysWork();
    await dataset.press('Enter');
    await inHand('Then');
    await dataset.press('Shift+ArrowRight');
    await inHand('Then $y = x^2 + 1$');
    await dataset.press('ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowRight');
    await inHand('x^2 + 1');
    await dataset.press('ArrowDown', 'Shift+ArrowRight');
    await inHand('x^2 + 1');
    await dataset.press('ArrowUp', 'ArrowUp');
    await inHand('$y = x^2 + 1$');
    await dataset.press('Escape');
    await dataset.keysWork();
    await dataset.needs('Step 2: Where is the error?');
  });

  test('what the mouse marks on the drawn formula is in hand, whole terms of it', async () => {
    const formula = dataset.frame.locator('.step.now .formula .katex-html');
    const [y, square] = [formula.getByText('y', { exact: true }), formula.getByText('2', { exact: true })];
    const x = formula.getByText('x', { exact: true });
    await drag(await x.boundingBox(), await square.boundingBox());
    await mode().waitFor();
    await inHand('x^2');
    await dataset.press('Escape');
    await dataset.keysWork();
    const word = await dataset.frame.locator('.step.now .text').boundingBox();
    await drag(word && { ...word, width: 8, height: 22 }, await y.boundingBox());
    await inHand('Then $y = x^2 + 1$');
    await dataset.press('ArrowRight', 'ArrowLeft', 'ArrowDown', 'Enter');
    await dataset.rowIs(2);
    await eventually(() =>
      assert.deepEqual(last()?.value, [{ path: ['worked', 1], start: 6, end: 7, text: 'y' }]),
    );
  });

  async function drag(from: Box | null, to: Box | null): Promise<void> {
    assert.ok(from && to);
    const { mouse } = workbench.page;
    await mouse.move(from.x + 1, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(to.x + to.width - 1, to.y + to.height / 2, { steps: 6 });
    await mouse.up();
  }

  test('⌫ takes the choice back, and goes there', async () => {
    await dataset.keysWork();
    await dataset.press('Backspace');
    await dataset.rowIs(1);
    await dataset.needs('Step 2: Where is the error?');
    assert.equal(await dataset.frame.locator('.step .chosen').count(), 1);
  });

  test('of several, a key says what each is; the same key takes it back', async () => {
    await dataset.press('ArrowDown');
    await dataset.needs('Step 2: Mark what is odd');
    await dataset.press('Enter');
    await inHand('Then');
    await dataset.press('2', 'ArrowRight', '1');
    await eventually(() =>
      assert.deepEqual(
        (last()?.value as { text: string; value: string }[] | undefined)?.map(({ text, value }) => [
          text,
          value,
        ]),
        [
          ['Then', 'word'],
          ['$y = x^2 + 1$', 'sign'],
        ],
      ),
    );
    await dataset.press('1');
    await eventually(() => assert.equal((last()?.value as unknown[] | undefined)?.length, 1));
    await workbench.screenshot('chosen-several');
    await dataset.press('Escape');
    await dataset.keysWork();
  });

  test('the dataset’s bytes are what they were', () => assert.equal(digest(), original));
});

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
