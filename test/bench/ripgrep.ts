import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** ripgrep on the PATH, or the one that the VS Code of the tests brings. */
export function ripgrep(): string | null {
  if (spawnSync('rg', ['--version']).status === 0) return 'rg';
  const name = path.join(
    `${process.platform}-${process.arch}`,
    process.platform === 'win32' ? 'rg.exe' : 'rg',
  );
  const folders = fs.existsSync('.vscode-test') ? fs.readdirSync('.vscode-test') : [];
  const places = folders.map((folder) =>
    path.join(
      '.vscode-test',
      folder,
      'node_modules/code-server/lib/vscode/node_modules/@vscode/ripgrep-universal/bin',
      name,
    ),
  );
  return places.find((place) => fs.existsSync(place)) ?? null;
}
