// npm run bench:contamination: how much of labelled contamination is found, and how many clean rows are flagged.
import { build } from 'esbuild';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './project-root.mjs';

const outfile = path.join(root, 'out/bench/contamination-quality.cjs');
await build({
  entryPoints: [path.join(root, 'test/bench/contamination/quality.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
