import path from 'node:path';
import type { FileStore } from '../dataset/file-store';
import { errorMessage } from '../error-message';
import { pathText } from '../row/json';
import { parseRow } from '../row/parse';
import { spanOfValue } from '../row/value-span';
import { schemaFaults } from '../schema/schema-faults';
import type { JsonSchema } from '../schema/infer-schema';
import { placeInText } from './project-fault';
import type { PathFault } from './project-fault';
import type { ProjectData } from './project-schema';

/** Of what is wrong in one schema so much is told: the rest is mostly more of the same. */
const MOST_TOLD = 5;

/**
 * Reads the JSON Schemas that a project names, from its folder. One that cannot be read, or that rows cannot be held against, is a
 * fault, which names file, line and column.
 */
export async function readSchemas(
  files: FileStore,
  folder: string,
  stated: ProjectData['files'],
): Promise<{ schemas: Map<string, JsonSchema>; faults: PathFault[] }> {
  const schemas = new Map<string, JsonSchema>();
  const faults: PathFault[] = [];
  for (const [pattern, { schema: name }] of Object.entries(stated)) {
    if (name === undefined || schemas.has(name)) continue;
    const read = await readSchema(files, path.resolve(folder, name));
    if (read.schema) schemas.set(name, read.schema);
    const at = ['files', pattern, 'schema'];
    for (const fault of read.faults.slice(0, MOST_TOLD))
      faults.push({ path: at, message: `${name}${fault}.` });
  }
  return { schemas, faults };
}

/** Why it cannot be used, where it cannot: each with its place, to stand behind the file's name. */
async function readSchema(
  files: FileStore,
  file: string,
): Promise<{ schema: JsonSchema | null; faults: string[] }> {
  let text: string;
  try {
    text = new TextDecoder().decode(await files.readAll(file));
  } catch (error) {
    return { schema: null, faults: [`: ${errorMessage(error)}`] };
  }
  const parsed = parseRow(text);
  if (parsed.kind !== 'value')
    return {
      schema: null,
      faults: [
        parsed.kind === 'blank'
          ? ': the file is empty'
          : said(text, parsed.error.offset, `not JSON: ${parsed.error.message}`),
      ],
    };
  const found = schemaFaults(parsed.value);
  if (found.length === 0) return { schema: parsed.value as JsonSchema, faults: [] };
  const faults = found.map(({ path: at, message }) =>
    said(text, spanOfValue(text, at)?.start ?? 0, `${pathText(at)}${at.length > 0 ? ' ' : ''}${message}`),
  );
  return { schema: null, faults };
}

function said(text: string, offset: number, words: string): string {
  const { line, column } = placeInText(text, offset);
  return `:${line}:${column}: ${words}`;
}
