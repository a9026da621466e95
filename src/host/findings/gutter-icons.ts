import * as vscode from 'vscode';
import type { GutterMark } from '../../core/check/gutter-mark';
import type { Severity } from '../../core/check/finding';

/** On light backgrounds and on dark ones, high contrast included: each stands out by 4.5 to 1 at least. */
const COLOURS: Record<Severity | 'flag', { light: string; dark: string }> = {
  error: { light: '#b3261e', dark: '#ff8a80' },
  warning: { light: '#8a5300', dark: '#f2c14e' },
  info: { light: '#1558b0', dark: '#7cb7ff' },
  flag: { light: '#7a1fa2', dark: '#d9a6ff' },
};

/** Each severity has a shape of its own, as colour is never the only sign. */
const SHAPES: Record<Severity, (colour: string) => string> = {
  error: (colour) =>
    `<circle cx="8" cy="8" r="5.5" fill="none" stroke="${colour}" stroke-width="1.5"/><path d="M5.8 5.8l4.4 4.4m0-4.4l-4.4 4.4" stroke="${colour}" stroke-width="1.5"/>`,
  warning: (colour) =>
    `<path d="M8 2.5l6 11H2z" fill="none" stroke="${colour}" stroke-width="1.5" stroke-linejoin="round"/><path d="M8 6v4m0 1v1.3" stroke="${colour}" stroke-width="1.5"/>`,
  info: (colour) =>
    `<rect x="3" y="3" width="10" height="10" rx="2" fill="none" stroke="${colour}" stroke-width="1.5"/><path d="M8 5v1.4m0 1.2v3.6" stroke="${colour}" stroke-width="1.5"/>`,
};
const FLAG = (colour: string) =>
  `<path d="M4 2v12" stroke="${colour}" stroke-width="1.5"/><path d="M4 3h8l-2.2 2.7L12 8.5H4z" fill="${colour}"/>`;

/** The icon of a mark as a decoration of a text editor. */
export function gutterDecoration(mark: GutterMark): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    light: { gutterIconPath: iconOf(mark, 'light') },
    dark: { gutterIconPath: iconOf(mark, 'dark') },
    gutterIconSize: 'contain',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

/** Of a row that is flagged as well, a small flag stands beside the sign of what was found. */
function iconOf({ severity, flagged }: GutterMark, theme: 'light' | 'dark'): vscode.Uri {
  const flag = flagged ? FLAG(COLOURS.flag[theme]) : '';
  const sign = severity === null ? '' : SHAPES[severity](COLOURS[severity][theme]);
  const drawn =
    flag === '' || sign === ''
      ? sign + flag
      : `<g transform="translate(0 3) scale(.8)">${sign}</g><g transform="translate(8.4 -.6) scale(.6)">${flag}</g>`;
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">${drawn}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${Buffer.from(image).toString('base64')}`);
}
