import { parentPort, workerData } from 'node:worker_threads';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { convertToJsonl } from '../core/import/convert';
import { decompress } from '../core/import/decompress';
import { previewImport } from '../core/import/preview';
import type { ImportReply, ImportTask } from '../protocol/import-worker';
import { failureOf, nowAndThen } from './worker-reports';

const stop = new AbortController();

async function run(task: ImportTask): Promise<ImportReply> {
  const tellProgress = nowAndThen(tell);
  switch (task.kind) {
    case 'preview': {
      const result = await previewImport(nodeFileStore, task.file, task.options, task.rows);
      return { kind: 'previewed', result };
    }
    case 'convert': {
      const result = await convertToJsonl(nodeFileStore, task.request, stop.signal, (progress) =>
        tellProgress({ kind: 'converting', progress }),
      );
      return { kind: 'converted', result };
    }
    case 'decompress': {
      const result = await decompress(nodeFileStore, task.request, stop.signal, (progress) =>
        tellProgress({ kind: 'decompressing', progress }),
      );
      return { kind: 'decompressed', result };
    }
  }
}

function tell(reply: ImportReply): void {
  parentPort?.postMessage(reply);
}

parentPort?.on('message', () => stop.abort()); // the only message there is
void run(workerData as ImportTask)
  .catch(failureOf)
  .then((last) => {
    tell(last);
    parentPort?.close();
  });
