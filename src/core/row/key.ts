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

/** The key alone: where fields give it, the row's bytes need not be hashed, which costs as much as parsing them. */
export function keyOf(bytes: Uint8Array, value: Json | undefined, rule: IdentityRule): string {
  return rowKey(value, rule) ?? `bytes:${digest(bytes)}`;
}

/**
 * A number below 2^53 that is the same for rows with the same key, and hardly ever for others. Much sooner told than a key:
 * for finding the few rows that share one.
 */
export function keyHash(bytes: Uint8Array, value: Json | undefined, rule: IdentityRule): number {
  const source = keySource(value, rule);
  return source ? hashOf(source.kind + source.text) : parseInt(digest(bytes).slice(0, 13), 16);
}

function rowKey(value: Json | undefined, rule: IdentityRule): string | undefined {
  const source = keySource(value, rule);
  return source && `${source.kind}:${source.kind === 'id' ? source.text : digest(source.text)}`;
}

/** What a row's key is made of; undefined for a row that is known by its bytes alone. */
function keySource(
  value: Json | undefined,
  rule: IdentityRule,
): { kind: 'id' | 'fields'; text: string } | undefined {
  const id = rule.id && valueAt(value, rule.id);
  if ((typeof id === 'string' && id !== '') || typeof id === 'number') return { kind: 'id', text: `${id}` };
  const fields = rule.identity?.map((path) => valueAt(value, path));
  if (!fields?.length || fields.some((field) => field === undefined)) return undefined;
  try {
    return { kind: 'fields', text: JSON.stringify(fields) };
  } catch {
    return undefined; // nested too deeply: known by its bytes alone
  }
}

/** 53 bits of a text: two lanes of multiplications, each finished as in MurmurHash3 (Appleby 2011). */
function hashOf(text: string): number {
  let low = 0x2127599b;
  let high = 0x4c957f2d;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x85ebca6b);
    high = Math.imul(high ^ unit, 0xc2b2ae35);
  }
  low = finished(low ^ (high >>> 15));
  high = finished(high ^ low);
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

function finished(word: number): number {
  const mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/** First 32 hex digits of the SHA-256 of bytes or of a text's UTF-8. */
export function digest(of: Uint8Array | string): string {
  return createHash('sha256').update(of).digest('hex').slice(0, 32);
}
