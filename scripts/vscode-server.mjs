// Starts the embedded VS Code, and tells where to find it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { manifest, root } from './project-root.mjs';
import { QUIET_SETTINGS } from './quiet-settings.mjs';
import { ensureRuntime } from './vscode-runtime.mjs';

const START_LIMIT = 60_000;
/** What a terminal inside VS Code, npm or a test runner leaves behind and what would mislead the server. */
const MISLEADING =
  /^(VSCODE_|CODE_SERVER|ELECTRON_|npm_|NODE_OPTIONS$|NODE_TEST_CONTEXT$|INIT_CWD$|PORT$|PASSWORD$|HASHED_PASSWORD$)/;

/**
 * @typedef {object} Server
 * @property {string} url
 * @property {string} data the folder of settings, logs and state
 * @property {number} pid the leader of the process group that holds every process of this VS Code
 * @property {() => string} output
 * @property {Promise<void>} gone
 * @property {() => Promise<void>} stop ends it and all its children
 *
 * @param {object} [options]
 * @param {number} [options.port] 0: any free one
 * @param {string} [options.data] a lasting folder; without it one that is removed at the end
 * @param {Record<string, unknown>} [options.settings] the user's settings, where there are none yet
 * @param {boolean} [options.development] Scholium comes by the URL (see workbenchUrl), for tests; else it is installed
 * @returns {Promise<Server>}
 */
export async function startServer({ port = 0, data, settings = {}, development = false } = {}) {
  const runtime = await ensureRuntime();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'sch-')); // short: sockets below it, and their paths may not be long
  const home = data ?? path.join(scratch, 'data');
  writeSettings(home, settings);
  if (!development) linkExtension(path.join(home, 'extensions'));
  const keeper = path.join(root, 'scripts/server-keeper.mjs');
  const child = spawn(
    process.execPath,
    [keeper, scratch, runtime.node, runtime.entry, ...flags(home, port, development)],
    {
      env: environment(home, scratch),
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const gone = new Promise((resolve) => child.once('exit', () => resolve()));
  const stop = () => {
    child.ref(); // whoever stops it waits for its end
    child.stdin.destroy();
    return gone;
  };
  try {
    const url = await listening(child, () => output);
    for (const held of [child, child.stdin, child.stdout, child.stderr]) held.unref(); // a forgotten server does not keep us
    return { url, data: home, pid: child.pid, output: () => output, gone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function writeSettings(home, settings) {
  const file = path.join(home, 'User/settings.json');
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
}

/** A link in a fresh extensions folder is an installed extension: nothing to pack, and a reload of the window takes a new build. */
function linkExtension(folder) {
  const { publisher, name, version } = manifest();
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  fs.symlinkSync(root, path.join(folder, `${publisher}.${name}-${version}`), 'dir');
}

function flags(home, port, development) {
  return [
    ...['--config', path.join(home, 'config.yaml')], // else it writes one below the user's home
    ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
    ...['--user-data-dir', home, '--extensions-dir', path.join(home, 'extensions')],
    ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
    ...['--disable-getting-started-override', '--ignore-last-opened'],
    // Without it a built workbench ignores what the URL says of extensions and tests. It also switches notification
    // toasts off (they are still in the notification centre).
    ...(development ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
}

/** No gallery, so nothing is looked up in the network; the XDG folders, so nothing is left in the home folder or in /tmp. */
function environment(home, scratch) {
  const kept = Object.entries(process.env).filter(([name]) => !MISLEADING.test(name));
  return {
    ...Object.fromEntries(kept),
    EXTENSIONS_GALLERY: '{}',
    XDG_DATA_HOME: home,
    XDG_RUNTIME_DIR: scratch,
  };
}

/** @returns {Promise<string>} the address */
function listening(child, output) {
  return new Promise((resolve, reject) => {
    const fail = (what) => reject(new Error(`The embedded VS Code ${what}:\n${output()}`));
    setTimeout(() => fail(`did not start in ${START_LIMIT / 1000} s`), START_LIMIT).unref();
    child.once('exit', () => fail('ended at once'));
    child.once('error', reject);
    child.stdout.on('data', () => {
      const url = /server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output())?.[1];
      if (url) resolve(url);
    });
  });
}

/**
 * @param {Pick<Server, 'url'>} server
 * @param {object} what
 * @param {string} what.folder
 * @param {string} [what.development] the folder of an extension under development
 * @param {string} [what.tests] the script whose run() tests it
 * @param {Record<string, string>} [what.env] for the extension host
 */
export function workbenchUrl(server, { folder, development, tests, env }) {
  const url = new URL(server.url);
  const remote = (place) => `vscode-remote://${url.host}${place}`;
  const payload = [
    ...(development ? [['extensionDevelopmentPath', remote(development)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(env ? [['extensionEnvironment', JSON.stringify(env)]] : []),
  ];
  url.searchParams.set('folder', folder);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
