import path from 'node:path';
import { LinkIndex } from '../core/link/link-index';
import type { FileFinding } from '../core/check/link/check-groups';
import type { LinkRequest } from '../protocol/link-worker';
import { runLinkThread } from './threads';

/** Linked rows of files that were read to their ends, and what is wrong with them. */
export interface LinkedRows {
  index: LinkIndex;
  findings: FileFinding[];
  failure: string | null;
}

/** Reads all files in a thread, for those who wait for the end. */
export async function readLinkedRows(
  folder: string,
  request: LinkRequest,
  signal = new AbortController().signal,
): Promise<LinkedRows> {
  const read: LinkedRows = {
    index: new LinkIndex(),
    findings: [],
    failure: 'the thread that reads it ended early',
  };
  await runLinkThread(path.join(folder, 'link-worker.js'), request, signal, (report) => {
    if (report.kind === 'progress') read.index.take(report.batch);
    if (report.kind === 'findings') read.findings.push(...report.findings);
    if (report.kind === 'done') read.failure = null;
    if (report.kind === 'failed') read.failure = report.message;
  });
  return read;
}
