import path from 'node:path';
import type { FileStore } from '../dataset/file-store';
import { schemaFault } from '../schema/checkable-schema';
import type { JsonSchema } from '../schema/infer-schema';
import type { PathFault } from './project-fault';
import type { ProjectData } from './project-schema';

/** Reads the JSON Schemas that a project names, from its folder. One that cannot be read, or not be checked, is a fault. */
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
    if (typeof read !== 'string') schemas.set(name, read);
    else faults.push({ path: ['files', pattern, 'schema'], message: `${name}: ${read}.` });
  }
  return { schemas, faults };
}

/** Why it cannot be used, where it cannot. */
async function readSchema(files: FileStore, file: string): Promise<JsonSchema | string> {
  try {
    const schema: unknown = JSON.parse(new TextDecoder().decode(await files.readAll(file)));
    return schemaFault(schema) ?? (schema as JsonSchema);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
