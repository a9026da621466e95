// Which built test files a run is about.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './project-root.mjs';

/**
 * @param {string} suite a folder of out/test
 * @param {string} [filter] part of a file's name, else of the names of tests
 * @returns {{ files: string[], pattern: string | undefined }}
 */
export function suiteFiles(suite, filter) {
  const folder = path.join(root, 'out/test', suite);
  const built = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }).map(String) : [];
  const files = built.filter((name) => name.endsWith('.test.js')).sort();
  const named = filter ? files.filter((name) => name.includes(filter)) : [];
  const chosen = named.length > 0 ? named : files;
  return {
    files: chosen.map((name) => path.join(folder, name)),
    pattern: named.length > 0 ? undefined : filter,
  };
}
