import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';

/** Writes the JSON Schema of project files, which text editors complete and explain them by. */
export async function writeProjectSchema(options, to) {
  const { outputFiles } = await build({
    ...options,
    sourcemap: false,
    entryPoints: ['src/core/project/json-schema.ts'],
    format: 'esm',
    write: false,
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  const { projectJsonSchema } = await import(`data:text/javascript;base64,${source}`);
  writeFileSync(to, `${JSON.stringify(projectJsonSchema())}\n`);
}
