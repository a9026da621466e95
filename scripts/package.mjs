// npm run package: the extension as one file, dist/scholium-VERSION.vsix.
import { createRequire } from 'node:module';
import { build, installTools } from './bootstrap.mjs';
import { manifest } from './project-root.mjs';
import { run } from './run.mjs';
import { endOnSignals } from './shutdown.mjs';
import { stage, tell } from './stage.mjs';

endOnSignals(130);
try {
  await installTools();
  await build('--minify');
  const { name, version } = manifest();
  const vsce = createRequire(import.meta.url).resolve('@vscode/vsce/vsce');
  const target = `dist/${name}-${version}.vsix`;
  await stage(`Packing ${target}`, () =>
    run(process.execPath, [
      vsce,
      'package',
      '--no-dependencies',
      '--allow-missing-repository',
      '--no-rewrite-relative-links',
      '-o',
      target,
    ]),
  );
} catch (error) {
  tell(error);
  process.exitCode = 1;
}
