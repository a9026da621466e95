// From a fresh clone to a built extension. Only Node's own modules here: this runs before anything is installed.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './project-root.mjs';
import { run } from './run.mjs';
import { stage } from './stage.mjs';

const OLDEST_NODE = 20;
const SOURCES = [
  'src',
  'webview',
  'scripts/assembly-plugin.mjs',
  'esbuild.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const BUILT = 'dist/.built'; // every build empties dist first, so a failed or foreign one leaves no such file

/** npm ci, unless what node_modules holds is what the lock file asks for. */
export async function installTools() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE)
    throw new Error(`Scholium needs Node ${OLDEST_NODE} or newer; this is ${process.version}.`);
  if (toolsInstalled()) return;
  await stage('Installing the development tools (npm ci)', () =>
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  );
}

function toolsInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional || present[place]?.version === version,
  );
}

function packagesOf(lock) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, lock), 'utf8')).packages;
  } catch {
    return {};
  }
}

/** @param {...string} flags see esbuild.mjs */
export function build(...flags) {
  return stage(['Building', ...flags].join(' '), async () => {
    await run(process.execPath, ['esbuild.mjs', ...flags]);
    fs.writeFileSync(path.join(root, BUILT), '');
  });
}

/** Builds the extension unless the last build is newer than all that it was made from. */
export async function buildIfNeeded() {
  const built = changed(path.join(root, BUILT));
  if (built < Math.max(...SOURCES.map((name) => newest(path.join(root, name))))) await build();
}

const changed = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** A folder's own time counts too: it changes when a file in it is removed. */
function newest(place) {
  const inside = fs.statSync(place, { throwIfNoEntry: false })?.isDirectory() ? fs.readdirSync(place) : [];
  return Math.max(changed(place), ...inside.map((name) => newest(path.join(place, name))));
}
