import { parentPort, workerData } from 'node:worker_threads';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { errorMessage } from '../core/error-message';
import { inferSchema } from '../core/schema/infer-schema';
import { tallyFile } from '../core/schema/tally-file';
import type { SchemaReport, SchemaRequest } from '../protocol/schema-worker';

const TELL_EVERY_MS = 250;

async function run({ file }: SchemaRequest): Promise<void> {
  const open = await nodeFileStore.open(file);
  let [bytes, told] = [0, performance.now()];
  const rows = await tallyFile(open, (more) => {
    bytes += more;
    if (performance.now() - told < TELL_EVERY_MS) return;
    tell({ kind: 'progress', bytes });
    told = performance.now();
  });
  await open.close();
  tell({ kind: 'done', schema: inferSchema(rows), rows: rows.count });
}

function tell(report: SchemaReport): void {
  parentPort?.postMessage(report);
}

run(workerData as SchemaRequest).catch((error: unknown) => {
  tell({ kind: 'failed', message: errorMessage(error) });
});
