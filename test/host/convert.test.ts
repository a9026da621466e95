import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { closeAll, found, sampleFile } from './sample';

describe('converting to JSONL', () => {
  const made = ['table.csv', 'table.jsonl', 'packed.json.gz', 'packed.jsonl', 'pointer.json'].map(sampleFile);
  afterEach(async () => {
    await closeAll();
    for (const { fsPath } of made) fs.rmSync(fsPath, { force: true });
  });

  const openedDataset = () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputCustom ? input.uri : undefined;
  };

  /** Runs the command, and says yes to whatever it proposes. */
  async function convertAsProposed(uri: vscode.Uri): Promise<void> {
    const state = { over: false };
    const run = vscode.commands
      .executeCommand('scholium.convertToJsonl', uri)
      .then(() => (state.over = true));
    while (!state.over) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await run;
  }

  it('a table opens as a dataset beside it, its ids as they were', async () => {
    const table = sampleFile('table.csv');
    fs.writeFileSync(table.fsPath, 'id,question\n007,"a, b"\n008,c\n');
    await convertAsProposed(table);
    const uri = await found(openedDataset);
    assert.equal(uri.fsPath, sampleFile('table.jsonl').fsPath);
    const text = fs.readFileSync(uri.fsPath, 'utf8');
    assert.equal(text, '{"id":"007","question":"a, b"}\n{"id":"008","question":"c"}\n');
  });

  it('what is in an archive is converted whole', async () => {
    const packed = sampleFile('packed.json.gz');
    fs.writeFileSync(packed.fsPath, gzipSync('[{"a": 1},\n{"a": 2.0}]'));
    await vscode.commands.executeCommand('scholium.convertToJsonl', packed);
    const uri = await found(openedDataset);
    assert.equal(fs.readFileSync(uri.fsPath, 'utf8'), '{"a": 1}\n{"a": 2.0}\n');
  });

  it('what holds no rows leaves nothing behind', async () => {
    const pointer = sampleFile('pointer.json');
    fs.writeFileSync(pointer.fsPath, 'version https://git-lfs.github.com/spec/v1\nsize 5\n');
    await vscode.commands.executeCommand('scholium.convertToJsonl', pointer);
    assert.equal(openedDataset(), undefined);
    assert.equal(fs.existsSync(sampleFile('pointer.jsonl').fsPath), false);
  });
});
