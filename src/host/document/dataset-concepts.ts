import * as vscode from 'vscode';
import type { ConceptReport } from '../../core/concept/concept-report';
import { asSet } from '../../core/check/check-settings';
import { projectLibraries } from '../../core/project/project-libraries';
import { tagFacts } from '../../core/concept/standing-tags';
import type { ConceptWorkerReport } from '../../protocol/concept-worker';
import { runConceptThread } from '../../workers/threads';
import type { DatasetDocument } from './dataset-document';

/** Changes are answered once, so long (ms) after the last of them. */
const QUIET_MS = 400;
/** A dataset larger than this (bytes) is counted anew only when somebody asks. */
const COUNTED_BY_ITSELF = 32 * 1024 * 1024;
/** Files of the workspace that may be a library for a dataset that has none beside it. */
const ELSEWHERE =
  '**/*{concept,Concept,hint,Hint,misconception,Misconception,knowledge,Knowledge,taxonomy,curriculum}*.{json,jsonl,ndjson}';
const NOT_THERE = '**/{node_modules,.git,*.scholium}/**';
const MOST_ELSEWHERE = 50;

/** How a document's rows use its library. Counted in a thread when it is first asked for, and kept up from then on. */
export class DatasetConcepts implements vscode.Disposable {
  /** What was counted last; null while nothing was. */
  report: ConceptReport | null = null;
  /** The report is of an earlier state of the dataset. */
  stale = true;
  /** Why it could not be counted. */
  failure: string | null = null;
  private asked = false;
  private closed = false;
  private running: Promise<void> | null = null;
  private stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changes.event;
  private readonly document: DatasetDocument;
  private readonly script: string;

  constructor(document: DatasetDocument, script: string) {
    this.document = document;
    this.script = script;
    document.onDidChange((change) => {
      if (change.kind === 'reopened' || change.kind === 'saved') this.changed(true);
      if (change.kind === 'checked' && this.isCountedByItself) void this.count();
      if (change.kind === 'decided' || (change.kind === 'rows' && change.rows === null)) this.changed(false);
    });
  }

  /** What is counted; counts when nothing is, or when `anew` says so. */
  async count(anew = false): Promise<ConceptReport | null> {
    this.asked = true;
    if (anew) this.stop();
    while ((this.stale || this.running) && !this.closed) await (this.running ??= this.run());
    return this.report;
  }

  /** Files of the workspace that are named like a library. */
  async elsewhere(): Promise<string[]> {
    const found = await vscode.workspace.findFiles(ELSEWHERE, NOT_THERE, MOST_ELSEWHERE);
    return found.map(({ fsPath }) => fsPath).toSorted();
  }

  /** The rows, the library or (`rows` false) only what is said of rows changed. */
  changed(rows: boolean): void {
    this.stale = true;
    if (rows) this.stop();
    clearTimeout(this.timer);
    if (!this.asked) return;
    if (this.isCountedByItself) this.timer = setTimeout(() => void this.count(true), QUIET_MS);
    else this.changes.fire();
  }

  dispose(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.stop();
    this.changes.dispose();
  }

  private get isCountedByItself(): boolean {
    return this.document.progress.bytesTotal <= COUNTED_BY_ITSELF;
  }

  private stop(): void {
    this.stopping.abort();
    this.running = null;
    this.stale = true;
  }

  private async run(): Promise<void> {
    const stopping = (this.stopping = new AbortController());
    const { signal } = stopping;
    const request = await this.request();
    if (signal.aborted) return;
    this.stale = false;
    const take = (said: ConceptWorkerReport) => {
      if (signal.aborted || said.kind === 'progress') return;
      this.failure = said.kind === 'failed' ? said.message : null;
      if (said.kind === 'done') this.report = this.asSet(said.report);
    };
    await runConceptThread(this.script, request, signal, take).catch((error: unknown) => {
      take({ kind: 'failed', message: String(error) });
    });
    if (signal.aborted) return;
    this.running = null;
    this.changes.fire();
  }

  private asSet(report: ConceptReport): ConceptReport {
    const { settings } = this.document.inForce;
    return { ...report, findings: report.findings.flatMap((finding) => asSet(finding, settings)) };
  }

  private async request() {
    const { file, uri, inForce, annotations, checks } = this.document;
    const { fold } = annotations;
    return {
      file,
      dataset: uri.fsPath,
      profile: inForce.profile,
      elsewhere: await this.elsewhere(),
      libraries: await projectLibraries(this.document.project),
      tags: tagFacts(fold.rowKeys, (key) => fold.standing(key), checks.duplicateKeys),
    };
  }
}
