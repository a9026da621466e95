// The one list of what is built: node esbuild.mjs [--tests] [--minify]
import { build } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { assembly } from './scripts/assembly-plugin.mjs';
import { writeProjectSchema } from './scripts/project-schema.mjs';

const minify = process.argv.includes('--minify');
const tests = process.argv.includes('--tests');
const common = {
  bundle: true,
  sourcemap: minify ? false : 'linked',
  minify,
  logLevel: 'warning',
  legalComments: 'none',
};
// mainFields: jsonc-parser's CommonJS build cannot be bundled, its module build can
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  plugins: [assembly],
};

/** KaTeX names each font in three formats; every browser that VS Code runs in reads the first, woff2. */
const woff2Only = {
  name: 'woff2-only',
  setup(builder) {
    builder.onResolve({ filter: /KaTeX_.*\.(woff|ttf)$/ }, ({ path }) => ({ path, external: true }));
  },
};

const filesBelow = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name));

const product = [
  { ...node, entryPoints: { extension: 'src/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...node, entryPoints: filesBelow('src/workers', '-worker.ts'), outdir: 'dist' },
  { ...node, entryPoints: { 'typeset-fault': 'src/core/maths/typeset-fault.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { cli: 'src/cli/main.ts' }, outdir: 'dist' },
  {
    ...common,
    entryPoints: {
      page: 'webview/page.tsx',
      'compare-page': 'webview/compare-page.tsx',
      'concept-page': 'webview/concept-page.tsx',
      'measure-page': 'webview/measure-page.tsx',
      'evidence-page': 'webview/evidence-page.tsx',
      'code-colours': 'webview/text/code-colours.ts', // fetched when the first program is shown
    },
    outdir: 'dist/page',
    platform: 'browser',
    target: 'chrome128',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.woff2': 'file', '.ttf': 'file' },
    assetNames: '[name]',
    plugins: [woff2Only],
  },
  {
    ...node, // the same reading view, drawn to a string for the command line
    entryPoints: { 'static-page': 'webview/static-page.tsx' },
    outdir: 'dist',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfig: 'webview/tsconfig.json',
  },
];

const suites = [
  {
    ...node,
    entryPoints: [...filesBelow('test/unit', '.test.ts'), ...filesBelow('test/unit', '.test.tsx')],
    outbase: 'test',
    outdir: 'out/test',
    external: ['vscode', 'vscode-oniguruma', 'vscode-textmate', 'katex'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
  {
    ...node,
    entryPoints: [...filesBelow('test/host', '.ts'), ...filesBelow('test/page', '.ts')],
    outbase: 'test',
    outdir: 'out/test',
    external: ['vscode', 'mocha', 'playwright-core', 'axe-core'],
  },
];

rmSync('dist', { recursive: true, force: true });
if (tests) rmSync('out/test', { recursive: true, force: true });
await Promise.all([...product, ...(tests ? suites : [])].map((options) => build(options)));
await writeProjectSchema(node, 'dist/scholium.schema.json');
