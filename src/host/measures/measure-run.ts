import path from 'node:path';
import * as vscode from 'vscode';
import { DatasetFile } from '../../core/dataset/dataset-file';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import type { MeasureReport } from '../../core/measure/figure';
import type { MeasureWish } from '../../core/measure/measure-file';
import { shippedProfiles } from '../../core/profile/shipped';
import type { MeasureWorkerReport } from '../../protocol/measure-worker';
import { runMeasureThread } from '../../workers/threads';
import type { DatasetDocument } from '../document/dataset-document';

/** What is measured of a document, in a thread that can be ended at any time. */
export class MeasureRun implements vscode.Disposable {
  report: MeasureReport | null = null;
  /** Share of the bytes that were read; null when nothing is under way. */
  underWay: number | null = null;
  /** The report is of an earlier state of the dataset. */
  stale = false;
  failure: string | null = null;
  private other: MeasureWish['other'] = null;
  private scores: MeasureWish['scores'] = null;
  private stopping = new AbortController();
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changes.event;
  private readonly document: DatasetDocument;
  private readonly script: string;
  private readonly subscription: vscode.Disposable;

  constructor(document: DatasetDocument, script: string) {
    this.document = document;
    this.script = script;
    this.subscription = document.onDidChange(({ kind }) => {
      if (!['reopened', 'saved', 'edited'].includes(kind)) return;
      this.stale = true;
      this.changes.fire();
    });
  }

  /** The name of the file that the dataset is measured against. */
  get otherName(): string | null {
    return this.other && path.basename(this.other.name);
  }

  async against(name: string): Promise<void> {
    const file = await DatasetFile.open(nodeFileStore, name);
    try {
      await file.indexed;
      if (file.failure !== null)
        throw new Error(vscode.l10n.t('{0}: {1}', path.basename(name), file.failure));
      const { profile } = await file.detect(shippedProfiles);
      this.other = { file: name, profile, name };
    } finally {
      await file.close();
    }
    await this.measure();
  }

  async compare(scores: NonNullable<MeasureWish['scores']>): Promise<void> {
    this.scores = scores;
    await this.measure();
  }

  /** Measures from the start; what was under way is ended. */
  async measure(): Promise<void> {
    this.stopping.abort();
    const { signal } = (this.stopping = new AbortController());
    this.underWay = 0;
    this.failure = null;
    this.stale = this.document.dirty;
    this.changes.fire();
    const bytes = Math.max(1, await this.bytesToRead());
    const take = (said: MeasureWorkerReport) => {
      if (signal.aborted) return;
      if (said.kind === 'progress') this.underWay = Math.min(1, said.bytes / bytes);
      if (said.kind === 'failed') this.failure = said.message;
      if (said.kind === 'done') this.report = said.report;
      this.changes.fire();
    };
    await runMeasureThread(this.script, this.wish(), signal, take).catch((error: unknown) =>
      take({ kind: 'failed', message: String(error) }),
    );
    if (signal.aborted) return;
    this.underWay = null;
    this.changes.fire();
  }

  stop(): void {
    if (this.underWay === null) return;
    this.stopping.abort();
    this.underWay = null;
    this.changes.fire();
  }

  dispose(): void {
    this.stopping.abort();
    this.subscription.dispose();
    this.changes.dispose();
  }

  private wish(): MeasureWish {
    const { file, inForce } = this.document;
    const rubric = vscode.workspace.getConfiguration('scholium').get<unknown>('rubric');
    const names = Array.isArray(rubric) ? rubric.filter((name) => typeof name === 'string') : [];
    return { file, profile: inForce.profile, other: this.other, scores: this.scores, rubric: names };
  }

  private async bytesToRead(): Promise<number> {
    const other = this.other && (await nodeFileStore.facts(this.other.file).catch(() => null));
    return this.document.progress.bytesTotal + (other?.size ?? 0);
  }
}
