// npm run bench: speeds as ratios to a limit measured in the same run. Writes out/bench.json.
import { build } from 'esbuild';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { assembly } from './assembly-plugin.mjs';
import { root } from './project-root.mjs';

const outfile = path.join(root, 'out/bench/bench.cjs');
await build({
  entryPoints: [path.join(root, 'test/bench/bench.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  plugins: [assembly],
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
