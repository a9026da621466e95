// Two annotators label by keys, each in a clone of their own; git merges what they said, and a reviewer settles it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, describe, test } from 'node:test';
import { root } from '../../scripts/project-root.mjs';
import { DatasetPage } from './dataset-page';
import { logLines } from './log-lines';
import { type Workbench, openWorkbench } from './workbench';

const ROWS = [3, 4].map((number) => ({
  ...{ id: `made-${number}`, generator: 'M', problem: `Halve $${number * 2}$.` },
  ...{ steps: ['Divide by two.', `That is $${number}$.`, `So $\\boxed{${number}}$.`] },
  ...{ final_answer_correct: true, label: -1 },
}));
const TEXT = ROWS.map((row) => `${JSON.stringify(row)}\n`).join('');

describe('a team that works by git, in the editor', () => {
  const open: Workbench[] = [];
  after(async () => {
    for (const workbench of open) await workbench.close();
  });

  let ada: Workbench;
  let bob: Workbench;

  test('each labels all rows by keys in a clone of their own', async () => {
    ada = await labelled('ada', ['g', 'g', 'b', 'ArrowRight', 'g', 'b']);
    git(ada, 'init', '-q', '-b', 'main');
    commit(ada, 'rows', 'rows.jsonl');
    bob = await labelled('bob', ['g', 'b', 'ArrowRight', 'g', 'b']);
    fs.cpSync(path.join(ada.folder, '.git'), path.join(bob.folder, '.git'), { recursive: true });
    for (const workbench of [ada, bob]) commit(workbench, 'labels', '.');
    assert.equal(said(ada, 'ada').length, 5);
    assert.equal(said(bob, 'bob').length, 4);
  });

  test('the merge asks nothing, and the review has what both said', async () => {
    git(bob, 'pull', '-q', '--no-rebase', '--no-edit', ada.folder, 'main');
    assert.equal(git(bob, 'status', '--porcelain', '*.scholium'), '');
    const dataset = await opened(bob);
    await dataset.goTo(1);
    await dataset.press('Shift+w');
    await dataset.frame.locator('.adj .line.now').waitFor();
    await dataset.reads('.adj .names', /^ada 1 bob 2 settled/);
    await dataset.reads('.adj .names', /first error: ada at 3, bob at 2/);
    await bob.screenshot('git-team-review');
  });

  test('what is settled is in the reviewer’s log, and in the labels that are written out', async () => {
    const dataset = new DatasetPage(bob);
    await dataset.press('2');
    await dataset.saved();
    const file = path.join(bob.folder, 'rows.jsonl');
    const cli = path.join(root, 'dist', 'cli.js');
    const out = execFileSync(process.execPath, [cli, 'labels', file, '--format', 'jsonl'], {
      encoding: 'utf8',
    });
    const records = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { row: number; step?: number; standing: string; value: unknown });
    const second = records.find(({ row, step }) => row === 1 && step === 2);
    assert.deepEqual([second?.standing, second?.value], ['settled', 'bad']);
    assert.equal(fs.readFileSync(file, 'utf8'), TEXT);
  });

  /** A window in which somebody has labelled. */
  async function labelled(annotator: string, keys: string[]): Promise<Workbench> {
    const workbench = await openWorkbench({
      workspace: { 'rows.jsonl': TEXT },
      settings: {
        'scholium.annotator': annotator,
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    open.push(workbench);
    const dataset = await opened(workbench);
    for (const key of keys) await dataset.press(key);
    await dataset.saved();
    return workbench;
  }
});

async function opened(workbench: Workbench): Promise<DatasetPage> {
  const dataset = new DatasetPage(workbench);
  await workbench.openFile('rows.jsonl');
  await dataset.steps.first().waitFor();
  await dataset.focus();
  return dataset;
}

function said(workbench: Workbench, annotator: string) {
  return logLines(path.join(workbench.folder, 'rows.jsonl'), annotator).filter(
    ({ what }) => what === 'label',
  );
}

function commit(workbench: Workbench, message: string, ...files: string[]): void {
  git(workbench, 'add', ...files);
  git(workbench, 'commit', '-q', '-m', message);
}

function git({ folder }: Workbench, ...args: string[]): string {
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  return execFileSync('git', ['-C', folder, ...who, ...args], { encoding: 'utf8' }).trim();
}
