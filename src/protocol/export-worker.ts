import type { ExportProgress, ExportResult } from '../core/export/export-options';

/** What the export thread is sent: rows, in batches of which it asks for the next; then `end`, or `stop` at any time. */
export type ExportFeed =
  { kind: 'rows'; numbers: number[]; ends: number[]; bytes: Uint8Array } | { kind: 'end' } | { kind: 'stop' };

/** What the export thread says: `more` when it can take the next batch, progress now and then, and one `done` or `failed`. */
export type ExportReply =
  | { kind: 'more' }
  | { kind: 'progress'; progress: ExportProgress }
  | { kind: 'done'; result: ExportResult }
  | { kind: 'failed'; message: string; code: string | null };
