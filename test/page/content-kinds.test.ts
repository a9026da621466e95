import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { axeFaults } from './axe-faults';
import { contentFiles } from './content-files';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { THEMES } from './themes';
import { type Workbench, openWorkbench } from './workbench';

describe('the kinds of content that rows have', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;

  before(async () => {
    workbench = await openWorkbench({
      workspace: contentFiles,
      theme: 'Dark Modern',
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
  });
  after(() => workbench?.close());

  test('a program is in its colours and an output apart, folded when it is long', async () => {
    await open('code.jsonl');
    const program = dataset.frame.getByRole('group', { name: 'Python code, not run' }).first();
    await program.locator('.tok-keyword').first().waitFor();
    assert.match(await program.innerText(), /# costs \$5 or \$6/);
    assert.equal(await program.locator('.katex').count(), 0);
    assert.match(await dataset.frame.getByRole('group', { name: 'Output' }).first().innerText(), /25 primes/);
    const folded = dataset.frame.locator('details.output');
    assert.match(await folded.locator('summary').innerText(), /Output, 12 lines/);
    assert.equal(await folded.evaluate((details) => (details as unknown as { open: boolean }).open), false);
    await looks('code');
  });

  test('a problem in two languages stands in two panes, each in its language and direction', async () => {
    await open('parallel.jsonl');
    const english = dataset.frame.getByRole('region', { name: 'Problem, English (en)' });
    const hebrew = dataset.frame.getByRole('region', { name: 'Problem, Hebrew (he)' });
    await english.waitFor();
    assert.deepEqual(await written(english.locator('.pane-text')), ['en', 'ltr']);
    assert.deepEqual(await written(hebrew.locator('.pane-text')), ['he', 'rtl']);
    const formula = hebrew.locator('.formula', { hasText: 'x' });
    await formula.locator('.katex').waitFor();
    assert.deepEqual((await written(formula))[1], 'ltr', 'a formula is not mirrored');
    const boxes = [await english.boundingBox(), await hebrew.boundingBox()];
    assert.ok(boxes[0] && boxes[1] && boxes[0].x < boxes[1].x && boxes[0].y === boxes[1].y, 'side by side');
    await dataset.reads('.notes', /x\^2 is missing in Hebrew \(he\); x\^3 is in Hebrew/);
    await looks('parallel');
  });

  test('translations of a problem are a group, each in its direction, with what differs', async () => {
    await open('languages.jsonl');
    await dataset.focus();
    await eventually(async () => {
      await dataset.press('Shift+g');
      await dataset.frame.locator('.member.cur').waitFor({ timeout: 1000 });
    });
    const arabic = dataset.frame.getByRole('article', { name: /^Arabic \(ar\)/ });
    await arabic.waitFor();
    assert.deepEqual(await written(arabic.locator('.problem-text')), ['ar', 'rtl']);
    const french = dataset.frame.getByRole('article', { name: /^French \(fr\)/ });
    assert.match(await french.innerText(), /not the same/);
    await looks('languages');
    await dataset.press('Escape');
  });

  test("a student's work has its picture, the category of the error by name, and what went wrong", async () => {
    await open('student.jsonl');
    const step = dataset.frame.locator('.step').first();
    await step.locator('.picture img').waitFor();
    await dataset.reads('.thead .who', /Student/);
    assert.match(await step.innerText(), /error explanation[^]*没有退位/);
    await dataset.reads('.final', /differs: 25 against 15/);
    await dataset.reads('.final .about', /error_category 0: 计算错误 \(calculation\)/);
    await looks('student');
  });

  test('of several right choices it is said how many there are, and each has its proof', async () => {
    await open('choices.jsonl');
    const choices = dataset.frame.getByRole('list', { name: 'Choices, 2 of 4 right' });
    await choices.waitFor();
    assert.equal(await choices.locator('li.right').count(), 2);
    await choices.locator('summary').first().click();
    await choices.locator('details[open] .katex').first().waitFor();
    await looks('choices');
  });

  test('what the programs of the dataset make stands beside its answer', async () => {
    await open('equation.jsonl');
    const computed = dataset.frame.getByRole('list', { name: 'Computed from the dataset' });
    await computed.waitFor();
    assert.deepEqual(
      (await computed.getByRole('listitem').allInnerTexts()).map((text) => text.trim()),
      ['program gives 504, the answer says 504', 'program gives 65, the answer says 504'],
    );
    await looks('equation');
  });

  test('the ratings of a photo are a table', async () => {
    await open('photo.jsonl');
    const table = dataset.frame.getByRole('table', { name: 'Image Quality Degradation' });
    await table.waitFor();
    assert.match(await table.innerText(), /shadow coverage\s+2/);
    await looks('photo');
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  /** Without the side bar, which takes a third of the window. */
  async function open(file: string): Promise<void> {
    await sideBar('visible');
    await workbench.openFile(file);
    await dataset.frame.locator('.problem').first().waitFor();
    await sideBar('hidden');
  }

  async function sideBar(state: 'hidden' | 'visible'): Promise<void> {
    const bar = workbench.page.locator('.part.sidebar');
    if ((await bar.isVisible()) !== (state === 'visible')) await workbench.page.keyboard.press('Control+b');
    await bar.waitFor({ state });
  }

  /** The language of a text, and the direction that it runs in. */
  const written = (text: Locator) =>
    text.evaluate((one) => [one.getAttribute('lang'), getComputedStyle(one).direction]);

  /** In every theme nothing is wider than its box, and axe knows no fault. */
  async function looks(name: string): Promise<void> {
    for (const { theme, body } of THEMES) {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      await eventually(async () => assert.deepEqual(await overflow(), [], `${name} ${theme}`));
      assert.deepEqual(await axeFaults(dataset), [], `${name} ${theme}`);
      await workbench.screenshot(`content-${name}-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
  }

  const overflow = () =>
    dataset.frame.locator('html').evaluate((html) => {
      const boxes = [html, ...html.querySelectorAll('.ref, .work, .step .t, .pane, .member, .top, .foot')];
      return boxes
        .filter((box) => box.scrollWidth > box.clientWidth + 1)
        .map((box) => `${box.className || box.tagName} by ${box.scrollWidth - box.clientWidth}`);
    });
});
