// How a test run looks on the screen: a line a file, and every failure in full. The same for every suite.
import path from 'node:path';
import { root } from './project-root.mjs';

/** @typedef {{ file: string, passed: number, failed: number, skipped: number, ms: number }} FileResult */

/** "out/test/unit/row/key.test.js" is known to its author as "unit/row/key". */
export function shortName(file) {
  const relative = path.relative(root, path.resolve(root, file)).replaceAll(path.sep, '/');
  return relative.replace(/^(out\/)?test\//, '').replace(/\.test\.[a-z]+$/, '');
}

/** @param {FileResult} result */
export function fileLine({ file, passed, failed, skipped, ms }) {
  const counts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`];
  const mark = failed > 0 || passed === 0 ? 'FAIL' : 'ok  ';
  return `  ${mark} ${shortName(file)}: ${counts.filter(Boolean).join(', ')} (${(ms / 1000).toFixed(1)} s)`;
}

/** @param {{ file: string, title: string, text: string }} failure */
export function failureText({ file, title, text }) {
  return `\n  FAIL ${shortName(file)} › ${title}\n${text.trimEnd().replaceAll(/^/gm, '    ')}\n`;
}
