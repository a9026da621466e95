import * as vscode from 'vscode';
import type { MeasureReport } from '../../core/measure/measure-report';
import type { MeasureWorkerReport } from '../../protocol/measure-worker';
import { runMeasureThread } from '../../workers/threads';
import type { DatasetDocument } from './dataset-document';

/** What a document's rows measure. Read in a thread when somebody asks; a change of the rows only says that it is of before. */
export class DatasetMeasures implements vscode.Disposable {
  /** What was measured last; null while nothing was. */
  report: MeasureReport | null = null;
  /** The part of the file that is read, 0 to 1; null when nothing is under way. */
  underWay: number | null = null;
  /** The report is of an earlier state of the dataset. */
  stale = false;
  /** Why it could not be measured. */
  failure: string | null = null;
  private stopping = new AbortController();
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changes.event;
  private readonly document: DatasetDocument;
  private readonly script: string;

  constructor(document: DatasetDocument, script: string) {
    this.document = document;
    this.script = script;
    document.onDidChange(({ kind }) => {
      if ((kind !== 'reopened' && kind !== 'saved') || (!this.report && this.underWay === null)) return;
      this.stale = true;
      this.changes.fire();
    });
  }

  /** Reads the file as it stands on the disk. What was under way is ended. */
  async measure(): Promise<void> {
    this.stopping.abort();
    const stopping = (this.stopping = new AbortController());
    const { signal } = stopping;
    Object.assign(this, { underWay: 0, stale: false, failure: null });
    this.changes.fire();
    const { file, inForce } = this.document;
    const take = (said: MeasureWorkerReport) => {
      if (!signal.aborted) this.take(said);
    };
    await runMeasureThread(this.script, { file, profile: inForce.profile }, signal, take).catch(
      (error: unknown) => take({ kind: 'failed', message: String(error) }),
    );
    if (signal.aborted) return;
    this.underWay = null;
    this.changes.fire();
  }

  dispose(): void {
    this.stopping.abort();
    this.changes.dispose();
  }

  private take(said: MeasureWorkerReport): void {
    if (said.kind === 'progress') {
      this.underWay = Math.min(1, said.bytes / Math.max(1, this.document.progress.bytesTotal));
      this.changes.fire();
    }
    if (said.kind === 'failed') this.failure = said.message;
    if (said.kind === 'done') this.report = said.report;
  }
}
