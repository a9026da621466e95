// What VS Code calls to run the tests inside its extension host (extensionTestsPath): the embedded one and the desktop's alike.
// The outcome goes to the file named by HOST_TEST_RESULT, which scripts/host-result.mjs reads.
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as util from 'node:util';
import Mocha from 'mocha';

interface FileResult {
  file: string;
  passed: number;
  failed: number;
  skipped: number;
  ms: number;
}
interface Failure {
  file: string;
  title: string;
  text: string;
}
type Outcome = 'passed' | 'failed' | 'skipped';

const LONGEST_TEST = 30_000;

export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: LONGEST_TEST,
    color: false,
    forbidOnly: Boolean(process.env.CI),
  });
  mocha.reporter(class extends Mocha.reporters.Base {}); // the outcome is written below; VS Code shows nobody what a reporter prints
  for (const file of chosenFiles(mocha)) mocha.addFile(file);
  const outcome = await collect(mocha);
  writeWhole(process.env.HOST_TEST_RESULT, JSON.stringify(outcome));
  const passed = outcome.files.reduce((sum, file) => sum + file.passed, 0);
  if (outcome.failures.length > 0 || passed === 0)
    throw new Error(`${outcome.failures.length} failed, ${passed} passed`);
}

/** HOST_TEST_FILTER is part of a file's name, else of the names of tests. */
function chosenFiles(mocha: Mocha): string[] {
  const filter = process.env.HOST_TEST_FILTER ?? '';
  const names = fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  const named = names.filter((name) => filter !== '' && name.includes(filter));
  if (filter !== '' && named.length === 0) mocha.fgrep(filter);
  return (named.length > 0 ? named : names).sort().map((name) => path.join(__dirname, name));
}

function collect(mocha: Mocha): Promise<{ files: FileResult[]; failures: Failure[] }> {
  const files = new Map<string, FileResult>();
  const failures: Failure[] = [];
  const count = (test: Mocha.Runnable, outcome: Outcome) => {
    const file = test.file ?? test.parent?.file ?? 'unknown';
    const result = files.get(file) ?? { file, passed: 0, failed: 0, skipped: 0, ms: 0 };
    result[outcome] += 1;
    result.ms += test.duration ?? 0;
    files.set(file, result);
    return file;
  };
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve({ files: [...files.values()], failures }));
    runner.on('pass', (test) => void count(test, 'passed'));
    runner.on('pending', (test) => void count(test, 'skipped'));
    runner.on('fail', (test, error) => {
      failures.push({
        file: count(test, 'failed'),
        title: test.titlePath().join(' › '),
        text: util.inspect(error),
      });
    });
  });
}

/** Whoever waits for the file sees all of it or nothing. */
function writeWhole(file: string | undefined, text: string): void {
  if (file === undefined) return;
  fs.writeFileSync(`${file}.part`, text);
  fs.renameSync(`${file}.part`, file);
}
