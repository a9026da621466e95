import { mkdtemp, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { OpenFile } from '../dataset/file-store';
import { nodeFileStore } from '../dataset/node-file-store';
import { fileChunks } from '../import/byte-window';
import { defaultImport } from '../import/import-options';
import { ImportReport } from '../import/import-report';
import { lineRows } from '../import/line-rows';
import type { ExportRow } from './export-options';

const SPACE = 0x20;

/** Rows put by on the disk, so that they can be read twice while their source may change. */
export class RowSpool {
  private readonly folder: string;
  private readonly file: string;
  private readonly handle: FileHandle;

  private constructor(folder: string, file: string, handle: FileHandle) {
    this.folder = folder;
    this.file = file;
    this.handle = handle;
  }

  /** In a folder of its own within `folder`. */
  static async create(folder: string): Promise<RowSpool> {
    const own = await mkdtemp(path.join(folder, '.scholium-rows-'));
    const file = path.join(own, 'rows');
    return new RowSpool(own, file, await open(file, 'wx'));
  }

  /** A line a row: its number, a space, its bytes. */
  async add(rows: ExportRow[]): Promise<void> {
    const lines = rows.flatMap(({ number, bytes }) => [Buffer.from(`${number} `), bytes, Buffer.from('\n')]);
    await this.handle.appendFile(Buffer.concat(lines));
  }

  async *rows(): AsyncGenerator<ExportRow> {
    const file: OpenFile = await nodeFileStore.open(this.file);
    try {
      for await (const batch of lineRows(fileChunks(file), defaultImport, new ImportReport())) {
        for (const line of batch) {
          const space = line.indexOf(SPACE);
          yield { number: Number(line.toString('latin1', 0, space)), bytes: line.subarray(space + 1) };
        }
      }
    } finally {
      await file.close();
    }
  }

  async remove(): Promise<void> {
    await this.handle.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
