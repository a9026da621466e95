import * as vscode from 'vscode';

const SCHEME = 'scholium-text';
/** Texts that nobody looks at any more are forgotten when there are more. */
const MOST_KEPT = 20;

/** Texts of our own making that open in an editor without ever asking to be saved. */
export class ReadOnlyTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  private count = 0;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  /** Where a text can be opened. `name` gives the tab its title and the text its language. */
  address(name: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${++this.count}/${name}` });
    this.texts.set(uri.toString(), text);
    const [oldest] = this.texts.keys();
    if (this.texts.size > MOST_KEPT && oldest !== undefined) this.texts.delete(oldest);
    return uri;
  }

  async show(name: string, text: string, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
    await vscode.window.showTextDocument(this.address(name, text), { preview: true, ...options });
  }

  dispose(): void {
    this.registration.dispose();
  }
}
