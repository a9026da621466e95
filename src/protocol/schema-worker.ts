import type { JsonSchema } from '../core/schema/infer-schema';

/** The file whose rows a schema is inferred from. */
export interface SchemaRequest {
  file: string;
}

/** Many `progress`, then one `done` or one `failed`. */
export type SchemaReport =
  | { kind: 'progress'; bytes: number }
  | { kind: 'done'; schema: JsonSchema; rows: number }
  | { kind: 'failed'; message: string };
