import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ColumnSource } from 'hyparquet-writer';
import type { SchemaElement } from 'hyparquet';
import type { Member } from '../import/object-members';
import type { Column, ColumnType } from './column-survey';
import type { NewFile } from './new-file';

/** A row group is written when it has so many rows, or its rows so many bytes. */
const GROUP_ROWS = 50_000;
const GROUP_BYTES = 16 * 1024 * 1024;
/** The first one is small: readers show it soon. */
const FIRST_GROUP_ROWS = 1000;

type Stored = string | bigint | number | boolean | Uint8Array | null;

/**
 * A Parquet file that is written row group by row group. Text, `integer` (INT64), `number` (DOUBLE), `yes-no` (BOOLEAN); `json` (JSON)
 * holds each value as it is spelled. Null and missing are the same: null.
 */
export class ParquetFile {
  private readonly columns: Column[];
  private readonly schema: SchemaElement[];
  private readonly bytes: FlushingWriter;
  private readonly writer: ParquetWriter;
  private group: Stored[][];
  private groupBytes = 0;
  private groupMost = FIRST_GROUP_ROWS;

  constructor(columns: Column[], target: NewFile) {
    if (columns.length === 0) throw new Error('There is no row with a field: Parquet has nothing to hold.');
    this.columns = columns;
    this.schema = schemaOf(columns);
    this.bytes = new FlushingWriter(target);
    this.writer = new ParquetWriter({ writer: this.bytes, schema: this.schema, createdBy: 'Scholium' });
    this.group = columns.map(() => []);
  }

  async add(members: Member[]): Promise<void> {
    const byName = new Map(members.map(({ name, value }) => [name, value]));
    for (const [at, { name, type }] of this.columns.entries()) {
      const value = byName.get(name);
      this.group[at]?.push(value ? stored(value, type) : null);
      this.groupBytes += value?.length ?? 1;
    }
    if ((this.group[0]?.length ?? 0) >= this.groupMost || this.groupBytes >= GROUP_BYTES)
      await this.endGroup();
  }

  async finish(): Promise<void> {
    await this.endGroup();
    for (const [at, { type }] of this.columns.entries()) {
      const element = this.schema[at + 1];
      // said only now: had the writer known before, it would have spelled the values anew
      if (type === 'json' && element) element.converted_type = 'JSON';
    }
    await this.writer.finish();
    await this.bytes.flush();
  }

  private async endGroup(): Promise<void> {
    const rows = this.group[0]?.length ?? 0;
    const columnData: ColumnSource[] = this.columns.map(({ name, type }, at) => ({
      name,
      data: this.group[at] ?? [],
      statistics: type !== 'json',
    }));
    if (rows > 0) await this.writer.write({ columnData, rowGroupSize: rows });
    this.group = this.columns.map(() => []);
    this.groupBytes = 0;
    this.groupMost = GROUP_ROWS;
  }
}

/** Gathers what the library writes, and hands it on after each row group. */
class FlushingWriter extends ByteWriter {
  private readonly target: NewFile;

  constructor(target: NewFile) {
    super(1024 * 1024);
    this.target = target;
  }

  async flush(): Promise<void> {
    const bytes = this.getBytes().slice(); // its buffer is used again
    this.index = 0;
    await this.target.write(bytes);
  }
}

const ELEMENTS: Record<ColumnType, Pick<SchemaElement, 'type' | 'converted_type' | 'logical_type'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  'yes-no': { type: 'BOOLEAN' },
  json: { type: 'BYTE_ARRAY', logical_type: { type: 'JSON' } },
};

function schemaOf(columns: Column[]): SchemaElement[] {
  const elements = columns.map(({ name, type }) => ({
    name,
    repetition_type: 'OPTIONAL' as const,
    ...ELEMENTS[type],
  }));
  return [{ name: 'root', num_children: columns.length }, ...elements];
}

function stored(value: Buffer, type: ColumnType): Stored {
  const text = value.toString();
  if (text === 'null') return null;
  switch (type) {
    case 'json':
      return value;
    case 'integer':
      return BigInt(text);
    default:
      return JSON.parse(text) as Stored;
  }
}
