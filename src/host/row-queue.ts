import * as vscode from 'vscode';
import type { Profile } from '../core/profile/profile';
import { parseQuery } from '../core/query/parse-query';
import type { Query } from '../core/query/query';
import { QueriedRow } from '../core/query/queried-row';
import { compileQuery } from '../core/query/row-test';
import type { StateFacts } from '../core/query/state-facts';
import type { FilterReport } from '../protocol/filter-worker';
import type { QueueState, Sort } from '../protocol/table';
import { runFilterThread } from '../workers/filter-client';
import type { DatasetDocument } from './dataset-document';
import { stateFacts } from './state-facts';

/** Rows that are not in the file are tested so many at a time: the host has other things to do as well. */
const TESTED_AT_ONCE = 50;

const EVERYTHING: Query = { node: null, matchCase: false, wholeWord: false, faults: [] };

/** Which rows a page goes through, and in which order: all of the dataset, or those that its query finds. */
export class RowQueue implements vscode.Disposable {
  private readonly document: DatasetDocument;
  private readonly script: string;
  private readonly annotator: () => string | null;
  private line = '';
  private query = EVERYTHING;
  private sort: Sort | null = null;
  /** rows of the file that fit, ascending */
  private hits: number[] = [];
  /** the queue's rows in its order; null when it is every row */
  private rows: number[] | null = null;
  private searched: number | null = null;
  private failure: string | null = null;
  private version = 0;
  private stopping = new AbortController();
  private readonly changes = new vscode.EventEmitter<QueueState>();
  private readonly subscription: vscode.Disposable;
  readonly onDidChange = this.changes.event;

  constructor(document: DatasetDocument, script: string, annotator: () => string | null) {
    this.document = document;
    this.script = script;
    this.annotator = annotator;
    this.subscription = document.onDidChange(({ kind }) => {
      if (kind === 'indexed') this.tell();
      if (kind === 'edited') void this.placeAnew();
      if (kind === 'saved') this.takeAsSaved();
      if (kind === 'reopened') void this.set(this.line, this.sort);
    });
  }

  get state(): QueueState {
    return {
      query: this.line,
      faults: this.query.faults,
      sort: this.sort,
      rows: this.rows?.length ?? this.document.progress.rows,
      underWay: this.searched,
      failure: this.failure,
      version: this.version,
    };
  }

  /** The numbers of the rows at `count` positions from `from` on. */
  numbers(from: number, count: number): number[] {
    if (this.rows) return this.rows.slice(from, from + count);
    const rows = Math.max(0, Math.min(count, this.document.progress.rows - from));
    return Array.from({ length: rows }, (_, at) => from + at);
  }

  /** The numbers of all its rows, in its order; null when it is every row of the dataset. */
  get all(): readonly number[] | null {
    return this.rows;
  }

  /** Where a row stands in the queue, and the rows before and after it. A row that is not in it has neighbours all the same. */
  place(number: number): { position: number | null; previous: number | null; next: number | null } {
    if (!this.rows) {
      const last = this.document.progress.rows - 1;
      return {
        position: number,
        previous: number > 0 ? number - 1 : null,
        next: number < last ? number + 1 : null,
      };
    }
    const at = this.positionOf(this.rows, number);
    const isThere = this.rows[at] === number;
    return {
      position: isThere ? at : null,
      previous: this.rows[at - 1] ?? null,
      next: this.rows[isThere ? at + 1 : at] ?? null,
    };
  }

  /** Looks for other rows, or puts them in another order. What was under way is ended. */
  async set(line: string, sort: Sort | null): Promise<void> {
    this.stopping.abort();
    const stopping = new AbortController();
    this.stopping = stopping;
    this.line = line;
    this.query = parseQuery(line);
    this.sort = sort;
    this.hits = [];
    this.failure = null;
    this.version++;
    this.rows = this.query.node ? [] : null;
    this.searched = this.query.node ? 0 : null;
    this.tell();
    if (this.query.node) this.search(stopping.signal);
  }

  /** Ends what is under way; what was found stays. */
  stop(): void {
    this.stopping.abort();
    this.searched = null;
    this.tell();
  }

  dispose(): void {
    this.stopping.abort();
    this.subscription.dispose();
    this.changes.dispose();
  }

  private search(signal: AbortSignal): void {
    const { document } = this;
    const request = {
      file: document.file,
      profile: document.inForce.profile,
      query: this.line,
      facts: this.facts(),
      annotator: this.annotator(),
    };
    const take = async (report: FilterReport) => {
      if (!signal.aborted) await this.take(report, signal);
    };
    runFilterThread(this.script, request, signal, (report) => void take(report)).catch((error: unknown) => {
      if (!signal.aborted) void take({ kind: 'failed', message: String(error) });
    });
  }

  private async take(report: FilterReport, signal: AbortSignal): Promise<void> {
    if (report.kind === 'failed') {
      this.failure = report.message;
      this.searched = null;
      return this.tell();
    }
    const isDone = report.kind === 'done';
    if (!isDone) for (const hit of report.hits) this.hits.push(hit);
    if (this.document.dirty) await this.merge();
    else this.rows = this.hits;
    if (signal.aborted) return;
    this.searched = isDone ? null : report.bytes / Math.max(1, this.document.progress.bytesTotal);
    this.tell();
  }

  /** The rows were edited: what was found stands elsewhere now, and rows that are not in the file may fit. */
  private async placeAnew(): Promise<void> {
    this.version++;
    if (this.query.node) await this.merge();
    this.tell();
  }

  private takeAsSaved(): void {
    if (this.rows) this.hits = [...this.rows].sort((a, b) => a - b); // what was found is in the file now, at these places
    this.version++;
    this.tell();
  }

  /** Puts the rows of the file that fit together with the rows that are not in it. A row that was found stays when it is edited. */
  private async merge(): Promise<void> {
    const { signal } = this.stopping;
    const found = new Set(this.hits);
    const added: number[] = [];
    const test = compileQuery(this.query, this.document.inForce.profile, this.annotator());
    const facts = this.facts();
    for (const [at, { row, of }] of this.document.addedRows().entries()) {
      if (of !== undefined && found.has(of)) added.push(row);
      else if (await this.fits(row, test, facts)) added.push(row);
      if (at % TESTED_AT_ONCE === 0) await new Promise(setImmediate);
    }
    if (signal.aborted) return;
    this.rows = [...this.document.documentRows(this.hits), ...added].sort((a, b) => a - b);
  }

  private async fits(
    number: number,
    test: ReturnType<typeof compileQuery>,
    facts: StateFacts,
  ): Promise<boolean> {
    const [raw] = await this.document.rows(number, 1);
    return raw !== undefined && test(new QueriedRow(raw, this.profile, facts));
  }

  private get profile(): Profile {
    return this.document.inForce.profile;
  }

  private facts(): StateFacts {
    return stateFacts(this.document, this.query);
  }

  /** Where a row stands among ascending rows, or would stand. */
  private positionOf(rows: readonly number[], number: number): number {
    if (this.sort) return rows.indexOf(number);
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private tell(): void {
    this.changes.fire(this.state);
  }
}
