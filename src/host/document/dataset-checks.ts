import type * as vscode from 'vscode';
import type { Finding } from '../../core/check/finding';
import { Findings } from '../../core/check/findings';
import type { CheckReport, CheckRequest } from '../../protocol/check-worker';
import { runCheckThread } from '../../workers/check-client';

/** What the checks found: `rows` have findings that they had not before, or none any more. */
export type ChecksNews = { kind: 'rows'; rows: number[] } | { kind: 'checked' };

/** Runs the checks over one dataset's file in a thread, and keeps what they find, by the file's rows. */
export class DatasetChecks {
  findings = new Findings();
  /** Row keys that more than one row has. */
  duplicateKeys = new Set<string>();
  /** Rows that were told to have findings, be it of a run before this one. */
  private readonly told = new Set<number>();
  private stopping = new AbortController();
  private readonly script: string;
  private readonly log: vscode.LogOutputChannel;
  private readonly tell: (news: ChecksNews) => void;

  constructor(script: string, log: vscode.LogOutputChannel, tell: (news: ChecksNews) => void) {
    this.script = script;
    this.log = log;
    this.tell = tell;
  }

  /** Begins anew. */
  start(request: CheckRequest): void {
    const { file } = request;
    this.stop();
    const stopping = new AbortController();
    this.stopping = stopping;
    this.findings = new Findings();
    this.duplicateKeys = new Set();
    const take = (report: CheckReport) => {
      if (!stopping.signal.aborted) this.take(file, report);
    };
    runCheckThread(this.script, request, stopping.signal, take).catch((error: unknown) => {
      this.log.error(`${file}: the checks stopped`, error);
    });
  }

  /** Takes in what was found otherwise than row by row. */
  found(findings: Finding[]): void {
    const rows = this.findings.add(findings);
    for (const row of rows) this.told.add(row);
    this.tell({ kind: 'rows', rows });
  }

  /** In some rows nothing is found any more: one that was written by half is whole now. */
  private tellGone(): void {
    const rows = [...this.told].filter((row) => this.findings.of(row).length === 0);
    for (const row of rows) this.told.delete(row);
    if (rows.length > 0) this.tell({ kind: 'rows', rows });
  }

  stop(): void {
    this.stopping.abort();
  }

  private take(file: string, report: CheckReport): void {
    switch (report.kind) {
      case 'progress':
        if (report.findings.length) this.found(report.findings);
        return;
      case 'done':
        this.duplicateKeys = new Set(report.duplicateKeys);
        this.log.info(`${file}: ${report.rows} rows checked, ${this.findings.total} findings`);
        this.tellGone();
        this.tell({ kind: 'checked' });
        return;
      case 'failed':
        this.log.error(`${file}: the checks stopped: ${report.message}`);
    }
  }
}
