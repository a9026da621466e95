import { mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from '../dataset/file-store';
import { createFile } from '../export/new-file';
import { decompress } from './decompress';
import { describeFile } from './file-kind';
import type { FileKind } from './file-kind';
import type { ImportOptions, ImportProgress } from './import-options';
import type { ImportProblem } from './import-report';
import { ImportReport } from './import-report';
import { importRows, libraryTables } from './import-rows';
import type { ImportSource } from './import-rows';
import { countingReads } from './reading-progress';

export interface ConvertRequest {
  from: string;
  to: string;
  /** Whether a file at `to` may be replaced. */
  replace: boolean;
  options: ImportOptions;
}

/** What came over and what did not. */
export interface ConvertResult {
  kind: FileKind;
  rows: number;
  /** Rows or elements that were left out. */
  leftOut: number;
  /** The first of what went wrong, and how much there was in all. */
  problems: ImportProblem[];
  problemCount: number;
  notes: string[];
}

const LINE_FEED = Buffer.from('\n');

/**
 * Makes a JSONL file of a file of another kind, through a temporary file beside it. Rejects when the file has no rows, when there is a
 * file at `to` already, and when stopped: then nothing is left behind.
 */
export async function convertToJsonl(
  files: FileStore,
  request: ConvertRequest,
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void,
): Promise<ConvertResult> {
  const kind = await describeFile(files, request.from);
  if (kind.id !== 'gzip' && kind.id !== 'zstd') return convertPlain(files, request, kind, signal, onProgress);
  return withDecompressed(files, request, kind.id, signal, onProgress);
}

async function convertPlain(
  files: FileStore,
  { from, to, replace, options }: ConvertRequest,
  kind: FileKind,
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void,
): Promise<ConvertResult> {
  const { size } = await files.facts(from);
  const { file, taken } = countingReads(await files.open(from));
  const report = new ImportReport();
  const target = await createFile(to, replace).catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  let rows = 0;
  try {
    for await (const batch of importRows({ file, size, kind }, options, report)) {
      signal.throwIfAborted();
      for (const row of batch) await writeRow(target, row);
      rows += batch.length;
      onProgress({ rows, bytes: Math.min(taken(), size), totalBytes: size });
    }
    const beside = await writeLibraries({ file, size, kind }, { to, options }, signal);
    await target.finish();
    for (const name of beside) report.note(`“${name}” beside it holds what its rows refer to.`);
  } catch (error) {
    await target.discard();
    throw error;
  } finally {
    await file.close();
  }
  const { problems, total, leftOut, notes } = report;
  return { kind, rows, leftOut, problems, problemCount: total, notes };
}

/**
 * Tables that the rows refer to, each in a file beside theirs: `v0-concepts.jsonl`. Nobody was asked about these names: a file
 * that has one is not replaced, the next is taken. Gives the names of the files.
 */
async function writeLibraries(
  source: ImportSource,
  { to, options }: Pick<ConvertRequest, 'to' | 'options'>,
  signal: AbortSignal,
): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, rows } of libraryTables(source, options, new ImportReport())) {
    signal.throwIfAborted();
    const text = Buffer.concat(rows.flatMap((row) => [row, LINE_FEED]));
    names.push(path.basename(await writeBeside(to, name.toLowerCase(), text)));
  }
  return names;
}

/** Writes a text to `TO-NAME.jsonl`, else `TO-NAME-2.jsonl` and so on; one that has the very text is left as it is. Gives the file. */
async function writeBeside(to: string, name: string, text: Buffer): Promise<string> {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? `-${name}.jsonl` : `-${name}-${number}.jsonl`;
    const file = to.replace(/(?:\.jsonl|\.ndjson)?$/i, ending);
    const there = await readFile(file).catch(missing);
    if (there?.equals(text)) return file;
    if (there) continue;
    const target = await createFile(file);
    await target.write(text);
    await target.finish();
    return file;
  }
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

async function writeRow(target: { write(bytes: Uint8Array): Promise<void> }, row: Buffer): Promise<void> {
  await target.write(row);
  await target.write(LINE_FEED);
}

/** Decompresses into a folder of its own beside the result, and converts that. */
async function withDecompressed(
  files: FileStore,
  request: ConvertRequest,
  how: 'gzip' | 'zstd',
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void,
): Promise<ConvertResult> {
  const folder = await mkdtemp(path.join(path.dirname(request.to), '.scholium-unpacked-'));
  try {
    const inner = path.join(folder, path.basename(request.from).replace(/\.(gz|gzip|zst|zstd)$/i, ''));
    const { broken } = await decompress(
      files,
      { from: request.from, to: inner, how },
      signal,
      () => undefined,
    );
    const kind = await describeFile(files, inner);
    if (kind.id === 'gzip' || kind.id === 'zstd') throw new Error(`${kind.sentence} It is compressed twice.`);
    const result = await convertPlain(files, { ...request, from: inner }, kind, signal, onProgress);
    if (broken !== null) result.notes.push(broken);
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
