import * as vscode from 'vscode';
import type { QueueState, Sort, Suggestion } from '../protocol/table';
import type { DatasetDocument } from './dataset-document';

/** Which rows a page goes through, and in which order: all of the dataset, or those that its query finds. */
export class RowQueue implements vscode.Disposable {
  private readonly document: DatasetDocument;
  private readonly changes = new vscode.EventEmitter<QueueState>();
  private readonly subscription: vscode.Disposable;
  readonly onDidChange = this.changes.event;

  constructor(document: DatasetDocument) {
    this.document = document;
    this.subscription = document.onDidChange(({ kind }) => {
      if (kind === 'indexed' || kind === 'edited') this.changes.fire(this.state);
    });
  }

  get state(): QueueState {
    return {
      query: '',
      faults: [],
      sort: null,
      rows: this.document.progress.rows,
      underWay: null,
      failure: null,
      version: 0,
    };
  }

  /** The numbers of the rows at `count` positions from `from` on. */
  numbers(from: number, count: number): number[] {
    const rows = Math.max(0, Math.min(count, this.document.progress.rows - from));
    return Array.from({ length: rows }, (_, at) => from + at);
  }

  /** Where a row stands in the queue, and the rows before and after it. */
  place(number: number): { position: number | null; previous: number | null; next: number | null } {
    const last = this.document.progress.rows - 1;
    return {
      position: number,
      previous: number > 0 ? number - 1 : null,
      next: number < last ? number + 1 : null,
    };
  }

  async set(_query: string, _sort: Sort | null): Promise<void> {}

  stop(): void {}

  suggest(_query: string, _caret: number): Suggestion[] {
    return [];
  }

  dispose(): void {
    this.subscription.dispose();
    this.changes.dispose();
  }
}
