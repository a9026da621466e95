import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { closeAll, found, openInScholium, problemsOf, sampleFile } from './sample';

const write = (value: unknown) =>
  writeFile(sampleFile('scholium.json').fsPath, JSON.stringify(value, null, 2));

/** The rules of the problems of a file, once there are so many. */
async function rulesOf(uri: vscode.Uri, count: number): Promise<unknown[]> {
  const problems = await problemsOf(uri, count);
  return problems.map(({ code }) => (typeof code === 'object' ? code.value : code));
}

describe('scholium.json', () => {
  afterEach(async () => {
    await closeAll();
    await rm(sampleFile('scholium.json').fsPath, { force: true });
    await problemsOf(sampleFile('scholium.json'), 0);
  });

  it('has its faults in the Problems panel, at their place, until they are mended', async () => {
    const uri = sampleFile('scholium.json');
    await write({ files: { 'gsm8k.jsonl': { profile: 'nope' } }, later: 1 });
    const [unknown, section] = await problemsOf(uri, 2);
    assert.match(unknown?.message ?? '', /^files\["gsm8k\.jsonl"\]\.profile: There is no profile “nope”/);
    assert.equal(unknown?.range.start.line, 3);
    assert.equal(unknown.severity, vscode.DiagnosticSeverity.Error);
    assert.match(section?.message ?? '', /no section “later”/);
    assert.equal(section?.severity, vscode.DiagnosticSeverity.Warning);
    await write({ files: { 'gsm8k.jsonl': { profile: 'math' } } });
    assert.deepEqual(await problemsOf(uri, 0), []);
  });

  it('is applied to an open dataset when it comes, changes and goes', async () => {
    const uri = sampleFile('gsm8k.jsonl');
    await openInScholium(uri);
    assert.ok((await rulesOf(uri, 4)).includes('calculator/wrong'));
    await write({ checks: [{ files: 'gsm8k.jsonl', rules: { calculator: 'off' } }] });
    assert.ok(!(await rulesOf(uri, 3)).includes('calculator/wrong'));
    await write({ checks: [{ profile: 'gsm8k', rules: { schema: 'off' } }] });
    assert.deepEqual(await rulesOf(uri, 2), ['json/syntax', 'calculator/wrong']);
    await rm(sampleFile('scholium.json').fsPath);
    await rulesOf(uri, 4);
  });

  it('is completed by its schema in the text editor, and allows comments', async () => {
    const uri = sampleFile('scholium.json');
    await writeFile(uri.fsPath, '{ // of ours\n  "profiles": [{ "roles": [{  }] }]\n}\n');
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.languageId, 'jsonc');
    await completedAt(uri, new vscode.Position(1, 2), [
      ...['profiles', 'files', 'checks', 'benchmarks', 'schemes', 'queues'],
    ]);
    await completedAt(uri, new vscode.Position(1, 28), ['role', 'paths', 'decoder', 'dialect', 'delimiters']);
  });
});

/** Waits until VS Code offers these keys at a place: its language server for JSON takes a moment. */
async function completedAt(uri: vscode.Uri, at: vscode.Position, keys: string[]): Promise<void> {
  await found(async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      at,
    );
    const offered = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    return keys.every((key) => offered.includes(key)) || undefined;
  });
}
