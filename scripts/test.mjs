// npm test [-- unit|host|page [FILTER]]: from a fresh clone to "N passed, N failed", its last line.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build, installTools } from './bootstrap.mjs';
import { ensureChromium } from './chromium.mjs';
import { root } from './project-root.mjs';
import { endOnSignals, onShutdown } from './shutdown.mjs';
import { stage, tell } from './stage.mjs';
import { ensureRuntime } from './vscode-runtime.mjs';

/** Milliseconds that a suite may take: a page test opens a VS Code and a browser of its own, twice where it is unsteady. */
const LIMITS = { unit: 20 * 60_000, host: 20 * 60_000, page: 60 * 60_000 };
const [only, filter = ''] = process.argv.slice(2);
const sum = { passed: 0, failed: 0 };
const suites = { unit: unitTests, host: hostTests, page: pageTests };

endOnSignals(130);
try {
  if (only && !suites[only]) throw new Error(`There is no suite "${only}": unit, host or page.`);
  await installTools();
  await build('--tests');
  for (const name of only ? [only] : Object.keys(suites)) await attempt(suites[name]);
} catch (error) {
  failOnce(error);
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 ? 1 : 0);

/** One suite that cannot run does not keep the others from running. */
async function attempt(suite) {
  try {
    await suite();
  } catch (error) {
    failOnce(error);
  }
}

function failOnce(error) {
  tell(error);
  sum.failed += 1;
}

/** On the Node of whoever runs this, and on the one that the newest VS Code runs extensions with. */
async function unitTests() {
  await nodeTests(process.execPath, 'unit', `unit (Node ${process.versions.node})`);
  const { node } = await ensureRuntime();
  await nodeTests(node, 'unit', "unit (VS Code's Node)");
}

async function hostTests() {
  await prepareWorkbench();
  await suite('Tests in the extension host', LIMITS.host, process.execPath, [
    'scripts/test-host.mjs',
    filter,
  ]);
}

async function pageTests() {
  await prepareWorkbench();
  await nodeTests(process.execPath, 'page', 'page');
}

async function prepareWorkbench() {
  process.env.CHROMIUM = await ensureChromium();
  await ensureRuntime();
}

function nodeTests(node, name, title) {
  const concurrency = name === 'page' ? '1' : '2'; // a page test has a VS Code and a browser of its own
  const args = ['--enable-source-maps', 'scripts/node-tests.mjs', name, title, concurrency, filter];
  return suite(`Tests: ${title}`, LIMITS[name], node, args);
}

/** Runs a suite's own process; see tally.mjs for what it sends. */
function suite(title, limit, node, args) {
  return stage(title, async () => {
    const child = spawn(node, args, {
      cwd: path.resolve(root),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const forget = onShutdown(() => child.kill('SIGTERM'));
    const timer = setTimeout(() => child.kill('SIGKILL'), limit);
    let tally;
    child.on('message', (message) => (tally = message));
    const code = await new Promise((resolve) =>
      child.once('close', (status, signal) => resolve(status ?? signal)),
    );
    clearTimeout(timer);
    forget();
    if (!tally) throw new Error(`${title}: ended with ${code} before it could say how many passed.`);
    sum.passed += tally.passed;
    sum.failed += tally.failed;
    if (code !== 0 && tally.failed === 0) throw new Error(`${title}: ended with ${code}.`);
  });
}
