import type * as vscode from 'vscode';
import { asSet, noSettings } from '../../core/check/check-settings';
import type { CheckSettings } from '../../core/check/check-settings';
import type { Finding } from '../../core/check/finding';
import { Findings } from '../../core/check/findings';
import type { FoundRow } from '../../core/check/found-rows';
import type { CheckReport, CheckRequest } from '../../protocol/check-worker';
import type { RawRow } from '../../core/dataset/row-reader';
import { CHEAP_FIRST, runCheckThread } from '../../workers/check-client';
import { RowChecks } from '../../workers/row-checks';

/** What the checks found: `rows` have findings that they had not before, or none any more. */
export type ChecksNews = { kind: 'rows'; rows: number[] } | { kind: 'checking' } | { kind: 'checked' };

/** Runs the checks over one dataset's file in a thread, and keeps what they find, by the file's rows. */
export class DatasetChecks {
  findings = new Findings();
  /** Row keys that more than one row has. */
  duplicateKeys = new Set<string>();
  /** The part of the run that is over, 0 to 1; null when none runs. */
  share: number | null = null;
  /** Whether the last run was stopped before its end. */
  stopped = false;
  /** Rows that were told to have findings, be it of a run before this one. */
  private readonly told = new Set<number>();
  private stopping = new AbortController();
  /** Rows in which the thorough checks found nothing, and what they found in others, under the settings that they had. */
  private known: { settings: string; clean: Float64Array[]; found: FoundRow[] } = nothingKnown('');
  private rowChecks: RowChecks | null = null;
  private settings: CheckSettings = noSettings;
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
    const { file, settings = noSettings } = request;
    this.stop();
    this.settings = settings;
    const stopping = new AbortController();
    this.stopping = stopping;
    this.share = 0;
    this.stopped = false;
    this.findings = new Findings();
    this.duplicateKeys = new Set();
    const { clean, found } = this.knownUnder(request);
    this.rowChecks?.end();
    this.rowChecks = new RowChecks(this.script, request);
    const take = (report: CheckReport) => {
      if (!stopping.signal.aborted) this.take(file, report);
    };
    this.tell({ kind: 'checking' });
    runCheckThread(this.script, { ...request, clean, found }, stopping.signal, take, {
      passes: CHEAP_FIRST,
    }).catch((error: unknown) => {
      this.log.error(`${file}: the checks stopped`, error);
      if (!stopping.signal.aborted) this.end(true);
    });
  }

  /** Somebody has enough: what was found until now stays. */
  cancel(): void {
    if (this.share === null) return;
    this.stopping.abort();
    this.end(true);
  }

  private end(stopped: boolean): void {
    this.share = null;
    this.stopped = stopped;
    this.tell({ kind: 'checking' });
  }

  /** What is found in a row that is not in the file; null when other checks were begun meanwhile. */
  async inRow(row: RawRow): Promise<Finding[] | null> {
    const checks = this.rowChecks;
    try {
      return (await checks?.findings(row)) ?? [];
    } catch (error) {
      if (checks !== this.rowChecks) return null;
      this.log.error(`row ${row.number + 1}: the checks stopped`, error);
      return [];
    }
  }

  /** Other settings find other things. */
  private knownUnder({ profile, settings }: CheckRequest): { clean: Float64Array[]; found: FoundRow[] } {
    const under = JSON.stringify([profile, settings]);
    if (this.known.settings !== under) this.known = nothingKnown(under);
    return this.known;
  }

  /** Takes in what was found otherwise than row by row. */
  found(findings: Finding[]): void {
    const rows = this.findings.add(findings);
    for (const row of rows) this.told.add(row);
    this.tell({ kind: 'rows', rows });
  }

  /** Takes in what a check found that is begun by hand; what it found before is forgotten. */
  foundApart(check: string, findings: readonly Finding[]): void {
    const before = this.findings.drop(check);
    const set = findings.flatMap((finding) => asSet(finding, this.settings));
    const rows = new Set([...before, ...this.findings.add(set)]);
    for (const row of rows) this.told.add(row);
    this.tell({ kind: 'rows', rows: [...rows] });
  }

  /** In some rows nothing is found any more: one that was written by half is whole now. */
  private tellGone(): void {
    const rows = [...this.told].filter((row) => this.findings.of(row).length === 0);
    for (const row of rows) this.told.delete(row);
    if (rows.length > 0) this.tell({ kind: 'rows', rows });
  }

  stop(): void {
    this.stopping.abort();
    this.rowChecks?.end();
  }

  private take(file: string, report: CheckReport): void {
    switch (report.kind) {
      case 'progress':
        this.share = report.share;
        if (report.findings.length) this.found(report.findings);
        else this.tell({ kind: 'checking' });
        return;
      case 'keys':
        this.duplicateKeys = new Set(report.duplicateKeys);
        return;
      case 'done':
        this.known = { settings: this.known.settings, clean: report.clean, found: report.found };
        this.log.info(`${file}: ${report.rows} rows checked, ${this.findings.total} findings`);
        this.share = null;
        this.tellGone();
        this.tell({ kind: 'checked' });
        return;
      case 'failed':
        this.log.error(`${file}: the checks stopped: ${report.message}`);
        this.end(true);
    }
  }
}

function nothingKnown(settings: string): { settings: string; clean: Float64Array[]; found: FoundRow[] } {
  return { settings, clean: [], found: [] };
}
