import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, found, openInScholium, sampleFile } from './sample';

describe('the custom editor', () => {
  afterEach(closeAll);

  const activeCustom = () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputCustom ? input : undefined;
  };

  it('opens a dataset', async () => {
    const uri = sampleFile('champ/problems.jsonl');
    await openInScholium(uri);
    const input = await found(activeCustom);
    assert.equal(input.viewType, 'scholium.dataset');
    assert.equal(input.uri.toString(), uri.toString());
  });

  it('leaves the file as it is, and is never unsaved', async () => {
    const uri = sampleFile('math.jsonl');
    const before = fs.readFileSync(uri.fsPath);
    await openInScholium(uri);
    await found(activeCustom);
    await vscode.commands.executeCommand('workbench.action.files.save');
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.isDirty, false);
    assert.deepEqual(fs.readFileSync(uri.fsPath), before);
  });

  it('takes the place of the text, and opens it beside itself at the row', async () => {
    const uri = sampleFile('gsm8k.jsonl');
    const editor = await vscode.window.showTextDocument(uri, { preview: false });
    editor.selection = new vscode.Selection(4, 3, 4, 3);
    await vscode.commands.executeCommand('scholium.open', uri);
    await found(activeCustom);
    assert.equal(vscode.window.tabGroups.activeTabGroup.tabs.length, 1);
    await vscode.commands.executeCommand('scholium.openAsText');
    const text = await found(() => vscode.window.activeTextEditor);
    assert.equal(text.document.uri.toString(), uri.toString());
    assert.equal(text.selection.active.line, 4);
    assert.equal(vscode.window.tabGroups.activeTabGroup.tabs.length, 2);
  });

  it('shows one document in two columns', async () => {
    const uri = sampleFile('champ/problems.jsonl');
    await openInScholium(uri);
    await found(activeCustom);
    await vscode.commands.executeCommand('workbench.action.splitEditor');
    await found(() => (vscode.window.tabGroups.all.length === 2 ? true : undefined));
    const inputs = vscode.window.tabGroups.all.map((group) => group.activeTab?.input);
    for (const input of inputs) assert.ok(input instanceof vscode.TabInputCustom);
  });

  it('says so when a file is not there, and goes on with others', async () => {
    await openInScholium(sampleFile('missing.jsonl')).then(undefined, () => undefined);
    assert.deepEqual(vscode.languages.getDiagnostics(sampleFile('missing.jsonl')), []);
    await closeAll();
    await openInScholium(sampleFile('gsm8k.jsonl'));
    assert.equal((await found(activeCustom)).uri.toString(), sampleFile('gsm8k.jsonl').toString());
  });
});
