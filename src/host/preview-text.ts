import * as vscode from 'vscode';

const SCHEME = 'scholium-preview';

/** Texts that are only to be looked at: no file, nothing to save. */
export class PreviewTexts implements vscode.Disposable, vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  private next = 1;

  /** The address of a text, under a name that people see. Forgotten when its document is closed. */
  address(name: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${this.next++}/${name}` });
    this.texts.set(uri.toString(), text);
    return uri;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  forget(...uris: vscode.Uri[]): void {
    for (const uri of uris) this.texts.delete(uri.toString());
  }

  dispose(): void {
    this.registration.dispose();
  }
}
