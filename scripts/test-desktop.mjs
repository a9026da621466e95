// The tests of the extension host once more, in a desktop VS Code: npm run test:desktop [-- FILTER]
// VSCODE_EXECUTABLE names an installed one; without it VS Code is downloaded (about 120 MB).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, installTools } from './bootstrap.mjs';
import { showHostResult } from './host-result.mjs';
import { root } from './project-root.mjs';
import { QUIET_SETTINGS } from './quiet-settings.mjs';
import { tell } from './stage.mjs';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'sd-')); // short: VS Code puts sockets below it
const resultFile = path.join(scratch, 'result.json');
const folder = path.join(scratch, 'workspace');
fs.mkdirSync(path.join(scratch, 'u/User'), { recursive: true });
fs.writeFileSync(path.join(scratch, 'u/User/settings.json'), JSON.stringify(QUIET_SETTINGS));
fs.mkdirSync(folder);
if (fs.existsSync(path.join(root, 'media/sample')))
  fs.cpSync(path.join(root, 'media/sample'), folder, { recursive: true });

try {
  await installTools();
  await build('--tests');
  await runInDesktop();
} catch (error) {
  tell(error);
}
showHostResult(resultFile, 'host (desktop)');
fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });

async function runInDesktop() {
  const { runTests } = await import('@vscode/test-electron'); // installed by now
  await runTests({
    vscodeExecutablePath: process.env.VSCODE_EXECUTABLE,
    version: 'stable',
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, 'out/test/host/index.js'),
    extensionTestsEnv: { HOST_TEST_RESULT: resultFile, HOST_TEST_FILTER: process.argv[2] ?? '' },
    launchArgs: [
      folder,
      ...['--user-data-dir', path.join(scratch, 'u'), '--extensions-dir', path.join(scratch, 'x')],
      ...['--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
      ...['--disable-telemetry', '--disable-updates', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    ],
  });
}
