import { parentPort, workerData } from 'node:worker_threads';
import type { Finding } from '../core/check/finding';
import { startChecks } from '../core/check/run-checks';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { walkRows } from '../core/dataset/row-reader';
import { digest } from '../core/row/key';
import type { CheckReport, CheckRequest } from '../protocol/check-worker';

/** Findings are told at least this often (milliseconds), and after this many. */
const TELL_EVERY_MS = 100;
const TELL_EVERY_FINDINGS = 500;

async function run({ file, profile }: CheckRequest): Promise<void> {
  const open = await nodeFileStore.open(file);
  const check = startChecks(profile);
  const seen = new KeysSeen();
  let findings: Finding[] = [];
  let told = Date.now();
  let rows = 0;
  let bytes = 0;
  for await (const row of walkRows(open)) {
    const verdict = check(row);
    seen.add(verdict.identity.key);
    findings.push(...verdict.findings);
    rows++;
    bytes += row.size + 1;
    if (findings.length < TELL_EVERY_FINDINGS && Date.now() - told < TELL_EVERY_MS) continue;
    tell({ kind: 'progress', rows, bytes, findings });
    findings = [];
    told = Date.now();
  }
  await open.close();
  tell({ kind: 'progress', rows, bytes, findings });
  tell({ kind: 'done', rows, duplicateKeys: [...seen.duplicates] });
}

/** Row keys by 48 bits of a hash: two keys that collide only make both be compared by content, which is always right. */
class KeysSeen {
  readonly duplicates = new Set<string>();
  private readonly hashes = new Set<number>();

  add(key: string): void {
    const hash = parseInt(digest(key).slice(0, 12), 16);
    if (this.hashes.has(hash)) this.duplicates.add(key);
    this.hashes.add(hash);
  }
}

function tell(report: CheckReport): void {
  parentPort?.postMessage(report);
}

run(workerData as CheckRequest).catch((error: unknown) => {
  tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
});
