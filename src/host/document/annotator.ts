import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import os from 'node:os';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { Annotator } from '../../core/annotation/annotation-log';

const SETTING = 'annotator';

/** Who annotates here: the setting, else git's user.name, else asked once and kept in the setting. */
export class AnnotatorIdentity implements vscode.Disposable {
  private name: string | null = null;
  private asking: Promise<boolean> | null = null;
  private readonly changes = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  readonly onDidChange = this.changes.event;
  /** Tells one person's machines apart; says nothing of the machine. */
  private readonly machine = createHash('sha256')
    .update(`${vscode.env.machineId}\n${os.hostname()}\n${os.homedir()}`)
    .digest('hex')
    .slice(0, 8);

  constructor() {
    this.subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`scholium.${SETTING}`)) void this.look();
    });
  }

  /** The annotator, where one is known without asking. */
  get known(): Annotator | null {
    return this.name === null ? null : { name: this.name, machine: this.machine };
  }

  /** Looks the name up again. */
  async look(): Promise<void> {
    const before = this.name;
    this.name = setName() ?? (await gitName());
    if (this.name !== before) this.changes.fire();
  }

  /** The annotator, asked for when nobody said. Rejects when the question is dismissed: nothing is signed by nobody. */
  async orAsk(): Promise<Annotator> {
    if (this.name === null) this.asking ??= this.ask(); // several keys may be waiting for one answer
    const answered = (await this.asking) ?? true;
    this.asking = null;
    if (!answered) {
      throw new Error('Nothing was labelled: a label needs the name of its annotator.');
    }
    return this.known as Annotator;
  }

  /** Asks for the name. Returns whether one was given. */
  async ask(): Promise<boolean> {
    const given = await vscode.window.showInputBox({
      title: vscode.l10n.t('Who annotates?'),
      prompt: vscode.l10n.t('Every label carries this name. It is kept in the setting scholium.annotator.'),
      value: this.name ?? os.userInfo().username,
      validateInput: (text) => (text.trim() ? null : vscode.l10n.t('A name is needed.')),
      ignoreFocusOut: true,
    });
    if (given === undefined) return false;
    await vscode.workspace
      .getConfiguration('scholium')
      .update(SETTING, given.trim(), vscode.ConfigurationTarget.Global);
    await this.look();
    return true;
  }

  dispose(): void {
    this.subscription.dispose();
    this.changes.dispose();
  }
}

function setName(): string | null {
  const name = vscode.workspace.getConfiguration('scholium').get<string>(SETTING, '').trim();
  return name === '' ? null : name;
}

async function gitName(): Promise<string | null> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const cwd = folder !== undefined && vscode.workspace.isTrusted ? folder : os.homedir();
  try {
    const { stdout } = await promisify(execFile)('git', ['config', 'user.name'], { cwd, timeout: 2000 });
    return stdout.trim() || null;
  } catch {
    return null; // no git, or no name in it
  }
}
