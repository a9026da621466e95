import { isUtf8 } from 'node:buffer';
import type { FileMetaData, ParquetParsers, SchemaElement, SchemaTree } from 'hyparquet';
import { isListLike, isMapLike } from 'hyparquet/src/schema.js';
import type { ImportReport } from './import-report';
import { decimalText, isoDate, isoTime, isoTimestamp } from './parquet-spelling';
import { onOneLine } from './row-shape';

/**
 * How Parquet's values are written as JSON:
 *
 * | Parquet | JSON |
 * | --- | --- |
 * | text, enum, UUID | text |
 * | whole numbers of any size, also unsigned | number, all digits |
 * | float, double | number; NaN and the infinities, which JSON lacks, `null` (and the report says so) |
 * | decimal | number, all digits (`1.50`) |
 * | date, time, timestamp | text, ISO 8601, to the last digit; `Z` when the column is in UTC |
 * | JSON | the value itself, spelled as it was |
 * | bytes of no kind | text where they are UTF-8, else Base64 |
 * | list, struct, map | list, object, object |
 * | null | `null` |
 */
export class ParquetJson {
  private readonly report: ImportReport;

  constructor(report: ImportReport) {
    this.report = report;
  }

  /** One value of a column, or of what is nested in it, as JSON. */
  text(value: unknown, tree: SchemaTree | undefined): string {
    if (value === null || value === undefined) return 'null';
    const special = tree && this.byColumn(value, tree);
    return special ?? this.byValue(value, tree);
  }

  /** What only the column's type tells. */
  private byColumn(value: unknown, { element, path }: SchemaTree): string | null {
    const kind = storedKind(element);
    if (kind === null) return null;
    if (kind.type === 'JSON' && value instanceof Uint8Array) return jsonText(value);
    if (value instanceof Uint8Array) {
      return kind.type === 'DECIMAL' ? decimalText(wholeOf(value), kind.scale) : this.bytes(value, path);
    }
    if (typeof value !== 'number' && typeof value !== 'bigint') return null;
    switch (kind.type) {
      case 'DECIMAL':
        return decimalText(BigInt(value), kind.scale);
      case 'DATE':
        return JSON.stringify(isoDate(Number(value)));
      case 'TIME':
        return JSON.stringify(isoTime(BigInt(value), kind.unit));
      case 'TIMESTAMP':
        return JSON.stringify(isoTimestamp(BigInt(value), kind.unit, kind.utc));
      default:
        return null;
    }
  }

  private byValue(value: unknown, tree: SchemaTree | undefined): string {
    switch (typeof value) {
      case 'number':
        return this.number(value);
      case 'bigint':
      case 'boolean':
        return String(value);
      case 'string':
        return JSON.stringify(value);
      default:
        return this.nested(value, tree);
    }
  }

  private number(value: number): string {
    if (Object.is(value, -0)) return '-0';
    if (Number.isFinite(value)) return String(value);
    this.report.note('NaN and infinite numbers, which JSON cannot hold, became null.');
    return 'null';
  }

  private nested(value: unknown, tree: SchemaTree | undefined): string {
    if (value instanceof Uint8Array) return this.bytes(value, tree?.path ?? []);
    if (value instanceof Date) return JSON.stringify(value.toISOString());
    if (Array.isArray(value)) return `[${value.map((item) => this.text(item, elementOf(tree))).join(',')}]`;
    const map = tree && isMapLike(tree) ? tree.children[0]?.children[1] : undefined;
    const members = Object.entries(value as object).map(([name, item]) => {
      const child = map ?? tree?.children.find(({ element }) => element.name === name);
      return `${JSON.stringify(name)}:${this.text(item, child)}`;
    });
    return `{${members.join(',')}}`;
  }

  private bytes(value: Uint8Array, path: string[]): string {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    if (isUtf8(bytes)) return JSON.stringify(bytes.toString());
    this.report.note(`Bytes that are no text became Base64, in the column ${path.join('.')}.`);
    return JSON.stringify(bytes.toString('base64'));
  }
}

function elementOf(tree: SchemaTree | undefined): SchemaTree | undefined {
  if (!tree || !isListLike(tree)) return tree; // a repeated column is a list without saying so
  const list = tree.children[0];
  return list?.children.length === 1 ? list.children[0] : list;
}

type StoredKind =
  | { type: 'DECIMAL'; scale: number }
  | { type: 'DATE' | 'JSON' | 'BYTES' }
  | { type: 'TIME'; unit: TimeUnit }
  | { type: 'TIMESTAMP'; unit: TimeUnit; utc: boolean };
export type TimeUnit = 'MILLIS' | 'MICROS' | 'NANOS';

const stored = new WeakMap<SchemaElement, StoredKind>();

function storedKind(element: SchemaElement): StoredKind | null {
  return stored.get(element) ?? null;
}

/**
 * Makes the reader give the stored number or bytes where its own reading would lose digits (decimals, microseconds) or fail, and remembers
 * what they are. Changes `metadata`.
 */
export function asStored(metadata: FileMetaData): FileMetaData {
  for (const element of metadata.schema) {
    const kind = kindOf(element);
    if (!kind) continue;
    stored.set(element, kind);
    if (kind.type === 'TIMESTAMP' || kind.type === 'DATE' || kind.type === 'JSON') continue; // plainParsers
    delete element.converted_type;
    delete element.logical_type;
  }
  return metadata;
}

function kindOf({
  type,
  converted_type: old,
  logical_type: logical,
  scale = 0,
}: SchemaElement): StoredKind | null {
  if (old === 'DECIMAL' || logical?.type === 'DECIMAL') {
    return { type: 'DECIMAL', scale: logical?.type === 'DECIMAL' ? logical.scale : scale };
  }
  if (logical?.type === 'TIMESTAMP')
    return { type: 'TIMESTAMP', unit: logical.unit, utc: logical.isAdjustedToUTC };
  if (old === 'TIMESTAMP_MILLIS') return { type: 'TIMESTAMP', unit: 'MILLIS', utc: true };
  if (old === 'TIMESTAMP_MICROS') return { type: 'TIMESTAMP', unit: 'MICROS', utc: true };
  if (type === 'INT96') return { type: 'TIMESTAMP', unit: 'NANOS', utc: false };
  if (logical?.type === 'TIME') return { type: 'TIME', unit: logical.unit };
  if (old === 'TIME_MILLIS' || old === 'TIME_MICROS') {
    return { type: 'TIME', unit: old === 'TIME_MILLIS' ? 'MILLIS' : 'MICROS' };
  }
  if (old === 'DATE' || logical?.type === 'DATE') return { type: 'DATE' };
  if (old === 'JSON' || logical?.type === 'JSON') return { type: 'JSON' };
  return old === 'BSON' || old === 'INTERVAL' ? { type: 'BYTES' } : null;
}

/** Parsers that leave values as they are stored. */
export const plainParsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (value) => value,
  timestampFromMicroseconds: (value) => value,
  timestampFromNanoseconds: (value) => value,
  dateFromDays: (value) => value,
  jsonFromBytes: (value) => value,
};

function jsonText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    JSON.parse(text.toString());
    return onOneLine(text).toString();
  } catch {
    return JSON.stringify(text.toString());
  }
}

/** Signed, most significant byte first. */
function wholeOf(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  return BigInt.asIntN(8 * bytes.length, BigInt(`0x${Buffer.from(bytes).toString('hex')}`));
}
