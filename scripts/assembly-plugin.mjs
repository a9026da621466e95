// For esbuild: `import bytes from './assembly/NAME.wasm'` is NAME.ts in that folder, compiled from AssemblyScript. What was
// compiled is kept in out/wasm by the hash of its sources, so that an unchanged kernel costs nothing.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './project-root.mjs';

const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--enable', 'simd'];
const cache = path.join(root, 'out/wasm');
/** Several bundles take the same module: it is compiled once. */
const compiling = new Map();

export const assembly = {
  name: 'assembly',
  setup(builder) {
    builder.onLoad({ filter: /\.wasm$/, namespace: 'assembly' }, async ({ path: file }) => ({
      contents: await compiled(file.replace(/\.wasm$/, '.ts')),
      loader: 'binary',
    }));
    builder.onResolve({ filter: /\/assembly\/[\w-]+\.wasm$/ }, ({ path: name, resolveDir }) => ({
      path: path.resolve(resolveDir, name),
      namespace: 'assembly',
    }));
  },
};

function compiled(source) {
  const known = compiling.get(source) ?? fromCache(source);
  compiling.set(source, known);
  return known;
}

async function fromCache(source) {
  const file = path.join(cache, `${sourcesHash()}-${path.basename(source, '.ts')}.wasm`);
  try {
    return readFileSync(file);
  } catch {
    const bytes = await compile(source);
    mkdirSync(cache, { recursive: true });
    writeFileSync(file, bytes);
    return bytes;
  }
}

/** Of every assembly folder: a kernel may take parts from another one's folder. */
function sourcesHash() {
  const { version } = createRequire(import.meta.url)('assemblyscript/package.json');
  const hash = createHash('sha256').update([version, ...OPTIONS].join(' '));
  const core = path.join(root, 'src/core');
  const sources = readdirSync(core, { recursive: true }).filter((name) => /\bassembly\b.*\.ts$/.test(name));
  for (const name of sources.sort()) hash.update(name).update(readFileSync(path.join(core, name)));
  return hash.digest('hex').slice(0, 16);
}

async function compile(source) {
  const { default: asc } = await import('assemblyscript/asc'); // loaded only when something is to be compiled
  let bytes;
  const take = (name, contents) => {
    if (name.endsWith('.wasm')) bytes = contents;
  };
  const relative = path.relative(root, source);
  const line = [relative, '--baseDir', root, '--outFile', 'kernel.wasm', ...OPTIONS];
  let said = '';
  const stderr = { write: (text) => void (said += text) };
  const { error } = await asc.main(line, { writeFile: take, stderr });
  if (error) throw new Error(`${error.message}\n${said}`);
  return bytes;
}
