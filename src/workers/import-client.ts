import { Worker } from 'node:worker_threads';
import type { ConvertRequest, ConvertResult } from '../core/import/convert';
import type { Decompressed, DecompressProgress, DecompressRequest } from '../core/import/decompress';
import type { ImportOptions, ImportProgress } from '../core/import/import-options';
import type { ImportPreview } from '../core/import/preview';
import type { ImportReply, ImportTask } from '../protocol/import-worker';
import { errorOf } from './worker-reports';

/** The first rows of what an import would give; see previewImport. `script`: the built import-worker.js. */
export async function previewInThread(
  script: string,
  file: string,
  options: ImportOptions,
  rows: number,
  signal: AbortSignal,
): Promise<ImportPreview> {
  const reply = await runTask(script, { kind: 'preview', file, options, rows }, signal, () => undefined);
  if (reply.kind === 'previewed') return reply.result;
  throw unexpected(reply);
}

/** Converts a file to JSONL; see convertToJsonl. */
export async function convertInThread(
  script: string,
  request: ConvertRequest,
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void,
): Promise<ConvertResult> {
  const reply = await runTask(script, { kind: 'convert', request }, signal, (said) => {
    if (said.kind === 'converting') onProgress(said.progress);
  });
  if (reply.kind === 'converted') return reply.result;
  throw unexpected(reply);
}

/** Unpacks a compressed dataset into a file that can be read while it grows; see decompress. */
export async function decompressInThread(
  script: string,
  request: DecompressRequest,
  signal: AbortSignal,
  onProgress: (progress: DecompressProgress) => void,
): Promise<Decompressed> {
  const reply = await runTask(script, { kind: 'decompress', request }, signal, (said) => {
    if (said.kind === 'decompressing') onProgress(said.progress);
  });
  if (reply.kind === 'decompressed') return reply.result;
  throw unexpected(reply);
}

/** Resolves with the last thing that the thread says. When stopped, it is given the time to clean up. */
function runTask(
  script: string,
  task: ImportTask,
  signal: AbortSignal,
  onReply: (reply: ImportReply) => void,
): Promise<ImportReply> {
  signal.throwIfAborted();
  const worker = new Worker(script, { workerData: task });
  const stop = () => worker.postMessage('stop');
  signal.addEventListener('abort', stop, { once: true });
  let last: ImportReply | null = null;
  worker.on('message', (reply: ImportReply) => {
    last = reply;
    onReply(reply);
  });
  return new Promise<ImportReply>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () =>
      last ? resolve(last) : reject(new Error('The import stopped without a word.')),
    );
  })
    .then((reply) => {
      if (signal.aborted) signal.throwIfAborted();
      return reply;
    })
    .finally(() => signal.removeEventListener('abort', stop));
}

function unexpected(reply: ImportReply): Error {
  return reply.kind === 'failed' ? errorOf(reply) : new Error(`The import ended while ${reply.kind}.`);
}
