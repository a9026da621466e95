import { parentPort, workerData } from 'node:worker_threads';
import { ContaminationCheck, indexBenchmarks } from '../core/contamination/check-file';
import type { CheckedPart } from '../core/contamination/check-progress';
import { cachedIndex } from '../core/contamination/index-cache';
import { learnRows } from '../core/contamination/read-rows';
import { fileDigest } from '../core/dataset/file-digest';
import type { OpenFile } from '../core/dataset/file-store';
import { nodeFileStore } from '../core/dataset/node-file-store';
import type {
  ContaminationAnswer,
  ContaminationOrder,
  ContaminationRequest,
} from '../protocol/contamination-worker';
import { failureOf, nowAndThen } from './worker-reports';

const request = workerData as ContaminationRequest;
let check: ContaminationCheck | undefined;
let opened: Promise<OpenFile> | undefined;

async function answer(order: ContaminationOrder): Promise<ContaminationAnswer> {
  switch (order.kind) {
    case 'index':
      return { kind: 'indexed', ...(await indexOf(request)) };
    case 'learn':
      return { kind: 'learned', learned: await learnRows(nodeFileStore, request.file, request.profile) };
    case 'take':
      check = new ContaminationCheck(request, order.prepared);
      return { kind: 'taken' };
    case 'part':
      return { kind: 'checked', part: await checkPart(order.from, order.to) };
  }
}

async function indexOf({ benchmarks, cacheFolder }: ContaminationRequest) {
  if (cacheFolder === null) return { index: await indexBenchmarks(nodeFileStore, benchmarks), key: null };
  // any change of this script may change what it compiles, and so may another V8 what it writes
  const maker = `${await fileDigest(nodeFileStore, __filename)} ${process.versions.v8}`;
  return cachedIndex(nodeFileStore, benchmarks, cacheFolder, maker);
}

async function checkPart(from: number, to: number): Promise<CheckedPart> {
  const part: CheckedPart = { rows: 0, unread: 0, hits: [] };
  const open = await (opened ??= nodeFileStore.open(request.file));
  const tellRead = nowAndThen((read: number) => tell({ kind: 'read', bytes: read }));
  let read = 0;
  for await (const { rows, unread, hits, bytes } of check?.part(open, from, to) ?? []) {
    part.rows += rows;
    part.unread += unread;
    part.hits.push(...hits);
    read += bytes;
    tellRead(read);
  }
  return part;
}

function tell(message: ContaminationAnswer): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (order: ContaminationOrder) => {
  answer(order)
    .catch(failureOf)
    .then(tell, () => undefined);
});
