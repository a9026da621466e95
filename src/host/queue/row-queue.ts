import * as vscode from 'vscode';
import { errorMessage } from '../../core/error-message';
import { isLabelledBy } from '../../core/annotation/second-pass';
import { queuesOf } from '../../core/project/project';
import { parseQuery } from '../../core/query/parse-query';
import { unknownFields, unknownQueues } from '../../core/query/query-fields';
import type { Query, QueryFault } from '../../core/query/query';
import type { FilterReport, FilterRequest } from '../../protocol/filter-worker';
import type { RowPacket } from '../../protocol/page';
import type { QueueState, Sort } from '../../protocol/table';
import { runFilterThread } from '../../workers/threads';
import { searchAddedRows } from './added-rows-search';
import { isAnswered } from './answered-query';
import { QueueOrder } from '../../core/queue/queue-order';
import type { RowPass } from '../../core/queue/queue-order';
import type { DocumentSnapshot } from '../../core/edit/document-snapshot';
import type { DatasetDocument } from '../document/dataset-document';
import { directionOf, orderedRows } from './ordered-rows';
import { sortedRows } from './sorted-rows';
import { stateFacts } from './state-facts';

const WAIT_FOR_PLACES_MS = 20;
const EVERYTHING: Query = { node: null, matchCase: false, wholeWord: false, faults: [] };

/** The built threads that search and sort. */
export interface QueueScripts {
  filterWorker: string;
  sortWorker: string;
}

/** Which rows a page goes through, and in which order: all of the dataset, or those that its query finds. */
export class RowQueue implements vscode.Disposable {
  private readonly document: DatasetDocument;
  private readonly scripts: QueueScripts;
  private readonly annotator: () => string | null;
  private line = '';
  private query = EVERYTHING;
  private sort: Sort | null = null;
  /** rows of the file that fit, ascending; null when all do */
  private hits: number[] | null = null;
  /** rows of the file in the order of the sort, once it is done */
  private sorted: Uint32Array | null = null;
  /** the queue's rows in its order; null when it is every row */
  private rows: number[] | null = null;
  /** rows of the file that come a second time, with their keys */
  private repeats = new Map<number, string>();
  /** `rows` with what comes again */
  private woven: { rows: number[]; keys: Map<number, string>; order: QueueOrder } | null = null;
  private searched: number | null = null;
  private stoppedAt: number | null = null;
  /** while a search was under way, others decided something */
  private heardMeanwhile = false;
  private failure: string | null = null;
  private version = 0;
  private merges = 0;
  /** settles once the rows are where the last edit put them */
  private placing: Promise<void> = Promise.resolve();
  /** the numbering of the document in which `rows` are told */
  private numbering = 0;
  private stopping = new AbortController();
  private readonly changes = new vscode.EventEmitter<QueueState>();
  private readonly subscription: vscode.Disposable;
  private readonly counted: vscode.Disposable;
  readonly onDidChange = this.changes.event;

  constructor(document: DatasetDocument, scripts: QueueScripts, annotator: () => string | null) {
    this.document = document;
    this.scripts = scripts;
    this.annotator = annotator;
    this.subscription = document.onDidChange((change) => {
      const { kind } = change;
      if (kind === 'indexed') this.tell();
      if (kind === 'saved') this.takeAsSaved();
      if (kind === 'rows' && change.rows === null) this.heardMeanwhile ||= this.searched !== null;
      const mayFitNow = kind === 'rows' && change.rows === null && this.foundNothing;
      const isOther = kind === 'reopened' || (kind === 'edited' && change.anew === true);
      if (isOther || mayFitNow) void this.set(this.line, this.sort);
      else if (kind === 'edited') this.placing = this.placeAnew();
    });
    this.counted = document.columns.onDidChange(() => {
      if (this.fieldsThatNoRowHas().length > 0) this.tell();
    });
  }

  get state(): QueueState {
    return {
      query: this.line,
      faults: [...this.query.faults, ...this.fieldsThatNoRowHas()],
      sort: this.sort,
      rows: this.passing?.length ?? this.document.progress.rows,
      underWay: this.searched,
      stoppedAt: this.stoppedAt,
      failure: this.failure,
      version: this.version,
    };
  }

  /** The rows at `count` positions from `from` on. */
  passes(from: number, count: number): RowPass[] {
    const { passing } = this;
    if (passing) return passing.slice(from, from + count);
    const rows = Math.max(0, Math.min(count, this.document.progress.rows - from));
    return Array.from({ length: rows }, (_, at) => ({ number: from + at, again: false }));
  }

  /** Where a row stands in the queue, and the rows before and after it. A row that is not in it has neighbours all the same. */
  place(pass: RowPass): Pick<RowPacket, 'position' | 'previous' | 'next'> {
    const { rows, passing } = this;
    const { number } = pass;
    if (!rows || !passing) {
      const last = this.document.progress.rows - 1;
      return {
        position: number,
        previous: number > 0 ? once(number - 1) : null,
        next: number < last ? once(number + 1) : null,
      };
    }
    const at = this.positionOf(rows, number);
    if (at === -1) return { position: null, previous: null, next: null };
    if (rows[at] !== number)
      return { position: null, previous: once(rows[at - 1] ?? null), next: once(rows[at] ?? null) };
    const position = this.repeats.size === 0 ? at : passing.positionOf(pass);
    if (position === null) return { position, previous: null, next: null };
    const isDue = (row: number) => this.isDueAgain(row);
    return {
      position,
      previous: passing.neighbour(position, -1, isDue),
      next: passing.neighbour(position, 1, isDue),
    };
  }

  /** Whoever waits at an empty queue for what a colleague says need not ask again. */
  private get foundNothing(): boolean {
    return this.rows?.length === 0 && this.searched === null && this.stoppedAt === null;
  }

  /** The queue's rows as they come, the second time too once all are found; null when it is every row. */
  private get passing(): QueueOrder | null {
    const { rows } = this;
    if (!rows) return null;
    if (this.searched !== null || this.repeats.size === 0) return new QueueOrder(rows, new Set());
    if (this.woven?.rows !== rows) {
      const keys = this.repeatedRows();
      this.woven = { rows, keys, order: new QueueOrder(rows, new Set(keys.keys())) };
    }
    return this.woven.order;
  }

  /** The document's rows that come a second time, with their keys: one that was edited still does. */
  private repeatedRows(): Map<number, string> {
    const added = new Map(this.document.addedRows().map(({ row, of }) => [of, row]));
    const keys = new Map<number, string>();
    for (const [fileRow, key] of this.repeats) {
      const row = this.document.documentRows([fileRow])[0] ?? added.get(fileRow);
      if (row !== undefined) keys.set(row, key);
    }
    return keys;
  }

  /** A row that one has not labelled yet does not come again. */
  private isDueAgain(row: number): boolean {
    const key = this.woven?.keys.get(row);
    return key !== undefined && isLabelledBy(this.document.annotations.fold.standing(key), this.annotator());
  }

  /** Looks for other rows, or puts them in another order. What was under way is ended. */
  async set(line: string, sort: Sort | null): Promise<void> {
    this.stopping.abort();
    const stopping = new AbortController();
    this.stopping = stopping;
    this.line = line;
    this.query = this.parse(line);
    this.sort = sort;
    this.sorted = null;
    this.failure = null;
    this.stoppedAt = null;
    this.repeats = new Map();
    this.heardMeanwhile = false;
    this.hits = this.query.node ? [] : null;
    this.put(this.query.node ? [] : null, this.document.progress.numbering);
    this.searched = this.query.node || sort ? 0 : null;
    this.version++;
    this.tell();
    if (this.query.node) this.search(stopping.signal);
    else if (sort) await this.order(sort, stopping.signal);
  }

  /** All its rows, each once, in its order, with the document that they are rows of; once nothing is under way. */
  async whole(): Promise<{ rows: number[] | null; snapshot: DocumentSnapshot }> {
    for (;;) {
      await this.settled();
      await this.placing;
      const { numbering } = this;
      const rows = this.rows && [...this.rows];
      const snapshot = await this.document.snapshot();
      if (rows === null || snapshot.numbering === numbering) return { rows, snapshot };
      await snapshot.close();
      await new Promise((resolve) => setTimeout(resolve, WAIT_FOR_PLACES_MS)); // an edit is not placed yet
    }
  }

  /** Resolves once nothing is under way. Rejects when the search failed. */
  async settled(): Promise<void> {
    await this.until(({ underWay }) => underWay === null);
    if (this.failure !== null) throw new Error(this.failure);
  }

  /** Resolves once all rows that a query finds are known. Rejects when its search failed or was stopped, or others are looked for. */
  async answered(line: string): Promise<void> {
    await this.until(({ query, underWay }) => query !== line || underWay === null);
    if (this.failure !== null) throw new Error(this.failure);
    if (!isAnswered(this.state, line))
      throw new Error(vscode.l10n.t('The search for “{0}” was ended before all rows were read.', line));
  }

  /** Its first row, as soon as that is known; null where it has none, or other rows are looked for meanwhile. */
  async first(): Promise<RowPass | null> {
    const { stopping, sort } = this;
    await this.until(({ rows, underWay }) => underWay === null || (sort === null && rows > 0));
    return stopping === this.stopping ? (this.passes(0, 1)[0] ?? null) : null;
  }

  private async until(holds: (state: QueueState) => boolean): Promise<void> {
    if (holds(this.state)) return;
    await new Promise<void>((resolve) => {
      const done = this.onDidChange((state) => {
        if (!holds(state)) return;
        done.dispose();
        resolve();
      });
    });
  }

  private parse(line: string): Query {
    const query = parseQuery(line);
    const known = Object.keys(queuesOf(this.document.project, this.document.uri.fsPath));
    return { ...query, faults: [...query.faults, ...unknownQueues(query, known)] };
  }

  /** A new field may be in an edit, which is not counted. */
  private fieldsThatNoRowHas(): QueryFault[] {
    const { columns, dirty } = this.document;
    return dirty ? [] : unknownFields(this.query, (field) => columns.mayHave(field));
  }

  /** Ends what is under way; what was found stays. */
  stop(): void {
    this.stopping.abort();
    this.stoppedAt ??= this.searched;
    this.searched = null;
    if (this.repeats.size > 0) this.version++;
    this.tell();
  }

  dispose(): void {
    this.stopping.abort();
    this.subscription.dispose();
    this.counted.dispose();
    this.changes.dispose();
  }

  private search(signal: AbortSignal): void {
    const { document } = this;
    const request = { file: document.file, ...this.request };
    const take = async (report: FilterReport) => {
      if (!signal.aborted) await this.take(report, signal);
    };
    runFilterThread(this.scripts.filterWorker, request, signal, (report) => void take(report)).catch(
      (error: unknown) => {
        if (!signal.aborted) void take({ kind: 'failed', message: String(error) });
      },
    );
  }

  private async take(report: FilterReport, signal: AbortSignal): Promise<void> {
    if (report.kind === 'failed') return this.fail(report.message);
    if (report.kind === 'progress') {
      for (const hit of report.hits) this.hits?.push(hit);
      for (const [row, key] of report.repeats) this.repeats.set(row, key);
    }
    if (this.document.dirty) await this.merge();
    else this.put(this.hits, this.document.progress.numbering);
    if (signal.aborted) return;
    this.searched = report.bytes / Math.max(1, this.document.progress.bytesTotal);
    if (report.kind === 'done') {
      if (this.sort) return this.order(this.sort, signal); // under way until the rows are in their order
      if (this.repeats.size > 0) this.version++; // what comes again moves what comes after it
      return this.end();
    }
    this.tell();
  }

  /** A search is over. One that found nothing, and in whose time others decided something, begins anew: it may have read too early. */
  private end(): void {
    this.searched = null;
    if (this.heardMeanwhile && this.foundNothing) void this.set(this.line, this.sort);
    else this.tell();
  }

  /** Puts the rows that fit in the order of a sort; until that is known they stay in the dataset's order. */
  private async order(sort: Sort, signal: AbortSignal): Promise<void> {
    const tell = (share: number) => {
      this.searched = share;
      this.tell();
    };
    const { document, hits, scripts } = this;
    try {
      this.sorted = await orderedRows({ document, hits, script: scripts.sortWorker, signal, tell }, sort);
    } catch (error) {
      if (!signal.aborted) this.fail(errorMessage(error));
      return;
    }
    if (signal.aborted || !this.sorted) return;
    await this.merge();
    this.version++;
    this.end();
  }

  private fail(message: string): void {
    this.failure = message;
    this.searched = null;
    this.tell();
  }

  /** The rows were edited: what was found stands elsewhere now, and rows that are not in the file may fit. */
  private async placeAnew(): Promise<void> {
    this.version++;
    if (this.rows) {
      this.put(this.placed(), this.document.progress.numbering); // until it is known which of the others fit
      await this.merge();
    }
    this.tell();
  }

  /** Where the rows of the file that fit stand now, edited ones too. */
  private placed(): number[] {
    const { sorted, document } = this;
    const edited = new Map(document.addedRows().map(({ row, of }) => [of, row]));
    if (sorted)
      return Array.from(sorted).flatMap((fileRow) => {
        const rows = document.documentRows([fileRow]);
        return rows.length > 0 ? rows : (edited.get(fileRow) ?? []);
      });
    const hits = this.hits ?? [];
    const kept = hits.flatMap((fileRow) => edited.get(fileRow) ?? []);
    return [...document.documentRows(hits), ...kept].toSorted((a, b) => a - b);
  }

  private put(rows: number[] | null, numbering: number): void {
    this.rows = rows;
    this.numbering = numbering;
  }

  /** What was found is in the file now, at the places that it has here. */
  private takeAsSaved(): void {
    if (this.rows && this.sorted) this.sorted = Uint32Array.from(this.rows);
    if (this.rows && this.hits) this.hits = this.rows.toSorted((a, b) => a - b);
    if (this.woven) this.repeats = this.woven.keys;
    this.version++;
    this.tell();
  }

  /** Puts the rows of the file that fit together with the rows that are not in it. The last of several wins. */
  private async merge(): Promise<void> {
    const { signal } = this.stopping;
    const turn = ++this.merges;
    const { numbering } = this.document.progress;
    const added = await this.addedThatFit(signal);
    const { sort, sorted, document } = this;
    const field = sort && document.columns.sortField(sort.column);
    const rows =
      sort && sorted
        ? await sortedRows(document, sorted, added, field ?? sort.column, directionOf(sort))
        : [...document.documentRows(this.hits ?? []), ...added].toSorted((a, b) => a - b);
    if (!signal.aborted && turn === this.merges) this.put(rows, numbering);
  }

  /** A row that was found stays when it is edited. */
  private async addedThatFit(signal: AbortSignal): Promise<number[]> {
    const added = this.document.addedRows();
    const edited = new Set(added.map(({ of }) => of)); // few beside the rows that were found, which may be too many for a set
    const found = this.hits && new Set(this.hits.filter((row) => edited.has(row)));
    const stays = ({ of }: (typeof added)[number]) => found === null || (of !== undefined && found.has(of));
    const others = added.filter((row) => !stays(row)).map(({ row }) => row);
    const fitting = await searchAddedRows(
      this.document,
      others,
      this.request,
      this.scripts.filterWorker,
      signal,
    );
    return [...added.filter(stays).map(({ row }) => row), ...fitting];
  }

  private get request(): Omit<FilterRequest, 'file'> {
    const { document, query } = this;
    return {
      profile: document.inForce.profile,
      query: this.line,
      facts: stateFacts(document, query),
      annotator: this.annotator(),
    };
  }

  /** Where a row stands among ascending rows, or would stand. */
  private positionOf(rows: readonly number[], number: number): number {
    if (this.sorted) return rows.indexOf(number);
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

function once(number: number | null): RowPass | null {
  return number === null ? null : { number, again: false };
}
