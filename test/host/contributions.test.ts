import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openInScholium, sampleFile } from './sample';

interface Manifest {
  contributes: { commands: { command: string }[]; keybindings: { command: string }[] };
}

describe('what Scholium adds to VS Code', () => {
  const extension = vscode.extensions.getExtension('scholium.scholium');
  if (!extension) throw new Error('Scholium is not installed.');
  const { contributes } = extension.packageJSON as Manifest;

  before(() => openInScholium(sampleFile('gsm8k.jsonl')));
  after(closeAll);

  it('it runs once a dataset is open', () => assert.equal(extension.isActive, true));

  it('each of its commands is there, and each key has one', async () => {
    const there = new Set(await vscode.commands.getCommands(true));
    const own = contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      own.filter((command) => !there.has(command)),
      [],
    );
    assert.deepEqual(
      contributes.keybindings.map(({ command }) => command).filter((command) => !own.includes(command)),
      [],
    );
    assert.ok(own.length > 30);
  });

  it('commands of the page do nothing, and no harm, without a page', async () => {
    await closeAll();
    await vscode.commands.executeCommand('scholium.labelGood');
    await vscode.commands.executeCommand('scholium.goToRow');
    await vscode.commands.executeCommand('scholium.openAsText');
    assert.equal(vscode.window.tabGroups.activeTabGroup.tabs.length, 0);
  });

  it('nobody annotates until somebody says so', () => {
    const setting = vscode.workspace.getConfiguration('scholium').inspect<string>('annotator');
    assert.equal(setting?.defaultValue, '');
    assert.equal(setting.globalValue, undefined);
  });

  it('making it the default writes the settings of the workspace', async () => {
    await vscode.commands.executeCommand('scholium.makeDefault');
    const settings = vscode.workspace.getConfiguration('workbench');
    const { workspaceValue } = settings.inspect<Record<string, string>>('editorAssociations') ?? {};
    assert.deepEqual(workspaceValue, { '*.jsonl': 'scholium.dataset', '*.ndjson': 'scholium.dataset' });
    await settings.update('editorAssociations', undefined, vscode.ConfigurationTarget.Workspace);
  });
});
