import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { closeAll, sampleFile } from './sample';

const SCHEMA = {
  type: 'object',
  required: ['problem'],
  properties: {
    problem: { type: 'string', description: 'What is *asked*.' },
    subject: { enum: ['Algebra', 'Number Theory'] },
    checked: { type: 'boolean', 'x-confidence': { type: 0.993 } },
  },
};

/** A dataset that is open as text, with a row in it that is not in the file; its place is the `|`. */
async function typed(name: string, row: string): Promise<[vscode.TextDocument, vscode.Position]> {
  const document = await vscode.workspace.openTextDocument(sampleFile(name));
  const editor = await vscode.window.showTextDocument(document);
  const line = document.lineCount - 1;
  await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), row.replace('|', '')));
  return [document, new vscode.Position(line, row.indexOf('|'))];
}

async function completions(name: string, row: string): Promise<vscode.CompletionItem[]> {
  const [document, position] = await typed(name, row);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  const own = list.items.filter(({ sortText }) => /^\d{5}$/.test(sortText ?? ''));
  await vscode.commands.executeCommand('workbench.action.files.revert');
  return own;
}

async function hover(name: string, row: string): Promise<string> {
  const [document, position] = await typed(name, row);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  await vscode.commands.executeCommand('workbench.action.files.revert');
  const texts = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
  return texts.map(({ value }) => value.replaceAll('&nbsp;', ' ')).join('\n');
}

const labels = (items: vscode.CompletionItem[]) => items.map(({ label }) => label);

describe('rows in the text editor', () => {
  const own = ['scholium.json', 'own.schema.json', 'own.jsonl'].map((name) => sampleFile(name).fsPath);
  before(async () => {
    await writeFile(own[2]!, '{"problem":"p","subject":"Algebra","note":1}\n'.repeat(40));
  });
  afterEach(closeAll);
  after(() => Promise.all(own.map((file) => rm(file, { force: true }))));

  it('are completed by the schema of the profile, though the dataset was never open in Scholium', async () => {
    const keys = labels(await completions('math.jsonl', '{"problem": "p", |'));
    assert.ok(keys.includes('solution') && keys.includes('level'), keys.join());
    assert.ok(!keys.includes('problem'));
  });

  it('without a schema of one’s own, by what the first rows have', async () => {
    assert.deepEqual(labels(await completions('own.jsonl', '{"problem": "p", "n|"}')), ['subject', 'note']);
    assert.match(
      await hover('own.jsonl', '{"no|te": 1}'),
      /note.*: a whole number, required[^]*the first rows \\\(40\\\)/,
    );
  });

  it('by the schema that the project names, as it is now', async () => {
    await writeFile(own[1]!, JSON.stringify(SCHEMA));
    await writeFile(own[0]!, JSON.stringify({ files: { 'own.jsonl': { schema: 'own.schema.json' } } }));
    for (let tries = 0; ; tries++) {
      const keys = labels(await completions('own.jsonl', '{|'));
      if (keys.includes('checked')) break;
      assert.ok(tries < 100, keys.join());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const values = await completions('own.jsonl', '{"problem": "p", "subject": "Al|"}');
    assert.deepEqual(labels(values), ['"Algebra"', '"Number Theory"']);
    assert.deepEqual(labels(await completions('own.jsonl', '{"checked": |')), ['true', 'false']);
    const [key] = await completions('own.jsonl', '{"pro|"}');
    assert.ok(key?.insertText instanceof vscode.SnippetString);
    assert.equal(key.insertText.value, '"problem": "$0"');
    assert.equal(key.detail, 'text, required');
  });

  it('and explained, also where a row is half typed; words of a schema are no Markdown', async () => {
    const said = await hover('own.jsonl', '{"prob|lem": "x');
    assert.match(said, /problem.*: text, required/);
    assert.match(said, /own\\\.schema\\\.json|own\.schema\.json/);
    assert.match(said, /What is \\\*asked\\\*/);
    assert.match(await hover('own.jsonl', '{"checked": tr|ue'), /type 99\.3 %/);
  });
});
