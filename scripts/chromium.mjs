// A Chromium to show the embedded VS Code to the tests.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { stage } from './stage.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PLACES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

export const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...['--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The path of a Chromium; on Debian and Ubuntu, as root, it is installed if it is missing. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (mayInstall()) {
    await stage('Installing Chromium for the tests (apt-get)', async () => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      await run('apt-get', ['update'], { env, quiet: true });
      await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, quiet: true });
    });
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'No Chromium for the tests: install chromium or Google Chrome, or set CHROMIUM to the path of one.',
  );
}

const mayInstall = () => process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');

/** @returns {string | undefined} the first that runs: on Ubuntu a chromium on the PATH may be an empty shell around a snap */
function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return candidates().find((file) => fs.existsSync(file) && runs(file));
}

function candidates() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  if (process.platform === 'win32') {
    const roots = [
      process.env.PROGRAMFILES,
      process.env['PROGRAMFILES(X86)'],
      process.env.LOCALAPPDATA,
    ].filter(Boolean);
    return roots.flatMap((folder) => WINDOWS_PLACES.map((place) => path.join(folder, place)));
  }
  return [
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`),
  ];
}

function runs(file) {
  if (process.platform === 'win32') return true; // there it would open a window
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
