/** The themes that pages are looked at in, and how the page's body tells which one it has. */
export const THEMES = [
  { theme: 'Dark Modern', body: 'vscode-dark' },
  { theme: 'Light Modern', body: 'vscode-light' },
  { theme: 'Default High Contrast', body: 'vscode-high-contrast' },
];
