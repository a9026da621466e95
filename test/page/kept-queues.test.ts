import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { openToLabel } from './open-to-label';
import type { Workbench } from './workbench';

const FILE = 'rows.jsonl';
const ROWS = ['Even 2.', 'Odd 3.', 'Even 4.'].map(
  (problem, at) => `{"problem": "${problem}", "level": ${at}}`,
);

describe('searches that are kept as queues', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const box = () => dataset.frame.getByRole('combobox', { name: 'Query' });
  const queues = (name: string) => workbench.quickInput.rows(name);

  before(async () => {
    const rows = ROWS.map((row) => `${row}\n`).join('');
    ({ workbench, dataset } = await openToLabel({ [FILE]: rows }, FILE, '.problem'));
  });
  after(() => workbench?.close());

  test('with nothing searched for there is nothing to keep, and that is said', async () => {
    await watchFocus();
    await dataset.press('q');
    await dataset.frame.getByText('Search or sort first: there is nothing to keep yet.').waitFor();
  });

  test('a search is kept under a name', async () => {
    await dataset.press('/');
    await eventually(async () => assert.ok(await box().evaluate((input) => input.matches(':focus'))));
    await workbench.page.keyboard.insertText('even');
    await dataset.press('Enter');
    await placeIs('1 of 2');
    await dataset.focus(); // a second Esc would end the search
    await placeIs('1 of 2');
    assert.equal(await timesLost(), 0, 'a key that comes after a message is heard');
    await workbench.quickInput.answer(() => dataset.press('q'), 'the even ones');
    await dataset.keysWork();
    await dataset.press('Escape');
    await dataset.rowIs(1);
  });

  test('it is taken by its name, also after a restart, and goes through its rows alone', async () => {
    await takeQueue();
    await placeIs('1 of 2');
    await workbench.load();
    await problemIs('Even 2.');
    await dataset.focus();
    await takeQueue();
    await placeIs('1 of 2');
    await dataset.press('ArrowRight');
    await problemIs('Even 4.');
    await placeIs('2 of 2');
    await workbench.screenshot('kept-queue-1440');
  });

  test('it can be forgotten', async () => {
    await dataset.press('Shift+q');
    await queues('the even ones').first().hover();
    await queues('the even ones').getByRole('button', { name: 'Forget this queue' }).click();
    await queues('the even ones').waitFor({ state: 'detached' });
    await queues('All rows').first().click();
    await dataset.rowIs(3);
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  /** Counts how often the page loses the keys from now on. */
  async function watchFocus(): Promise<void> {
    await dataset.frame.locator('html').evaluate((html) => {
      html.dataset['lost'] = '0';
      const count = () => (html.dataset['lost'] = String(Number(html.dataset['lost']) + 1));
      html.ownerDocument.defaultView?.addEventListener('blur', count);
    });
  }

  async function timesLost(): Promise<number> {
    return Number(await dataset.frame.locator('html').getAttribute('data-lost'));
  }

  async function takeQueue(): Promise<void> {
    const { quickInput } = workbench;
    await quickInput.choose(() => dataset.press('Shift+q'), queues('the even ones'), 'even');
    await eventually(async () => assert.equal(await box().inputValue(), 'even'));
    await dataset.focus();
  }

  async function problemIs(words: string): Promise<void> {
    await dataset.reads('.problem', words);
  }

  async function placeIs(words: string): Promise<void> {
    await eventually(async () => assert.ok((await dataset.words('.query')).includes(words), words));
  }
});
