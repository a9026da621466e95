import { parentPort, workerData } from 'node:worker_threads';
import { asSet, noSettings } from '../core/check/check-settings';
import { checkGroups } from '../core/check/link/check-groups';
import type { FileFinding } from '../core/check/link/check-groups';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { walkPart } from '../core/dataset/row-reader';
import { errorMessage } from '../core/error-message';
import { LinkScan } from '../core/link/link-scan';
import type { LinkReport, LinkRequest, LinkRequestFile } from '../protocol/link-worker';

const TELL_EVERY_MS = 250;
const TELL_EVERY_FINDINGS = 500;

async function run({ files, byHand }: LinkRequest): Promise<void> {
  const scan = new LinkScan(files, byHand);
  const teller = new Teller(scan);
  for (const [at, { file, beside }] of files.entries()) {
    await readFile(scan, at, file, teller).catch((error: unknown) => {
      if (!beside) throw error;
    });
  }
  scan.finish();
  teller.tellNow();
  tellFindings(scan, files);
  tell({ kind: 'done', leftOut: scan.index.leftOut });
}

async function readFile(scan: LinkScan, number: number, file: string, teller: Teller): Promise<void> {
  const open = await nodeFileStore.open(file);
  try {
    for await (const row of walkPart(open, 0, Infinity)) {
      scan.add(number, row);
      teller.read(row.next - row.start);
    }
  } finally {
    await open.close();
  }
}

/** Tells now and then what came to the index. */
class Teller {
  private readonly scan: LinkScan;
  private mark;
  private bytes = 0;
  private told = performance.now();

  constructor(scan: LinkScan) {
    this.scan = scan;
    this.mark = scan.index.mark;
  }

  read(bytes: number): void {
    this.bytes += bytes;
    if (performance.now() - this.told >= TELL_EVERY_MS) this.tellNow();
  }

  tellNow(): void {
    const { index } = this.scan;
    const batch = index.since(this.mark);
    this.mark = index.mark;
    this.told = performance.now();
    const { files, rows, entries, groupNumbers, placeNumbers } = batch;
    const given = [files, rows, entries, groupNumbers, placeNumbers].map(({ buffer }) => buffer);
    tell({ kind: 'progress', bytes: this.bytes, batch }, ...given);
  }
}

function tellFindings(scan: LinkScan, files: LinkRequestFile[]): void {
  const names = files.map(({ name }) => name);
  const set = ({ file, finding }: FileFinding): FileFinding[] =>
    asSet(finding, files[file]?.settings ?? noSettings).map((as) => ({ file, finding: as }));
  let findings: FileFinding[] = [];
  const tellAll = () => {
    if (findings.length > 0) tell({ kind: 'findings', findings });
    findings = [];
  };
  for (const found of checkGroups(scan, names)) {
    findings.push(...found.flatMap(set));
    if (findings.length >= TELL_EVERY_FINDINGS) tellAll();
  }
  tellAll();
}

function tell(report: LinkReport, ...give: ArrayBuffer[]): void {
  parentPort?.postMessage(report, give);
}

run(workerData as LinkRequest).catch((error: unknown) => {
  tell({ kind: 'failed', message: errorMessage(error) });
});
