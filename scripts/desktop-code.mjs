// The VS Code that is installed on this machine.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './project-root.mjs';
import { QUIET_SETTINGS } from './quiet-settings.mjs';
import { run } from './run.mjs';

const SOCKET_ROOM = 60; // VS Code puts sockets below its data folder; the whole path may have about 100 characters

/** @returns {string | undefined} `code` on the PATH, if it can open a window here */
export function findDesktopCode() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file) && opensHere(file));
}

/** Inside a remote window, and on Linux inside Windows, `code` speaks to a VS Code on another system, with other paths. */
const opensHere = (file) =>
  !file.includes('remote-cli') && !(process.platform === 'linux' && file.startsWith('/mnt/'));

/** Its own settings, state and extensions, so that the user's are neither changed nor in the way. */
export function desktopData() {
  const near = path.join(root, '.vscode-test/desktop');
  if (near.length <= SOCKET_ROOM) return near;
  return path.join(os.tmpdir(), `scholium-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`);
}

/** Opens a window on `folder` with the extension of this checkout; returns as soon as the window has been asked for. */
export async function openDesktopCode(code, folder) {
  const data = desktopData();
  const settings = path.join(data, 'User/settings.json');
  fs.mkdirSync(path.dirname(settings), { recursive: true });
  if (!fs.existsSync(settings)) fs.writeFileSync(settings, JSON.stringify(QUIET_SETTINGS, null, 2));
  const args = [
    `--extensionDevelopmentPath=${root}`,
    ...['--user-data-dir', data, '--extensions-dir', path.join(data, 'extensions')],
    ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--new-window'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    folder,
  ];
  await run(code, args);
}
