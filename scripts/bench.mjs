// npm run bench -- [NAME...]: speeds as ratios to a limit measured in the same run, of all measures or of those whose name has
// one of these. Writes out/bench.json.
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { assembly } from './assembly-plugin.mjs';
import { root } from './project-root.mjs';

if (!existsSync(path.join(root, 'dist/page/page.js'))) await import('../esbuild.mjs');
const outdir = path.join(root, 'out/bench');
await build({
  entryPoints: [
    'test/bench/bench',
    'test/bench/index-child',
    'src/workers/check-worker',
    'src/workers/contamination-worker',
  ].map((name) => path.join(root, `${name}.ts`)),
  entryNames: '[name]',
  outdir,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  plugins: [assembly],
  external: ['esbuild', 'playwright-core'], // the page is measured in a browser
  logLevel: 'warning',
});
await import(pathToFileURL(path.join(outdir, 'bench.cjs')).href);
