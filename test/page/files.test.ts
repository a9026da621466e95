import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { logLines } from './log-lines';
import { type Workbench, openWorkbench } from './workbench';

const MANY = 100_000;
const row = (question: string) =>
  `${JSON.stringify({ question, answer: `First ${question}.\nThen.\n#### 1` })}\n`;

describe('files of every kind', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const onDisk = (name: string) => path.join(workbench.folder, name);

  before(async () => {
    workbench = await openWorkbench({
      workspace: {
        'changing.jsonl': row('one') + row('two'),
        'people.jsonl':
          '{"name":"Ada","born":1815,"tags":["a","b"]}\n{"name":"Emmy","born":1882,"tags":[]}\n',
        'empty.jsonl': '',
        'blank.jsonl': '\n',
        'bom.jsonl': `\uFEFF${row('with a mark').replace('\n', '\r\n')}${row('second').replace('\n', '\r\n')}`,
        'values.jsonl': '[1,2,3]\n42\n"only text"\nnull\n{}\n',
        'other.ndjson': row('in another ending'),
        'many.jsonl': Array.from({ length: MANY }, (_, at) => `{"question":"Number ${at + 1}?"}\n`).join(''),
      },
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset', '*.ndjson': 'scholium.dataset' },
      },
      viewport: { width: 1800, height: 900 },
    });
    dataset = new DatasetPage(workbench);
  });
  after(() => workbench?.close());

  test('rows that another program appends are there without being asked for', async () => {
    await workbench.openFile('changing.jsonl');
    await rowsAre(2);
    fs.appendFileSync(onDisk('changing.jsonl'), row('three'));
    await rowsAre(3);
    await dataset.item(3).click();
    await dataset.rowIs(3);
    await problemIs(/^three/);
  });

  test('a label on a text that another program changed says so', async () => {
    await dataset.item(1).click();
    await dataset.rowIs(1);
    await dataset.focus();
    await dataset.press('g');
    await dataset.saved();
    assert.equal(logLines(onDisk('changing.jsonl'), 'anna').length, 1);
    const text = fs.readFileSync(onDisk('changing.jsonl'), 'utf8');
    fs.writeFileSync(onDisk('changing.jsonl'), text.replace('First one.', 'First one, or another.'));
    await eventually(async () => assert.match(await dataset.steps.first().innerText(), /or another/));
    const drift = dataset.steps.first().locator('.drift');
    await drift.waitFor();
    assert.match(await drift.innerText(), /This text changed after you labelled it/);
    await dataset.item(2).click();
    await dataset.rowIs(2);
    assert.equal(await dataset.frame.locator('.drift').count(), 0);
  });

  test('a file without maths shows its fields', async () => {
    await workbench.openFile('people.jsonl');
    await dataset.reads('.ref', /Ada/);
    await dataset.reads('.ref', /born 1815/);
    assert.equal(await dataset.frame.locator('.katex').count(), 0);
  });

  test('an empty file says what is missing', async () => {
    await workbench.openFile('empty.jsonl');
    await dataset.reads('.reading', /^This file has no rows yet\. A dataset has one JSON object/);
  });

  test('so does a file of one blank line', async () => {
    await workbench.openFile('blank.jsonl');
    await dataset.reads('.reading', /This line is blank\./);
  });

  test('a byte order mark and Windows line ends are no part of the rows', async () => {
    await workbench.openFile('bom.jsonl');
    await problemIs(/^with a mark$/);
    await rowsAre(2);
    await dataset.item(2).click();
    await problemIs(/^second$/);
    assert.equal(await dataset.frame.locator('.badge.finding').count(), 0);
  });

  test('rows that are no objects are shown as they are', async () => {
    await workbench.openFile('values.jsonl');
    await rowsAre(5);
    for (const [number, words] of [
      [1, /\[\s*1,\s*2,\s*3\s*\]/],
      [2, /42/],
      [3, /only text/],
      [4, /null/],
    ] as const) {
      await dataset.item(number).click();
      await dataset.rowIs(number);
      await dataset.reads('.reading', words);
    }
  });

  test('.ndjson is another name for the same', async () => {
    await workbench.openFile('other.ndjson');
    await problemIs(/^in another ending$/);
  });

  test('a hundred thousand rows: the list goes where one goes', async () => {
    await workbench.openFile('many.jsonl');
    await rowsAre(MANY);
    await dataset.focus();
    await dataset.goTo(MANY - 1);
    await problemIs(/^Number 99999\?$/);
    const item = dataset.item(MANY - 1);
    await item.waitFor();
    assert.equal(await item.getAttribute('aria-current'), 'true');
    await eventually(async () => assert.match(await item.innerText(), /Number 99999\?/));
    assert.ok((await dataset.frame.locator('.row-item').count()) < 100, 'only rows in sight exist');
    await dataset.press('ArrowRight');
    await problemIs(/^Number 100000\?$/);
    await dataset.press('ArrowRight');
    await dataset.rowIs(MANY);
  });

  test('nothing went wrong, and nothing was asked of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  async function rowsAre(count: number): Promise<void> {
    await eventually(async () =>
      assert.ok((await dataset.words('.top .r')).endsWith(` of ${count.toLocaleString('en')}`)),
    );
  }

  async function problemIs(words: RegExp): Promise<void> {
    await dataset.reads('.problem', words);
  }
});
