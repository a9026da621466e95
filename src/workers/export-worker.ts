import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { ExportRequest, ExportResult, ExportRow } from '../core/export/export-options';
import { exportRows } from '../core/export/export-rows';
import { RowSpool } from '../core/export/row-spool';
import type { ExportFeed, ExportReply } from '../protocol/export-worker';
import { failureOf, nowAndThen } from './worker-reports';

const stop = new AbortController();
let arrived: (batch: ExportRow[] | null) => void = () => undefined;

/** The rows as they come; none are asked for before those that came are taken. */
async function* incoming(): AsyncGenerator<ExportRow[]> {
  for (;;) {
    stop.signal.throwIfAborted(); // it may have come while nothing was awaited
    const next = new Promise<ExportRow[] | null>((resolve) => (arrived = resolve));
    tell({ kind: 'more' });
    const batch = await next;
    stop.signal.throwIfAborted();
    if (batch === null) return;
    yield batch;
  }
}

async function* incomingRows(): AsyncGenerator<ExportRow> {
  for await (const batch of incoming()) yield* batch;
}

async function run(request: ExportRequest): Promise<ExportResult> {
  const progress = nowAndThen(tell);
  const onProgress = (now: Parameters<Parameters<typeof exportRows>[3]>[0]) =>
    progress({ kind: 'progress', progress: now });
  if (request.format === 'jsonl') return exportRows(incomingRows, request, stop.signal, onProgress);
  const spool = await RowSpool.create(path.dirname(request.to));
  try {
    for await (const batch of incoming()) await spool.add(batch);
    return await exportRows(() => spool.rows(), request, stop.signal, onProgress);
  } finally {
    await spool.remove();
  }
}

function take(feed: ExportFeed): void {
  if (feed.kind === 'rows') return arrived(rowsIn(feed));
  if (feed.kind === 'stop') stop.abort();
  arrived(null);
}

function rowsIn({ numbers, ends, bytes }: ExportFeed & { kind: 'rows' }): ExportRow[] {
  return numbers.map((number, at) => ({ number, bytes: bytes.subarray(ends[at - 1] ?? 0, ends[at]) }));
}

function tell(reply: ExportReply): void {
  parentPort?.postMessage(reply);
}

parentPort?.on('message', take);
void run(workerData as ExportRequest)
  .then((result): ExportReply => ({ kind: 'done', result }))
  .catch(failureOf)
  .then((last) => {
    tell(last);
    parentPort?.close();
  });
