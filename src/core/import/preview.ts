import type { FileStore } from '../dataset/file-store';
import { kindOf } from '../row/json';
import type { Json, ValueKind } from '../row/json';
import { describeFile } from './file-kind';
import type { FileKind } from './file-kind';
import type { ImportOptions } from './import-options';
import type { ImportProblem } from './import-report';
import { ImportReport } from './import-report';
import { importRows } from './import-rows';
import { membersOf } from './object-members';

export interface PreviewField {
  name: string;
  /** What its values are in the rows that were looked at. */
  kinds: ValueKind[];
  /** The first value, as JSON, cut to a length that fits a line. */
  example: string;
}

/** What an import would give. */
export interface ImportPreview {
  kind: FileKind;
  /** The first rows, as JSON. */
  rows: string[];
  /** Their fields, in the order in which they first appear. */
  fields: PreviewField[];
  problems: ImportProblem[];
  notes: string[];
}

const EXAMPLE = 80;

/** The first rows of what an import would give. Rejects when the file has none to give, or cannot be read. */
export async function previewImport(
  files: FileStore,
  path: string,
  options: ImportOptions,
  rows = 20,
): Promise<ImportPreview> {
  const kind = await describeFile(files, path);
  const { size } = await files.facts(path);
  const file = await files.open(path);
  const report = new ImportReport();
  try {
    const first: Buffer[] = [];
    for await (const batch of importRows({ file, size, kind }, options, report)) {
      first.push(...batch.slice(0, rows - first.length));
      if (first.length >= rows) break;
    }
    const { problems, notes } = report;
    return { kind, rows: first.map(String), fields: fieldsOf(first), problems, notes };
  } finally {
    await file.close();
  }
}

function fieldsOf(rows: Buffer[]): PreviewField[] {
  const fields = new Map<string, PreviewField>();
  for (const row of rows) {
    for (const { name, value } of members(row)) {
      const text = value.toString();
      const field = fields.get(name) ?? { name, kinds: [], example: text.slice(0, EXAMPLE) };
      const kind = kindOf(JSON.parse(text) as Json);
      if (!field.kinds.includes(kind)) field.kinds.push(kind);
      fields.set(name, field);
    }
  }
  return [...fields.values()];
}

/** A line of JSONL need not be JSON. */
function members(row: Buffer): { name: string; value: Buffer }[] {
  try {
    JSON.parse(row.toString());
    return membersOf(row) ?? [];
  } catch {
    return [];
  }
}
