import type { Finding } from '../core/check/finding';
import type { DatasetFacts } from '../core/check/run-dataset-checks';
import type { CheckReport, PartProgress } from '../protocol/check-worker';

/** So many parts may be under way or wait for one before them: what is found in them is kept until then. */
const MOST_AHEAD = 8;

/** The rows of a file that begin from byte `from` to byte `to`, and what was found in them and not told yet. */
export class FilePart {
  findings: Finding[] = [];
  rows = 0;
  bytes = 0;
  done = false;
  /** How many rows lie before it; known once the parts before it are done. */
  firstRow = 0;
  /** What was taken down to compare its rows with others, where the cheap checks read it. */
  facts: DatasetFacts = {};
  /** Whether something came in that was not told. */
  news = false;
  readonly from: number;
  readonly to: number;

  constructor(from: number, to: number) {
    this.from = from;
    this.to = to;
  }
}

/** Hands out the parts of a file, and tells what is found in them in the order of the file, with the file's row numbers. */
export class PartsInOrder {
  private given = 0;
  /** The part whose findings are told as they come. */
  private head = 0;
  /** Rows and bytes of the parts before it. */
  private rowsBefore = 0;
  private bytesBefore = 0;
  private waiting: (() => void)[] = [];
  private readonly parts: FilePart[];
  private readonly share: (bytes: number) => number;
  private readonly onReport: (report: CheckReport) => void;

  /** `share` tells how much of the work is over after so many bytes. */
  constructor(parts: FilePart[], share: (bytes: number) => number, onReport: (report: CheckReport) => void) {
    this.parts = parts;
    this.share = share;
    this.onReport = onReport;
  }

  /** The next part to be checked, as soon as it may be begun; undefined when there is none. */
  async next(): Promise<FilePart | undefined> {
    while (this.given < this.parts.length && this.given >= this.head + MOST_AHEAD)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.parts[this.given++];
  }

  take(part: FilePart, { kind, rows, bytes, findings, facts }: PartProgress): void {
    part.rows = rows;
    if (facts) part.facts = facts;
    part.bytes = bytes;
    part.done = kind === 'part';
    part.news = true;
    for (const finding of findings) part.findings.push(finding);
    this.tell();
  }

  private tell(): void {
    for (let part = this.parts[this.head]; part; part = this.parts[this.head]) {
      part.firstRow = this.rowsBefore;
      if (part.news) this.report(part);
      if (!part.done) break;
      this.head++;
      this.rowsBefore += part.rows;
      this.bytesBefore += part.bytes;
    }
    for (const go of this.waiting.splice(0)) go();
  }

  private report(part: FilePart): void {
    const findings = part.findings.map((finding) => ({ ...finding, row: finding.row + this.rowsBefore }));
    part.findings = [];
    part.news = false;
    const [rows, bytes] = [this.rowsBefore + part.rows, this.bytesBefore + part.bytes];
    this.onReport({ kind: 'progress', rows, bytes, share: this.share(bytes), findings });
  }
}
