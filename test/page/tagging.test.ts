import assert from 'node:assert/strict';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { logLines } from './log-lines';
import { digestOf, openToLabel } from './open-to-label';
import type { Workbench } from './workbench';

describe('tagging by keys alone', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  let original: string;
  const file = () => path.join(workbench.folder, 'champ', 'problems.jsonl');
  const log = () => logLines(file(), 'anna').map(({ what, target, value }) => [what, target?.kind, value]);
  const digest = () => digestOf(file());
  const rowTags = () => dataset.frame.locator('.row-tags .tag-list li').allInnerTexts();
  const stepTags = () => dataset.steps.first().locator('.tag-list li').allInnerTexts();
  const tagsAre = (read: () => Promise<string[]>, ...tags: string[]) =>
    eventually(async () =>
      assert.deepEqual(
        (await read()).map((text) => text.trim()),
        tags,
        JSON.stringify(log()),
      ),
    );

  const form = () => dataset.frame.getByRole('dialog', { name: /^Tag / });
  const inHand = () => form().locator('.option.active');

  /** Opens the form by a key, types at once, and takes by Enter what is in hand then. */
  const tag = async (key: string, typed: string, inHandThen: RegExp) => {
    await open(key);
    await workbench.page.keyboard.type(typed);
    await inHand().filter({ hasText: inHandThen }).waitFor();
    await dataset.press('Enter');
    await form().waitFor({ state: 'detached' });
    await dataset.keysWork();
  };
  const open = async (key: string) => {
    await dataset.press(key);
    await form().waitFor();
    await eventually(async () => assert.equal(await form().locator('input:focus').count(), 1));
  };

  before(async () => {
    ({ workbench, dataset, original } = await openToLabel('media/sample', 'champ/problems.jsonl'));
  });
  after(() => workbench?.close());

  test('c and some letters of a name tag the row', async () => {
    await tag('c', 'stars', /stars and bars/);
    await tagsAre(rowTags, 'stars and bars');
    await dataset.saved();
    const value = { concept: 'C_stars_bars', name: 'stars and bars', on: true };
    assert.deepEqual(log(), [['tag', 'row', value]]);
  });

  test('the letters need not be next to one another, and a second tag stands beside the first', async () => {
    await tag('c', 'ruprod', /rule of product/);
    await tagsAre(rowTags, 'stars and bars', 'rule of product');
  });

  test('⇧C tags the step in hand, with what was used lately on top', async () => {
    await tag('Shift+C', '', /rule of product/);
    await tagsAre(stepTags, 'rule of product');
    await tagsAre(rowTags, 'stars and bars', 'rule of product');
    const last = logLines(file(), 'anna').at(-1);
    assert.deepEqual([last?.target.kind, last?.target.step], ['step', 0]);
  });

  test('what is set stands on top, and is taken off; the log keeps both', async () => {
    await tag('c', '', /stars and bars/);
    await tagsAre(rowTags, 'rule of product');
    const value = { concept: 'C_stars_bars', name: 'stars and bars', on: false };
    assert.deepEqual(log().at(-1), ['tag', 'row', value]);
  });

  test('Backspace takes each back in turn', async () => {
    await dataset.press('Backspace');
    await tagsAre(rowTags, 'stars and bars', 'rule of product');
    await dataset.press('Backspace');
    await tagsAre(stepTags);
    await dataset.press('Backspace');
    await tagsAre(rowTags, 'stars and bars');
    assert.deepEqual(
      log()
        .slice(-3)
        .map(([what]) => what),
      ['undo', 'undo', 'undo'],
    );
  });

  test('a name that no library has can be a tag', async () => {
    await tag('c', 'Zorn lemma', /Zorn lemma.*a tag of your own/s);
    await tagsAre(rowTags, 'stars and bars', 'Zorn lemma');
  });

  test('Escape tags nothing, and the keys work again', async () => {
    const lines = log().length;
    await open('c');
    await workbench.page.keyboard.type('gnb');
    await dataset.press('Escape');
    await form().waitFor({ state: 'detached' });
    await dataset.keysWork();
    assert.equal(log().length, lines, 'what is typed in the form labels nothing');
    await dataset.needs('Label step 1, or mark the first error');
  });

  test('⌃Enter takes one and asks for another; the arrows choose', async () => {
    await dataset.goTo(2);
    await open('c');
    await workbench.page.keyboard.type('rule of');
    await inHand().filter({ hasText: 'rule of' }).waitFor();
    const first = await inHand().locator('.text').innerText();
    await dataset.press('Control+Enter');
    await tagsAre(rowTags, first);
    await inHand().filter({ hasText: first }).waitFor();
    await dataset.press('ArrowDown', 'ArrowDown');
    const second = await inHand().locator('.text').innerText();
    assert.notEqual(first, second);
    await dataset.press('Enter');
    await tagsAre(rowTags, first, second);
    await dataset.keysWork();
    await dataset.goTo(1);
  });

  test('tag: finds the row, and its tags are there after the window was opened anew', async () => {
    await workbench.load();
    await dataset.steps.first().waitFor();
    await dataset.focus();
    await dataset.goTo(1);
    await tagsAre(rowTags, 'stars and bars', 'Zorn lemma');
    await dataset.press('Slash');
    await eventually(async () => assert.equal(await dataset.frame.locator('.query input:focus').count(), 1));
    await workbench.page.keyboard.type('tag:"ZORN lemma"');
    await dataset.press('Enter');
    assert.equal(await dataset.frame.locator('.query input').inputValue(), 'tag:"ZORN lemma"');
    await dataset.reads('.query-acts', /^1 of 1 /);
  });

  test('the dataset has the bytes that it had', () => assert.equal(digest(), original));

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });
});
