// npm start [-- [--browser] [--fresh] [FOLDER]]: from a fresh clone to VS Code with Scholium, on FOLDER or on a copy of the
// sample workspace. --browser: the embedded VS Code even where a desktop one is at hand. --fresh: a new copy of the sample.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfNeeded, installTools } from './bootstrap.mjs';
import { desktopData, findDesktopCode, openDesktopCode } from './desktop-code.mjs';
import { freePort } from './free-port.mjs';
import { root } from './project-root.mjs';
import { endOnSignals, isStopping, onShutdown } from './shutdown.mjs';
import { stage, tell } from './stage.mjs';
import { startServer, workbenchUrl } from './vscode-server.mjs';
import { ensureRuntime, whyUnsupported } from './vscode-runtime.mjs';

const SAMPLE = path.join(root, 'media/sample');
const FIRST_CONTACT = { 'workbench.startupEditor': 'readme' }; // the sample's page says what to open first
const FIRST_PORT = 8321;

const end = endOnSignals(0);
try {
  await start();
} catch (error) {
  if (!isStopping()) {
    tell(error);
    process.exit(1);
  }
}

async function start() {
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: { browser: { type: 'boolean' }, fresh: { type: 'boolean' } },
  });
  const own = positionals[0] && usersFolder(positionals[0]);
  await installTools();
  await buildIfNeeded();
  const code = options.browser ? undefined : findDesktopCode();
  if (code) await onTheDesktop(code, own, options.fresh);
  else await inTheBrowser(own, options.fresh);
}

/** npm runs us in the checkout; the folder was named in the one where the user is. */
function usersFolder(name) {
  const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), name);
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${folder} is not a folder.`);
  return folder;
}

async function onTheDesktop(code, own, fresh) {
  const folder = own ?? sampleCopy(path.join(desktopData(), 'workspace'), fresh);
  await stage(`Opening VS Code (${code})`, () => openDesktopCode(code, folder));
  console.log(
    `\n  A VS Code window with Scholium opens on ${folder}\n  Close it when you are done. (npm start -- --browser: in the browser instead)\n`,
  );
}

async function inTheBrowser(own, fresh) {
  const unsupported = whyUnsupported();
  if (unsupported)
    throw new Error(`${unsupported}: install VS Code, put its "code" on the PATH and run npm start again.`);
  await ensureRuntime();
  const port = await freePort(Number(process.env.PORT ?? FIRST_PORT));
  const data = path.join(root, '.vscode-test', `start-${port}`); // one each: a second npm start is a second VS Code
  const folder = own ?? sampleCopy(path.join(data, 'workspace'), fresh);
  const server = await stage('Starting VS Code', () => startServer({ port, data, settings: FIRST_CONTACT }));
  onShutdown(() => server.stop());
  endWithNpm();
  const url = workbenchUrl(server, { folder });
  console.log(`\n  VS Code with Scholium is at\n\n    ${url}\n\n  Ctrl+C ends it.\n`);
  openBrowser(url);
  await server.gone;
  throw new Error(`VS Code ended by itself:\n${server.output()}`);
}

/** The copy is kept from one start to the next, with what was done in it. */
function sampleCopy(folder, fresh) {
  if (fresh) fs.rmSync(folder, { recursive: true, force: true });
  if (fs.existsSync(folder)) {
    console.log(
      `Using your copy of the sample, ${path.relative(root, folder)} (npm start -- --fresh makes a new one).`,
    );
    return folder;
  }
  fs.mkdirSync(folder, { recursive: true });
  if (fs.existsSync(SAMPLE)) fs.cpSync(SAMPLE, folder, { recursive: true });
  return folder;
}

/** Ends us when npm, or the shell between it and us, is gone: killed outright, it passes no signal on. */
function endWithNpm() {
  const born = parents();
  const underNpm = process.env.npm_lifecycle_event !== undefined;
  setInterval(() => underNpm && parents() !== born && end(), 1000); // it also keeps this process alive
}

function parents() {
  const stat = `/proc/${process.ppid}/stat`;
  const grandparent = fs.existsSync(stat)
    ? fs
        .readFileSync(stat, 'utf8')
        .replace(/^.*\) \S+ /s, '')
        .split(' ')[0]
    : '';
  return `${process.ppid} ${grandparent}`;
}

function openBrowser(url) {
  const display = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!process.stdout.isTTY || !display || process.env.BROWSER === 'none') return;
  const opener = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [url], {
    stdio: 'ignore',
    detached: true,
  });
  opener.on('error', () => {}); // the address is on the screen
  opener.unref();
}
