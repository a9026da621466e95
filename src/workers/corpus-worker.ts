import { parentPort, workerData } from 'node:worker_threads';
import type { Finding } from '../core/check/finding';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { scanCorpus } from '../core/hygiene/scan-corpus';
import type { CorpusRequest, CorpusWorkerReport } from '../protocol/corpus-worker';
import { failureOf, nowAndThen } from './worker-reports';

const FINDINGS_AT_ONCE = 500;

async function run(request: CorpusRequest): Promise<void> {
  const scan = scanCorpus(nodeFileStore, request);
  const tellProgress = nowAndThen(tell);
  let findings: Finding[] = [];
  for (let step = await scan.next(); ; step = await scan.next()) {
    if (step.done) {
      if (findings.length > 0) tell({ kind: 'findings', findings });
      return tell({ kind: 'done', report: step.value });
    }
    if (step.value.kind === 'progress') tellProgress(step.value);
    else findings.push(...step.value.findings);
    if (findings.length < FINDINGS_AT_ONCE) continue;
    tell({ kind: 'findings', findings });
    findings = [];
  }
}

function tell(report: CorpusWorkerReport): void {
  parentPort?.postMessage(report);
}

run(workerData as CorpusRequest).catch((error: unknown) => tell(failureOf(error)));
