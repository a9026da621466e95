import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { TypesetFault } from '../core/check/check';
import { CleanRows, cleanRowHash } from '../core/check/clean-rows';
import type { Finding } from '../core/check/finding';
import { FoundRows } from '../core/check/found-rows';
import { KeysSeen } from '../core/check/keys-seen';
import { asFinding, DatasetReading } from '../core/check/run-dataset-checks';
import { startChecks, startFileChecks } from '../core/check/run-checks';
import type { RowVerdict } from '../core/check/run-checks';
import type { OpenFile } from '../core/dataset/file-store';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { errorMessage } from '../core/error-message';
import { ImageFiles } from '../core/image/image-files';
import { walkPart } from '../core/dataset/row-reader';
import type { PartRow } from '../core/dataset/row-reader';
import type { CheckAnswer, CheckOrder, CheckPass, CheckRequest } from '../protocol/check-worker';

/** Findings are told at least this often (milliseconds), and after this many. */
const TELL_EVERY_MS = 100;
const TELL_EVERY_FINDINGS = 500;

const request = workerData as CheckRequest;
const { file, dataset = file, workspace, profile, settings } = request;
const check = startChecks(profile, typesetFault, settings);
const checkFiles = startFileChecks(profile, new ImageFiles(nodeFileStore, dataset, workspace), settings);
const seen = new KeysSeen();
const reading = new DatasetReading(profile, settings);
/** Null where nobody asks. */
const clean = request.clean ? new CleanRows(request.clean) : null;
const found = new FoundRows(request.found);
let opened: Promise<OpenFile> | undefined;
let typeset: TypesetFault | undefined;

/** KaTeX lies in a file of its own, beside this one: many datasets never need it. */
function typesetFault(tex: string, display: boolean): string | null {
  typeset ??= (
    createRequire(__filename)(path.join(__dirname, `typeset-fault${path.extname(__filename)}`)) as {
      typesetFault: TypesetFault;
    }
  ).typesetFault;
  return typeset(tex, display);
}

async function answer(order: CheckOrder): Promise<CheckAnswer> {
  if (order.kind === 'row') return checkRow(order.bytes, order.size);
  if (order.kind === 'clean')
    return { kind: 'clean', rows: clean?.sorted() ?? new Float64Array(), found: found.list() };
  const open = await (opened ??= nodeFileStore.open(file));
  switch (order.kind) {
    case 'part':
      return checkPart(open, order);
    case 'hashes':
      return { kind: 'hashes', hashes: seen.hashes };
    case 'common':
      return { kind: 'common', hashes: seen.common(order.lists) };
    case 'keys':
      return {
        kind: 'keys',
        keys: [...seen.duplicates, ...(await keysAt(open, seen.placesOf(order.hashes)))],
      };
    case 'compare':
      return { kind: 'compare', told: reading.told(order.parts) };
    case 'compared':
      return { kind: 'compared', findings: await comparedIn(open, order) };
  }
}

/** By checks begun anew: what other rows hold has no bearing. */
function checkRow(bytes: Uint8Array, size: number): CheckAnswer {
  const verdict = startChecks(profile, typesetFault, settings)({ number: 0, bytes, size });
  return { kind: 'row', findings: identified(verdict.findings, verdict) };
}

async function checkPart(
  open: OpenFile,
  { from, to, pass }: Extract<CheckOrder, { kind: 'part' }>,
): Promise<CheckAnswer> {
  let findings: Finding[] = [];
  let told = performance.now();
  let [rows, bytes] = [0, 0];
  for await (const row of walkPart(open, from, to)) {
    const found = findingsIn(row, pass);
    for (const finding of Array.isArray(found) ? found : await found) findings.push(finding);
    rows++;
    bytes += row.next - row.start;
    if (findings.length < TELL_EVERY_FINDINGS && performance.now() - told < TELL_EVERY_MS) continue;
    tell({ kind: 'progress', rows, bytes, findings });
    findings = [];
    told = performance.now();
  }
  return { kind: 'part', rows, bytes, findings, ...(pass.includes('cheap') && { facts: reading.facts() }) };
}

function findingsIn(row: PartRow, pass: CheckPass): Finding[] | Promise<Finding[]> {
  if (!pass.includes('thorough')) return cheapFindings(row);
  const hash = clean && cleanRowHash(row.bytes);
  const alone = !pass.includes('cheap'); // findings of both kinds are not told apart
  const before = hash !== null && alone ? found.of(hash, row.number) : undefined;
  const known = before !== undefined || (hash !== null && clean?.has(hash) === true);
  const verdict = check(row, known ? pass.filter((cost) => cost !== 'thorough') : pass);
  if (!alone) remember(verdict, row);
  const findings = before ?? verdict.findings;
  if (hash !== null && findings.length === 0) clean?.add(hash);
  else if (hash !== null && alone) found.add(hash, findings);
  const beside = checkFiles(verdict.row);
  if (beside) return beside.then((more) => identified([...findings, ...more], verdict));
  return identified(findings, verdict);
}

function cheapFindings(row: PartRow): Finding[] {
  const verdict = check(row, ['cheap']);
  remember(verdict, row);
  return identified(verdict.findings, verdict);
}

function remember(verdict: RowVerdict, row: PartRow): void {
  seen.add(verdict.keyHash, row.start, () => verdict.key);
  reading.row(verdict.row);
}

/** The findings of a row with its identity, which is made for rows that have some only. */
function identified(findings: Finding[], verdict: RowVerdict): Finding[] {
  if (findings.length === 0) return findings;
  const { identity } = verdict;
  return findings.map((finding) => ({ ...finding, identity }));
}

/** What was told of rows, in their order, by comparing them, with what only their bytes give. */
async function comparedIn(
  open: OpenFile,
  { from, to, firstRow, told }: Extract<CheckOrder, { kind: 'compared' }>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  let at = 0;
  for await (const row of walkPart(open, from, to)) {
    for (let next = told[at]; next?.row === firstRow + row.number; next = told[++at]) {
      const verdict = check(row, []);
      findings.push(...identified([asFinding(next, verdict.row)], verdict));
    }
  }
  return findings;
}

async function keysAt(open: OpenFile, places: number[]): Promise<string[]> {
  const keys: string[] = [];
  for (const place of places) {
    for await (const row of walkPart(open, place, place + 1)) keys.push(check(row, []).key);
  }
  return keys;
}

function tell(message: CheckAnswer): void {
  parentPort?.postMessage(message);
}

parentPort?.on('message', (order: CheckOrder) => {
  answer(order)
    .catch((error: unknown): CheckAnswer => {
      return { kind: 'failed', message: errorMessage(error) };
    })
    .then(tell, () => undefined);
});
