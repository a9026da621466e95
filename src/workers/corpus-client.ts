import path from 'node:path';
import type { Finding } from '../core/check/finding';
import type { CorpusReport } from '../core/hygiene/scan-corpus';
import type { CorpusRequest } from '../protocol/corpus-worker';
import { runCorpusThread } from './threads';

/** What a scan of a corpus comes to. */
export interface ScannedCorpus {
  findings: Finding[];
  report: CorpusReport;
}

/** Scans a file in a thread to its end. `folder`: where the threads are. Rejects when it fails; null when it was ended before. */
export async function scanCorpusInThread(
  folder: string,
  request: CorpusRequest,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<ScannedCorpus | null> {
  const findings: Finding[] = [];
  let report: CorpusReport | null = null;
  let failure: string | null = null;
  await runCorpusThread(path.join(folder, 'corpus-worker.js'), request, signal, (told) => {
    if (told.kind === 'progress') onShare(told.share);
    if (told.kind === 'findings') findings.push(...told.findings);
    if (told.kind === 'done') report = told.report;
    if (told.kind === 'failed') failure = told.message;
  });
  if (signal.aborted) return null;
  if (report === null) throw new Error(failure ?? 'the thread that scans ended early');
  return { findings, report };
}
