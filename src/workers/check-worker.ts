import { parentPort, workerData } from 'node:worker_threads';
import type { Finding } from '../core/check/finding';
import { KeysSeen } from '../core/check/keys-seen';
import { startChecks, startFileChecks } from '../core/check/run-checks';
import type { OpenFile } from '../core/dataset/file-store';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { ImageFiles } from '../core/image/image-files';
import { walkPart } from '../core/dataset/row-reader';
import type { CheckAnswer, CheckOrder, CheckRequest } from '../protocol/check-worker';

/** Findings are told at least this often (milliseconds), and after this many. */
const TELL_EVERY_MS = 100;
const TELL_EVERY_FINDINGS = 500;

const { file, dataset = file, workspace, profile, settings } = workerData as CheckRequest;
const check = startChecks(profile, settings);
const checkFiles = startFileChecks(profile, new ImageFiles(nodeFileStore, dataset, workspace));
const seen = new KeysSeen();
let opened: Promise<OpenFile> | undefined;

async function answer(order: CheckOrder): Promise<CheckAnswer> {
  const open = await (opened ??= nodeFileStore.open(file));
  switch (order.kind) {
    case 'part':
      return checkPart(open, order.from, order.to);
    case 'hashes':
      return { kind: 'hashes', hashes: seen.hashes };
    case 'common':
      return { kind: 'common', hashes: seen.common(order.lists) };
    case 'keys':
      return {
        kind: 'keys',
        keys: [...seen.duplicates, ...(await keysAt(open, seen.placesOf(order.hashes)))],
      };
  }
}

async function checkPart(open: OpenFile, from: number, to: number): Promise<CheckAnswer> {
  let findings: Finding[] = [];
  let told = performance.now();
  let [rows, bytes] = [0, 0];
  for await (const row of walkPart(open, from, to)) {
    const verdict = check(row);
    seen.add(verdict.keyHash, row.start, () => verdict.key);
    findings.push(...verdict.findings);
    const beside = checkFiles(verdict.row);
    if (beside) findings.push(...(await beside));
    rows++;
    bytes += row.next - row.start;
    if (findings.length < TELL_EVERY_FINDINGS && performance.now() - told < TELL_EVERY_MS) continue;
    tell({ kind: 'progress', rows, bytes, findings });
    findings = [];
    told = performance.now();
  }
  return { kind: 'part', rows, bytes, findings };
}

async function keysAt(open: OpenFile, places: number[]): Promise<string[]> {
  const keys: string[] = [];
  for (const place of places) {
    for await (const row of walkPart(open, place, place + 1)) keys.push(check(row).key);
  }
  return keys;
}

function tell(message: CheckAnswer): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (order: CheckOrder) => {
  answer(order)
    .catch((error: unknown): CheckAnswer => {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    })
    .then(tell, () => undefined);
});
