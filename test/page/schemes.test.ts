import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
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

const ROWS = 12;

const rows = Array.from({ length: ROWS }, (_, at) => ({
  id: `r${at + 1}`,
  question: `What is $\\frac{${at + 2}}{2} + 1$, and why?`,
  key: `${(at + 2) / 2 + 1}`,
  worked: [
    `Halve ${at + 2}: that is $${(at + 2) / 2}$.`,
    `Add one to it, so that $x = ${(at + 2) / 2} + 1$.`,
    `The answer is $x = ${(at + 2) / 2 + 1}$.`,
  ],
}));

const PROJECT = {
  profiles: [
    {
      ...{ id: 'exam', title: 'Exam' },
      idField: ['id'],
      roles: [
        { role: 'problem', paths: [['question']] },
        { role: 'answer', paths: [['key']] },
        { role: 'trace', paths: [['worked']], decoder: 'step-list', author: 'Model' },
      ],
    },
  ],
  schemes: {
    faults: {
      title: 'Faults of steps',
      target: 'step',
      mode: 'first error',
      before: 'fine',
      guideline: 'Judge a step by what stands before it.',
      questions: [
        {
          ...{ id: 'step', title: 'This step is', kind: 'choice' },
          values: [
            { value: 'fine', title: 'Fine', key: 'g', guideline: 'true, and follows' },
            { value: 'odd', title: 'Odd', key: 'n', guideline: 'true, but leads nowhere' },
            { value: 'wrong', title: 'Wrong', key: 'b', error: true, guideline: 'false' },
          ],
        },
        {
          ...{ id: 'kind', title: 'What is wrong with it', kind: 'several' },
          when: { question: 'step', is: 'wrong' },
          values: [
            { value: 'sum', title: 'The sum' },
            { value: 'sign', title: 'A sign' },
          ],
        },
        {
          ...{ id: 'sure', title: 'Are you sure?', kind: 'yes-no' },
          when: { question: 'step', is: 'wrong' },
        },
        { id: 'remark', title: 'A remark', kind: 'text' },
      ],
    },
  },
  files: { 'exam.jsonl': { profile: 'exam', scheme: 'faults' } },
  queues: { pass: { query: 'row:1..10', annotators: ['anna', 'ben'] } },
};

/** The rows of the queue that are Anna's, by the formula in docs/labelling.md. */
const hers = rows.slice(0, 10).flatMap(({ id }, at) => {
  const drawn = (name: string) => createHash('sha256').update(`pass\nid:${id}\n${name}`).digest('hex');
  return drawn('anna').slice(0, 13) < drawn('ben').slice(0, 13) ? [at + 1] : [];
});

describe('answering the questions of a scheme by keys alone', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  let original: string;
  const file = () => path.join(workbench.folder, 'exam.jsonl');
  const digest = () => digestOf(file());
  const log = () => logLines(file(), 'anna').map(gist);
  const logIs = (...lines: string[]) =>
    eventually(() => assert.deepEqual(log().slice(-lines.length), lines, JSON.stringify(log())));
  const question = (name: string) => dataset.frame.getByRole('group', { name, exact: true });
  const inHand = (name: string) =>
    eventually(async () => assert.equal(await question(name).getAttribute('aria-current'), 'true'));
  const places = () =>
    dataset.frame
      .locator('.ask-line, .ask-value, .ask, .step > .t')
      .evaluateAll((all) => all.map((one) => [one.getBoundingClientRect().x, one.getBoundingClientRect().y]));

  before(async () => {
    ({ workbench, dataset, original } = await openToLabel(
      {
        'scholium.json': JSON.stringify(PROJECT, null, 2),
        'exam.jsonl': rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
      },
      'exam.jsonl',
    ));
  });
  after(() => workbench?.close());

  test('the scheme of the file asks about the first step, with its keys and what they mean', async () => {
    await inHand('This step is');
    await dataset.needs('Step 1: This step is');
    await dataset.reads('.ask-line.now', 'This step is Fine g Odd n Wrong b');
    await dataset.reads('.guide.asked', /Wrong false b/);
    await dataset.reads('.top', /Faults of steps/);
    const cutOff = (title: Element) => title.scrollWidth > title.clientWidth;
    assert.equal(await dataset.frame.locator('.scheme-title').evaluate(cutOff), false);
  });

  test('a key answers, the next step is in hand, and what is asked only of errors has its place', async () => {
    const before = await places();
    await dataset.press('g');
    await dataset.needs('Step 2: This step is');
    assert.deepEqual(await places(), before);
    await dataset.press('b');
    await inHand('What is wrong with it');
    await dataset.press('1', 'Enter');
    await inHand('Are you sure?');
    assert.deepEqual(await places(), before);
    await dataset.press('y');
    await dataset.rowIs(2);
    await logIs('r1 0 step "fine"', 'r1 1 step "wrong"', 'r1 1 kind ["sum"]', 'r1 1 sure true');
  });

  test('ten rows in a row: the log is what was typed', async () => {
    const before = log().length;
    const typed: string[] = [];
    for (let row = 2; row <= 10; row++) {
      await dataset.rowIs(row);
      if (row % 3 === 0) {
        await dataset.press('j', 'b', 'Enter', 'n');
        typed.push(`r${row} 0 step "fine" implied`, `r${row} 1 step "wrong"`, `r${row} 1 kind []`);
        typed.push(`r${row} 1 sure false`);
      } else if (row % 3 === 1) {
        await dataset.press('g', 'n', 'g');
        typed.push(`r${row} 0 step "fine"`, `r${row} 1 step "odd"`, `r${row} 2 step "fine"`);
      } else {
        await dataset.press('n', 'Enter');
        typed.push(`r${row} 0 step "odd"`, `r${row} 1 step "fine" implied`, `r${row} 2 step "fine" implied`);
      }
    }
    await dataset.rowIs(11);
    await eventually(() => assert.deepEqual(log().slice(before), typed));
    await dataset.item(10).getByRole('img', { name: 'labelled', exact: true }).waitFor();
  });

  test('words are written in their place, and the keys work again after', async () => {
    await dataset.press('g', 'k');
    await dataset.needs('Step 1: This step is');
    await dataset.press('ArrowDown');
    await inHand('A remark');
    await dataset.press('Enter');
    await dataset.frame.locator('.ask-box').waitFor();
    await eventually(async () => assert.equal(await dataset.frame.locator('.ask-box:focus').count(), 1));
    await workbench.page.keyboard.type('gbn why?');
    await dataset.press('Enter');
    await logIs('r11 0 step "fine"', 'r11 0 remark "gbn why?"');
    await dataset.needs('Step 2: This step is');
    await dataset.keysWork();
  });

  test('Backspace takes answers back over rows, also after the window was opened anew', async () => {
    await dataset.press('Backspace', 'Backspace');
    await logIs('undo', 'undo');
    await workbench.load();
    await dataset.steps.first().waitFor();
    await dataset.focus();
    await dataset.press('Backspace');
    await dataset.rowIs(10);
    await dataset.needs('Step 3: This step is');
    for (const key of ['b', '2', '1', 'Enter', 'n']) {
      const lines = log().length;
      await dataset.press(key);
      if (key !== 'Enter') await eventually(() => assert.ok(log().length > lines, key));
    }
    await dataset.rowIs(11);
    await logIs(
      'undo',
      'r10 2 step "wrong"',
      'r10 2 kind ["sign"]',
      'r10 2 kind ["sum","sign"]',
      'r10 2 sure false',
    );
  });

  test('a row is given up with a reason by one key', async () => {
    await dataset.press('v');
    await dataset.frame.getByRole('dialog', { name: 'Give up on this row, because' }).waitFor();
    await dataset.press('3');
    await dataset.rowIs(12);
    await logIs('r11 row gave-up the problem is unclear');
    await dataset.item(11).getByRole('img', { name: 'given up', exact: true }).waitFor();
    await dataset.keysWork();
  });

  test('the last decisions lead back to what they were about', async () => {
    await dataset.press('l');
    const form = dataset.frame.getByRole('dialog', { name: 'Your last decisions' });
    const line = form.getByRole('button', { name: /Row 10 r10 step 3: Are you sure\? No/ });
    await line.waitFor();
    const ends = await line.locator('span').evaluateAll((parts) =>
      parts.map((part) => {
        const { left, right } = part.getBoundingClientRect();
        return [left, right, part.scrollWidth - part.clientWidth];
      }),
    );
    assert.deepEqual(
      ends.filter(([left = 0, , over = 0], at) => over > 0 || left < (ends[at - 1]?.[1] ?? 0)),
      [],
      'its parts stand beside one another',
    );
    await workbench.screenshot('schemes-decisions');
    await dataset.press('ArrowDown', 'Enter');
    await dataset.rowIs(10);
    await dataset.keysWork();
    await dataset.needs('Step 3: Are you sure?'); // the question that was answered, not the first of the step
  });

  test('w gives the row the whole page, with what is done, what is left and the pace', async () => {
    await dataset.press('w');
    await dataset.reads(
      '.whole-bar',
      /^exam.jsonl Faults of steps Row 10 of 12 11 done 1 left [\d,]+ an hour Leave w$/,
    );
    assert.equal(await dataset.frame.locator('.rows:visible, .query').count(), 0);
    await dataset.press('k');
    await dataset.needs('Step 2: This step is');
    await workbench.screenshot('schemes-whole-1440');
    await dataset.press('w');
    await dataset.frame.locator('.whole-bar').waitFor({ state: 'detached' });
  });

  test('a queue of the team has the rows that its formula gives this annotator', async () => {
    assert.ok(hers.length > 0 && hers.length < 10, 'the names share the rows');
    const { quickInput } = workbench;
    await quickInput.choose(() => dataset.press('Shift+Q'), quickInput.rows('pass'), 'pass');
    await eventually(async () =>
      assert.equal(await dataset.frame.locator('.query input').inputValue(), 'row:1..10 queue:pass'),
    );
    const numbers = dataset.frame.locator('.row-item .n');
    await eventually(async () => assert.deepEqual(await numbers.allInnerTexts(), hers.map(String)));
    await dataset.focus();
    await dataset.press('Escape');
    await eventually(async () => assert.equal(await numbers.count(), ROWS));
  });

  test('labels of a text that changed are told, carried over or dropped by one key, and undone', async () => {
    const [first, ...others] = rows.map((row) => JSON.stringify(row));
    const changed = first?.replace('Add one to it', 'Add 1 to it');
    fs.writeFileSync(file(), [changed, ...others].map((row) => `${row}\n`).join(''));
    original = digest();
    await dataset.frame.getByText('Halve').first().waitFor();
    await dataset.keysWork();
    await dataset.goTo(1);
    const notice = dataset.frame.locator('.row-drift');
    await eventually(async () =>
      assert.match(await notice.innerText(), /^.*3 labels of yours are of an earlier text of this row/s),
    );
    await dataset.steps.nth(1).locator('.drift').waitFor();
    await workbench.screenshot('schemes-drift');
    await dataset.press('Shift+Y');
    await notice.waitFor({ state: 'detached' });
    await dataset.press('Backspace');
    await notice.waitFor();
    await dataset.press('Shift+X');
    await notice.waitFor({ state: 'detached' });
    await dataset.needs('Step 2: This step is');
    const what = logLines(file(), 'anna').map((line) => line.what);
    assert.deepEqual(what.slice(-3), ['carry', 'undo', 'drop']);
    await dataset.press('g', 'Enter');
    await dataset.goTo(10);
  });

  test('= rings what changed in the formulas since the step before', async () => {
    await dataset.press('=', 'j', 'j');
    await dataset.frame.locator('.step.now .ring').first().waitFor();
    await dataset.press('=');
    await eventually(async () => assert.equal(await dataset.frame.locator('.step.now .ring').count(), 0));
    await dataset.press('k', 'k');
  });

  test('? tells when to give which answer above the keys', async () => {
    await dataset.press('Shift+Slash');
    const sheet = dataset.frame.getByRole('dialog', { name: 'All keys' });
    await sheet.waitFor();
    assert.match(await sheet.innerText(), /^All keys\s+Judge a step by what stands before it\./);
    await dataset.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await dataset.keysWork();
  });

  for (const { theme, body } of THEMES) {
    test(`in ${theme} nothing sticks out`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      for (const width of [1440, 1040, 760]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await dataset.fitsIn(width);
        await workbench.screenshot(`schemes-${theme.toLowerCase().replaceAll(' ', '-')}-${width}`);
      }
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
      assert.deepEqual(await axeFaults(dataset), []);
    });
  }

  test('on a narrow page a message of the footer is shown whole', async () => {
    await workbench.page.setViewportSize({ width: 760, height: 900 });
    await dataset.keysWork();
    await dataset.press('9');
    const message = dataset.frame.locator('.foot .saved.failed');
    await message.getByText('No answer to “This step is” has the key 9.').waitFor();
    await workbench.screenshot('schemes-message-760');
    assert.equal(await dataset.messageIsCut(), false);
    await workbench.page.setViewportSize({ width: 1440, height: 900 });
    await dataset.keysWork();
  });

  test('another scheme is chosen by ⇧K, and asks at once', async () => {
    const [{ quickInput }, title] = [workbench, 'Quality of the problem'];
    await quickInput.choose(() => dataset.press('Shift+K'), quickInput.rows(title), title);
    await dataset.needs('Problem: Is it well posed?');
    await dataset.keysWork();
    await dataset.press('n', '1', '3', 'Enter');
    await dataset.rowIs(11);
    await logIs(
      'r10 problem well-posed false',
      'r10 problem fault ["missing"]',
      'r10 problem fault ["missing","ambiguous"]',
    );
    await workbench.screenshot('schemes-problem-quality');
  });

  test('answers that annotators differ on are reviewed, and a number takes a word', async () => {
    const own = logLines(file(), 'anna').filter((line) => 'scheme' in line && line.target.kind === 'problem');
    const his = own.map((line, at) => ({
      ...line,
      ...{ annotator: 'ben', machine: '00000002', id: line.id.slice(0, -2) + String(10 + at) },
      value: typeof line.value === 'boolean' ? true : line.value,
    }));
    fs.writeFileSync(logFile(file(), 'ben'), his.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await workbench.load(); // with his log, as after a pull
    await dataset.steps.first().waitFor();
    await dataset.focus();
    await dataset.press('Shift+W');
    const differing = dataset.frame.getByRole('row', { name: /Problem: Is it well posed\?.*they differ/ });
    await differing.waitFor();
    await eventually(async () => assert.equal(await differing.getAttribute('aria-current'), 'true'));
    await workbench.screenshot('schemes-review');
    await workbench.page.setViewportSize({ width: 400, height: 900 });
    await eventually(async () => {
      const [line, query, acts] = await Promise.all(
        ['.query-line', '.query-box', '.query-acts'].map((part) => dataset.frame.locator(part).boundingBox()),
      );
      assert.ok(line && query && acts);
      assert.ok(query.width > 0.75 * line.width, `${query.width} of ${line.width}`);
      assert.ok(acts.y >= query.y + query.height, 'its acts stand below it');
    });
    await workbench.screenshot('schemes-review-400');
    await workbench.page.setViewportSize({ width: 1440, height: 900 });
    await dataset.press('2');
    await logIs('r10 problem well-posed {"answer":true}');
  });

  test('⇧I opens what is asked beside the page, which asks by it when the file is saved', async () => {
    await dataset.press('Shift+F');
    await question('Is it well posed?').waitFor();
    await dataset.keysWork();
    await dataset.press('Shift+I');
    const project = path.join(workbench.folder, 'scholium.json');
    await eventually(() => assert.match(fs.readFileSync(project, 'utf8'), /"problem-quality"/));
    await workbench.page.getByRole('tab', { name: /scholium\.json/ }).waitFor();
    const text = fs.readFileSync(project, 'utf8');
    fs.writeFileSync(project, text.replace('Is it well posed?', 'Is it posed well?'));
    await question('Is it posed well?').waitFor();
    await workbench.screenshot('schemes-edited-beside');
  });

  test('the dataset has the bytes that it had', () => assert.equal(digest(), original));

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });
});

/** An event in a few words. */
function gist(line: ReturnType<typeof logLines>[number]): string {
  const { what, row, target, value, question, implied, reason } = line as typeof line & {
    question?: string;
    implied?: boolean;
    reason?: string;
  };
  if (what === 'undo') return what;
  const about = `${row.key.replace('id:', '')} ${target.step ?? target.kind}`;
  if (question === undefined) return `${about} ${String(value)} ${reason ?? ''}`.trim();
  const { over, ...said } = (typeof value === 'object' && !Array.isArray(value) ? value : {}) as {
    over?: unknown;
  };
  if (over !== undefined) return `${about} ${question} ${JSON.stringify(said)}`;
  return `${about} ${question} ${JSON.stringify(value)}${implied ? ' implied' : ''}`;
}
