import type { ConvertRequest, ConvertResult } from '../core/import/convert';
import type { Decompressed, DecompressProgress, DecompressRequest } from '../core/import/decompress';
import type { ImportOptions, ImportProgress } from '../core/import/import-options';
import type { ImportPreview } from '../core/import/preview';

/** What the import thread is started with. It opens the files itself. */
export type ImportTask =
  | { kind: 'preview'; file: string; options: ImportOptions; rows: number }
  | { kind: 'convert'; request: ConvertRequest }
  | { kind: 'decompress'; request: DecompressRequest };

/** What the import thread says: progress now and then, then one result or one `failed`. It stops when it is sent `stop`. */
export type ImportReply =
  | { kind: 'converting'; progress: ImportProgress }
  | { kind: 'decompressing'; progress: DecompressProgress }
  | { kind: 'previewed'; result: ImportPreview }
  | { kind: 'converted'; result: ConvertResult }
  | { kind: 'decompressed'; result: Decompressed }
  | { kind: 'failed'; message: string; code: string | null };
