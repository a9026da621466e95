import * as vscode from 'vscode';

/** VS Code's own undo and redo of edits, one after the other: it drops one that is asked for while another is under way. */
export class EditHistory {
  private last: Promise<unknown> = Promise.resolve();
  private readonly inFront: () => object | null;

  /** `inFront`: the page that has the keys. */
  constructor(inFront: () => object | null) {
    this.inFront = inFront;
  }

  undo(): Promise<unknown> {
    return this.inTurn('undo');
  }

  redo(): Promise<unknown> {
    return this.inTurn('redo');
  }

  /** Resolves once all that was asked for is done. */
  async settled(): Promise<void> {
    await this.last.catch(() => undefined);
  }

  /** What was meant for a page is not done to another that has come in front meanwhile. */
  private inTurn(command: 'undo' | 'redo'): Promise<unknown> {
    const meant = this.inFront();
    const run = async () => meant === this.inFront() && vscode.commands.executeCommand(command);
    this.last = this.last.then(run, run);
    return this.last;
  }
}
