import * as z from 'zod';

/** Why rows cannot be held against a JSON Schema; null when they can. Keywords beyond zod's own conversion are named. */
export function schemaFault(schema: unknown): string | null {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
    return 'a JSON Schema for rows is an object {...}';
  try {
    z.fromJSONSchema(schema as z.core.JSONSchema.JSONSchema);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
