import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, found, openInScholium, sampleFile } from './sample';

const FLAG = '01J00000000000000000000001';

describe('flags in the text editor', () => {
  const uri = () => sampleFile('champ/problems.jsonl');
  const folder = () => `${uri().fsPath}.scholium`;
  const settings = () => vscode.workspace.getConfiguration('scholium');
  /** As VS Code's comments hand it over. */
  const typed = (text: string) => ({ thread: { uri: uri(), comments: [{ flag: FLAG }] }, text });
  const replies = () => {
    const log = `${folder()}/rita.jsonl`;
    const lines = fs.existsSync(log) ? fs.readFileSync(log, 'utf8').split('\n').filter(Boolean) : [];
    return lines.map((line) => JSON.parse(line) as { what: string; row: object; value: object });
  };
  /** Once the flag stands on its line; before that there is nothing to answer. */
  const answered = async (command: string, text: string, lines: number) => {
    const end = Date.now() + 15_000;
    while (replies().length < lines && Date.now() < end) {
      await vscode.commands.executeCommand(`scholium.flags.${command}`, typed(text));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return replies().at(-1);
  };

  before(async () => {
    await settings().update('annotator', 'rita', vscode.ConfigurationTarget.Global);
    const text = fs.readFileSync(uri().fsPath, 'utf8').split('\n')[2] ?? '';
    const { identifier } = JSON.parse(text) as { identifier: string };
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
    const row = { key: `id:${identifier}`, hash, number: 2 };
    const signature = { v: 1, id: FLAG, time: '2026-01-05T10:00:00.000Z', annotator: 'anna', machine: '0' };
    const value = { category: 'statement', severity: 'major', comment: 'which one?' };
    const event = { ...signature, row, what: 'flag', target: { kind: 'row' }, value };
    fs.mkdirSync(folder(), { recursive: true });
    fs.writeFileSync(`${folder()}/anna.jsonl`, `${JSON.stringify(event)}\n`);
  });
  after(async () => {
    await closeAll();
    fs.rmSync(folder(), { recursive: true });
    await settings().update('annotator', undefined, vscode.ConfigurationTarget.Global);
  });

  it('are answered and resolved there: a line in one’s own log, about the row as it is', async () => {
    await vscode.window.showTextDocument(uri(), { preview: false });
    const reply = await answered('resolve', ' the first ', 1);
    assert.equal(reply?.what, 'reply');
    assert.deepEqual(reply.value, { flag: FLAG, comment: 'the first', state: 'resolved' });
    const flagged = JSON.parse(fs.readFileSync(`${folder()}/anna.jsonl`, 'utf8')) as { row: object };
    assert.deepEqual(reply.row, flagged.row);
  });

  it('are opened again when their dataset is open in Scholium as well, and in its log', async () => {
    await vscode.window.showTextDocument(uri(), { preview: false });
    await openInScholium(uri());
    await found(() =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom
        ? true
        : undefined,
    );
    assert.deepEqual((await answered('reopen', '', 2))?.value, { flag: FLAG, comment: '', state: 'open' });
    assert.deepEqual((await answered('comment', 'look', 3))?.value, { flag: FLAG, comment: 'look' });
    assert.equal(replies().length, 3);
  });

  it('what is no flag is refused, and writes nothing', async () => {
    await vscode.commands.executeCommand('scholium.flags.comment', { thread: null, text: 'x' });
    await vscode.commands.executeCommand('scholium.flags.comment');
    assert.equal(replies().length, 3);
  });
});
