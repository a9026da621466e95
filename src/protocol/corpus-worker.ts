import type { CorpusProgress, CorpusReport, CorpusWish } from '../core/hygiene/scan-corpus';

/** A thread that scans a corpus is started with this. It opens the file itself. */
export type CorpusRequest = CorpusWish;

/** What it says: how far it is, several times a second at most, and findings in batches; then one `done`, or one `failed`. */
export type CorpusWorkerReport =
  CorpusProgress | { kind: 'done'; report: CorpusReport } | { kind: 'failed'; message: string };
