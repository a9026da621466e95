import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { FrameLocator, Locator } from 'playwright-core';
import { axeFaults } from './axe-faults';
import { eventually } from './eventually';
import { THEMES } from './themes';
import { type Workbench, openWorkbench } from './workbench';

const WIDTHS = [1440, 960, 640];

const step = (text: string) => ({ text });
const first = {
  id: 'P_1',
  problem: 'Find the sum of $x^2$ for $x = 1, 2, 3$. Take care: **all** three.',
  steps: [step('We add $1 + 4 + 9$.'), step('The sum is therefore $13$.')],
  answer: '13',
  level: 2,
};
const OLD = [
  first,
  { id: 'P_2', problem: 'Is $7$ a prime?', answer: 'yes' },
  { id: 'P_3', problem: 'How many edges has a cube?', answer: '12' },
  { id: 'P_4', problem: 'Solve $2x = 6$.', answer: 'x = 3', score: 1 },
  { id: 'P_5', problem: 'What is $0!$?', answer: '1' },
];
const NEW = [
  {
    ...first,
    steps: [first.steps[0], step('Nothing is left out.'), step('The sum is hence $14$.')],
    answer: '14',
  },
  { id: 'P_3', problem: 'How many edges has a cube?', answer: '12' },
  { id: 'P_6', problem: 'Expand $(a+b)^2$.', answer: '$a^2+2ab+b^2$' },
  { score: 1, answer: 'x = 3', problem: 'Solve $2x = 6$.', id: 'P_4' },
  { id: 'P_5', problem: 'What is $0!$?', answer: '1' },
];
const jsonl = (rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

describe('two versions of a dataset, compared', () => {
  let workbench: Workbench;
  let frame: FrameLocator;

  before(async () => {
    workbench = await openWorkbench({
      workspace: { 'rows.jsonl': jsonl(OLD), 'old.jsonl': jsonl(OLD), 'new.jsonl': jsonl(NEW) },
      theme: 'Dark Modern',
      viewport: { width: 1440, height: 900 },
      settings: { 'security.workspace.trust.enabled': false, 'git.openRepositoryInParentFolders': 'never' },
    });
    frame = workbench.webview();
    commit(workbench.folder, 'rows.jsonl');
    fs.writeFileSync(path.join(workbench.folder, 'rows.jsonl'), jsonl(NEW));
    await workbench.openFile('rows.jsonl');
    await workbench.runCommand('Scholium: Compare Dataset with Git HEAD');
    await frame.locator('.difference').waitFor();
    await workbench.page.keyboard.press('Control+b');
    await focus();
  });
  after(() => workbench?.close());

  test('it says what differs, and how many rows', async () => {
    assert.deepEqual(await counts(), ['1 added', '1 removed', '2 changed', '0 moved']);
    assert.match(await words('.foot .same'), /^2 rows are the same$/);
    await workbench.tab('rows.jsonl: HEAD ↔ now').waitFor();
    assert.deepEqual(await items(), ['changed 1 P_1', 'removed 2 P_2', 'added 3 P_6', 'changed 4 P_4']);
  });

  test('a changed field stands in both versions, typeset, with its changes marked', async () => {
    await chosenIs('Row 1');
    const heads = await frame.locator('.field-change .field-head code').allInnerTexts();
    assert.deepEqual(heads, ['steps[1].text', 'steps[2].text', 'answer']);
    const answer = frame.locator('.field-change', {
      has: workbench.page.locator('code', { hasText: /^answer$/ }),
    });
    assert.equal(await answer.locator('.before .span').innerText(), '13');
    assert.equal(await answer.locator('.after .span').innerText(), '14');
    assert.ok((await frame.locator('.field-change .katex').count()) > 0);
  });

  test('keys go through the differences, and through those of a kind', async () => {
    await press('j');
    await chosenIs('Row 2');
    await press('j');
    await chosenIs('Row 3');
    await press('k');
    await press('k');
    await chosenIs('Row 1');
    await press('n');
    await chosenIs('Row 4');
    await frame.getByText('The value is the same. Only its spelling differs').waitFor();
    await press('p');
    await chosenIs('Row 1');
  });

  test('kinds can be hidden, fields unfolded, the source shown', async () => {
    await press('3');
    await eventually(async () => assert.deepEqual(await items(), ['removed 2 P_2', 'added 3 P_6']));
    await press('3');
    await eventually(async () => assert.equal((await items()).length, 4));
    assert.equal(await frame.locator('.unchanged .field-alone').count(), 0);
    await press('u');
    await frame.locator('.unchanged .field-alone').first().waitFor();
    await press('u');
    await press('t');
    await eventually(async () =>
      assert.deepEqual(
        await frame
          .locator('.step-pair')
          .evaluateAll((all) =>
            all.map((one) => [...one.querySelectorAll('.n, .nothing')].map((each) => each.textContent)),
          ),
        [
          ['1', '1'],
          ['not there', '2'],
          ['2', '3'],
        ],
      ),
    );
    assert.equal(await frame.locator('.step-pair .parts').innerText(), 'the versions part here');
    assert.equal(
      (await frame.locator('.step-pair .before .wrong, .step-pair .before .span').count()) > 0,
      true,
    );
    await workbench.screenshot('compare-whole-traces');
    await press('e');
    await frame.locator('.sources pre .span').first().waitFor();
    await press('e');
    await frame.locator('.sources').waitFor({ state: 'detached' });
    await press('Shift+Slash');
    await frame.getByRole('dialog').waitFor();
    await press('Escape');
    await frame.getByRole('dialog').waitFor({ state: 'detached' });
    await keysWork();
  });

  for (const { theme, body } of THEMES) {
    test(`in ${theme}, at every width, nothing overflows, and axe knows no fault`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await frame.locator(`body.${body}`).waitFor();
      for (const width of WIDTHS) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await pageIs(width);
        assert.deepEqual(await overflow(), [], `${width}`);
        assert.deepEqual(await axeFaults({ frame }), [], `${width}`);
        await workbench.screenshot(`compare-${theme.toLowerCase().replaceAll(' ', '-')}-${width}`);
      }
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
      await pageIs(1440);
    });
  }

  test('a file that changes is said to have changed, and can be compared again', async () => {
    fs.writeFileSync(path.join(workbench.folder, 'rows.jsonl'), jsonl(OLD));
    await focus();
    await press('j');
    await frame.getByText('A file changed on disk since.').waitFor();
    await press('r');
    await frame.getByText('The two files have the same rows.').waitFor();
    await workbench.screenshot('compare-same');
    fs.renameSync(path.join(workbench.folder, 'rows.jsonl'), path.join(workbench.folder, 'gone.jsonl'));
    await press('r');
    await frame.getByText('rows.jsonl cannot be read: there is no such file.').waitFor();
    fs.renameSync(path.join(workbench.folder, 'gone.jsonl'), path.join(workbench.folder, 'rows.jsonl'));
    await press('r');
    await frame.getByText('The two files have the same rows.').waitFor();
  });

  test('two files can be compared, and a row opened', async () => {
    await workbench.page.keyboard.press('Control+b');
    await selectBoth('old.jsonl', 'new.jsonl');
    await frame.locator('.difference').waitFor();
    assert.deepEqual(await counts(), ['1 added', '1 removed', '2 changed', '0 moved']);
    await focus();
    await press('s');
    await eventually(async () => assert.match(await words('.sides'), /^new\.jsonl .* ↔ old\.jsonl/));
    await eventually(async () => assert.equal((await items()).length, 4));
    await press('o');
    await workbench.tab('old.jsonl').waitFor();
    await eventually(async () => assert.match(await words('.top .r'), /^Row 1 of 5/));
  });

  test('a file that git does not have says so', async () => {
    await workbench.runCommand('Scholium: Compare Dataset with Git HEAD');
    await workbench.page
      .getByText(/old\.jsonl is not in HEAD \(\w+\): git does not track it yet\./)
      .first()
      .waitFor();
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  async function press(key: string): Promise<void> {
    await workbench.page.keyboard.press(key);
  }

  /** Puts the focus into the page by a click where nothing is. */
  async function focus(): Promise<void> {
    await frame.locator('.top .sides').click();
    await eventually(async () => assert.equal(await frame.locator('.foot.lost').count(), 0));
    await keysWork();
  }

  /** VS Code needs a moment to give the keys back: folds or unfolds by the key, and puts it back. */
  async function keysWork(): Promise<void> {
    const source = frame.locator('.pair.sources, .source-alone');
    const before = await source.count();
    for (let attempt = 0; attempt < 10; attempt++) {
      await press('e');
      const heard = await eventuallyIs(source, before === 0 ? 1 : 0);
      if (!heard) continue;
      await press('e');
      assert.ok(await eventuallyIs(source, before));
      return;
    }
    throw new Error('The page has the focus, but its keys do nothing.');
  }

  async function eventuallyIs(found: Locator, count: number): Promise<boolean> {
    for (let look = 0; look < 40; look++) {
      if ((await found.count()) === count) return true;
      await workbench.page.waitForTimeout(25);
    }
    return false;
  }

  async function chosenIs(row: string): Promise<void> {
    await eventually(async () => assert.equal(await words('.what-row h2'), row));
  }

  async function words(selector: string): Promise<string> {
    return (await frame.locator(selector).first().innerText()).replaceAll(/\s+/g, ' ').trim();
  }

  async function counts(): Promise<string[]> {
    const all = await frame.locator('.count').allInnerTexts();
    return all.map((text) => text.replaceAll(/\s+/g, ' ').trim().replace(/ \d$/, ''));
  }

  /** The list: sign, row and id of each difference in it. */
  async function items(): Promise<string[]> {
    return frame
      .locator('.row-item')
      .evaluateAll((all) =>
        all.map((item) =>
          [
            item.querySelector('.kind')?.getAttribute('aria-label'),
            item.querySelector('.n')?.firstChild?.textContent,
            item.querySelector('.id')?.textContent,
          ].join(' '),
        ),
      );
  }

  async function pageIs(window: number): Promise<void> {
    await eventually(async () => {
      const width = await frame.locator('html').evaluate((html) => html.clientWidth);
      assert.ok(width <= window && width > window - 80, `${width} of ${window}`);
    });
  }

  function overflow(): Promise<string[]> {
    return frame.locator('html').evaluate((html) => {
      const faults = html.scrollWidth > html.clientWidth ? ['the page'] : [];
      for (const bar of html.querySelectorAll('.top, .foot')) {
        const box = bar.getBoundingClientRect();
        for (const part of bar.querySelectorAll('vscode-button, .place, .same')) {
          const { left, right, width } = part.getBoundingClientRect();
          if (width > 0 && (left < box.left || right > box.right + 0.5)) faults.push(part.textContent ?? '?');
        }
      }
      return faults;
    });
  }

  async function selectBoth(one: string, other: string): Promise<void> {
    const label = workbench.page.locator('.explorer-folders-view .monaco-list-row .label-name');
    const file = (name: string) => label.filter({ hasText: name });
    const item = workbench.page.getByRole('menuitem', { name: 'Compare Dataset with File...' });
    await file(one).click();
    await file(other).click({ modifiers: ['ControlOrMeta'] });
    await file(other).click({ button: 'right' });
    await item.waitFor();
    for (let attempt = 0; attempt < 20 && (await item.isVisible()); attempt++)
      await item.click({ timeout: 1000 }).catch(() => undefined);
  }
});

function commit(folder: string, file: string): void {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: folder });
  git('init', '-q');
  git('add', file);
  git('commit', '-q', '-m', 'first');
}
