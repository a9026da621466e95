// Where the checkout is: the nearest folder, above the script that was started, that holds a package.json.
// (import.meta.url would not survive the bundling of the page's tests, which use these modules too.)
import fs from 'node:fs';
import path from 'node:path';

const hasPackage = (folder) => fs.existsSync(path.join(folder, 'package.json'));

function nearest(folder) {
  if (hasPackage(folder)) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? process.cwd() : nearest(parent);
}

export const root = nearest(path.dirname(path.resolve(process.argv[1] ?? 'here')));

/** @returns {{ name: string, publisher: string, version: string }} */
export const manifest = () => JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
