// npm run bench:labelling: 100 traces of ProcessBench labelled by a script in the real workbench, with keys per trace and how
// soon a key is shown and saved.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './project-root.mjs';

const figures = path.join(root, 'out/bench-labelling.txt');
mkdirSync(path.dirname(figures), { recursive: true });
rmSync(figures, { force: true });
process.env.SCHOLIUM_TRACES = '100';
process.env.SCHOLIUM_FIGURES = figures;
process.argv.splice(2, Infinity, 'page', 'annotator');
process.on('exit', () => existsSync(figures) && console.log(readFileSync(figures, 'utf8')));
await import('./test.mjs');
