// npm run bench:contamination [-- quality|planted]: how much of labelled contamination is found, and of rows that were planted
// among others; and how many clean rows are flagged.
import { build } from 'esbuild';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { assembly } from './assembly-plugin.mjs';
import { root } from './project-root.mjs';

const [only] = process.argv.slice(2);
for (const name of only === undefined ? ['quality', 'planted'] : [only]) {
  const outfile = path.join(root, `out/bench/contamination-${name}.cjs`);
  await build({
    entryPoints: [path.join(root, `test/bench/contamination/${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    plugins: [assembly],
  });
  await import(pathToFileURL(outfile).href);
}
