import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/**
 * The page's frame. Scripts need the nonce, styles and fonts come from the extension, nothing from anywhere else.
 * The controls' library makes one style element of its own, and takes its nonce from the meta element.
 * `page` names the script and its style.
 */
export function pageHtml(webview: vscode.Webview, folder: vscode.Uri, page = 'page'): string {
  const nonce = randomBytes(16).toString('base64');
  const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} blob:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta property="csp-nonce" content="${nonce}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Scholium</title>
    <link rel="stylesheet" href="${address(`${page}.css`)}">
  </head>
  <body>
    <div id="page"></div>
    <script type="module" nonce="${nonce}" src="${address(`${page}.js`)}"></script>
  </body>
</html>`;
}
