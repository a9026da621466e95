import { createHash } from 'node:crypto';
import type { Json, JsonPath } from './json';
import { valueAt } from './json';

/**
 * Which row is meant, for good. `key` outlives edits of the row, `hash` tells whether the row still has the bytes
 * that an annotator saw.
 */
export interface RowIdentity {
  /** `id:...` from the profile's id field, else `fields:...` from its identity fields, else `bytes:...`. */
  key: string;
  /** First 32 hex digits of the SHA-256 of the row's bytes. */
  hash: string;
}

export interface IdentityRule {
  /** The field that names a row. */
  id?: JsonPath | undefined;
  /** Fields that together tell rows apart where there is no id. */
  identity?: JsonPath[] | undefined;
}

export function identifyRow(bytes: Uint8Array, value: Json | undefined, rule: IdentityRule): RowIdentity {
  const hash = digest(bytes);
  return { key: rowKey(value, rule) ?? `bytes:${hash}`, hash };
}

function rowKey(value: Json | undefined, rule: IdentityRule): string | undefined {
  const id = rule.id && valueAt(value, rule.id);
  if ((typeof id === 'string' && id !== '') || typeof id === 'number') return `id:${id}`;
  const fields = rule.identity?.map((path) => valueAt(value, path));
  if (!fields?.length || fields.some((field) => field === undefined)) return undefined;
  try {
    return `fields:${digest(JSON.stringify(fields))}`;
  } catch {
    return undefined; // nested too deeply: known by its bytes alone
  }
}

/** First 32 hex digits of the SHA-256 of bytes or of a text's UTF-8. */
export function digest(of: Uint8Array | string): string {
  return createHash('sha256').update(of).digest('hex').slice(0, 32);
}
