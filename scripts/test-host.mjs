// Runs out/test/host inside the real extension host of the embedded VS Code.   node test-host.mjs [FILTER]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, ensureChromium } from './chromium.mjs';
import { showHostResult } from './host-result.mjs';
import { root } from './project-root.mjs';
import { endOnSignals } from './shutdown.mjs';
import { startServer, workbenchUrl } from './vscode-server.mjs';

const LIMIT = Number(process.env.HOST_TEST_LIMIT ?? 300) * 1000;

endOnSignals(130); // the server and the browser notice that we are gone
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'scholium-host-'));
const resultFile = path.join(scratch, 'result.json');
const folder = path.join(scratch, 'workspace');
fs.mkdirSync(folder);
if (fs.existsSync(path.join(root, 'media/sample')))
  fs.cpSync(path.join(root, 'media/sample'), folder, { recursive: true });

let server, browser;
try {
  server = await startServer({ development: true });
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: CHROMIUM_ARGS });
  const page = await browser.newPage();
  if (!(await ranToItsEnd(page))) await tellWhereItStands(page);
  showHostResult(resultFile, 'host');
} finally {
  await browser?.close();
  await server?.stop();
  fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}

/** VS Code itself calls codeAutomationExit when the tests are done. */
async function ranToItsEnd(page) {
  const exited = new Promise(
    (resolve) => void page.exposeFunction('codeAutomationExit', () => resolve(true)),
  );
  await page.exposeFunction(
    'codeAutomationLog',
    (type, args) => process.env.VERBOSE && console.log(`[${type}]`, ...args),
  );
  const tests = path.join(root, 'out/test/host/index.js');
  const env = { HOST_TEST_RESULT: resultFile, HOST_TEST_FILTER: process.argv[2] ?? '' };
  await page.goto(workbenchUrl(server, { folder, development: root, tests, env }));
  return Promise.race([exited, new Promise((resolve) => setTimeout(() => resolve(false), LIMIT).unref())]);
}

async function tellWhereItStands(page) {
  const shot = path.join(root, 'out/shots/host-tests-stuck.png');
  await page.screenshot({ path: shot });
  console.log(
    `The tests in the extension host did not end within ${LIMIT / 1000} s; what it looks like: ${shot}`,
  );
  console.log(server.output().slice(-4000));
}
