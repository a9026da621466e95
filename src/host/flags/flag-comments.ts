import * as vscode from 'vscode';
import type { AnnotatorIdentity } from '../document/annotator';
import type { DatasetEditor } from '../editor/dataset-editor';
import type { ProfileSources } from '../project/closed-file-profile';
import { FlaggedText } from './flagged-text';

export interface FlagCommentSurroundings extends ProfileSources {
  editor: DatasetEditor;
  annotator: AnnotatorIdentity;
  log: vscode.LogOutputChannel;
}

/** VS Code's name of the threads, which the menus in package.json ask for. */
const CONTROLLER = 'scholium.flags';
const DATASET = /\.(jsonl|ndjson)$/i;

/** What is typed in VS Code's comments: below a flag, and, from a button in its head, nothing. */
interface Typed {
  uri: vscode.Uri;
  flag: string;
  text: string;
}

/** The flags of datasets that are open as text, as comments on their lines and so in VS Code's Comments panel. */
export class FlagComments implements vscode.Disposable {
  private readonly controller = vscode.comments.createCommentController(
    CONTROLLER,
    vscode.l10n.t('Scholium flags'),
  );
  private readonly texts = new Map<string, FlaggedText>();
  private readonly subscriptions: vscode.Disposable[];
  private readonly around: FlagCommentSurroundings;

  constructor(around: FlagCommentSurroundings) {
    this.around = around;
    this.controller.options = {
      prompt: vscode.l10n.t('Answer the flag'),
      placeHolder: vscode.l10n.t('What you have to say of it'),
    };
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument((text) => this.follow(text)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.leave(uri)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.texts.get(uri.toString())?.draw()),
      around.editor.onDidOpen((dataset) => {
        this.texts.get(dataset.uri.toString())?.look();
        // its log is closed by then, and the text is read without it
        dataset.onDidDispose(() => this.texts.get(dataset.uri.toString())?.look());
      }),
    ];
    for (const text of vscode.workspace.textDocuments) this.follow(text);
  }

  /** Answers a flag as VS Code's comments ask: with what was typed, and with a change of its state. */
  async answer(given: unknown, change: boolean): Promise<void> {
    const typed = typedIn(given);
    const flagged = typed && this.texts.get(typed.uri.toString());
    if (!flagged)
      throw new Error(vscode.l10n.t('Answer a flag in the text editor, or with t in Scholium’s page.'));
    const by = await this.around.annotator.orAsk();
    await flagged.answer(by, typed.flag, typed.text, change);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const text of this.texts.values()) text.dispose();
    this.controller.dispose();
  }

  private follow(text: vscode.TextDocument): void {
    const { uri } = text;
    if (uri.scheme !== 'file' || !DATASET.test(uri.path) || this.texts.has(uri.toString())) return;
    this.texts.set(uri.toString(), new FlaggedText(text, this.controller, this.around));
  }

  private leave(uri: vscode.Uri): void {
    this.texts.get(uri.toString())?.dispose();
    this.texts.delete(uri.toString());
  }
}

/** A comment's buttons give the thread and what was typed; the button in a thread's head gives the thread. */
function typedIn(given: unknown): Typed | null {
  if (typeof given !== 'object' || given === null) return null;
  const thread = 'thread' in given ? given.thread : given;
  if (typeof thread !== 'object' || thread === null || !('uri' in thread) || !('comments' in thread))
    return null;
  const { uri, comments } = thread;
  const first: unknown = Array.isArray(comments) ? comments[0] : null;
  if (!(uri instanceof vscode.Uri) || typeof first !== 'object' || first === null || !('flag' in first))
    return null;
  if (typeof first.flag !== 'string') return null;
  const text = 'text' in given && typeof given.text === 'string' ? given.text : '';
  return { uri, flag: first.flag, text };
}
