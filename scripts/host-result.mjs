// What the tests in an extension host left behind: see test/host/index.ts, which writes it.
import fs from 'node:fs';
import { report } from './tally.mjs';
import { failureText, fileLine } from './test-lines.mjs';

export function showHostResult(resultFile, title) {
  if (!fs.existsSync(resultFile)) {
    console.log(`  FAIL ${title}: the tests left no result`);
    return report(title, { passed: 0, failed: 1 });
  }
  /** @type {{ files: import('./test-lines.mjs').FileResult[], failures: { file: string, title: string, text: string }[] }} */
  const { files, failures } = JSON.parse(fs.readFileSync(resultFile, 'utf8'));
  for (const failure of failures) console.log(failureText(failure));
  for (const file of files) console.log(fileLine(file));
  const total = (outcome) => files.reduce((sum, file) => sum + file[outcome], 0);
  report(title, { passed: total('passed'), failed: failures.length, skipped: total('skipped') });
}
