import type { View } from '../src/protocol/page';
import type { SeenRow } from '../src/protocol/row-edit';
import type {
  ColumnSummary,
  ListedRow,
  QueueState,
  Sort,
  Suggestion,
  TableColumn,
} from '../src/protocol/table';
import type { Host } from './host';
import type { Session } from './session';
import type { Store } from './store';

/** Rows of one column are asked for no wider or narrower than this (CSS pixels). */
const NARROWEST = 40;
const WIDEST = 1200;

/** Which rows there are to go through, and the table of them: its cursor, columns and selected rows. */
export class TableSession {
  private readonly host: Host;
  private readonly store: Store;
  private readonly session: Session;
  /** Rows listed last, by position: the cursor knows which row it is on. */
  private listed = new Map<number, ListedRow>();
  private columnsCounted = false;
  /** Rows that the table has in sight: how far a page is. */
  pageLength = 10;

  constructor(host: Host, store: Store, session: Session) {
    this.host = host;
    this.store = store;
    this.session = session;
    if (store.state.view === 'table') this.count();
  }

  /** Rows of the queue from a position on, with the cells of the columns that are shown. */
  async list(from: number, count: number): Promise<ListedRow[]> {
    const columns = this.store.state.columns.map(({ id }) => id);
    const rows = await this.host.list(from, count, this.store.state.view === 'table' ? columns : []);
    this.listed = new Map(rows.map((row) => [row.position, row]));
    return rows;
  }

  /** Puts a view in front, at the row that was in hand in the other. */
  async show(view: View): Promise<void> {
    if (view === this.store.state.view) return;
    const { row, number } = this.store.state;
    this.store.update({ view, listVersion: this.store.state.listVersion + 1 });
    void this.host.setView(view);
    if (view === 'focus') return this.openRow();
    this.count();
    this.goTo(row?.packet.position ?? number);
  }

  /** Reads the row under the table's cursor. */
  async openRow(): Promise<void> {
    const number = await this.rowAtCursor();
    if (number === null) return;
    if (this.store.state.view === 'table') {
      this.store.update({ view: 'focus' });
      void this.host.setView('focus');
    }
    await this.session.show(number);
  }

  /** The number of the row under the cursor; null in an empty queue. */
  async rowAtCursor(): Promise<number | null> {
    const { position } = this.store.state;
    const known = this.listed.get(position);
    if (known) return known.number;
    const [row] = await this.host.list(position, 1, []);
    return row?.number ?? null;
  }

  goTo(position: number): void {
    const last = Math.max(0, this.store.state.queue.rows - 1);
    this.store.update({ position: Math.max(0, Math.min(position, last)) });
  }

  goBy(rows: number): void {
    this.goTo(this.store.state.position + rows);
  }

  goByPages(pages: number): void {
    this.goBy(pages * Math.max(1, this.pageLength - 1));
  }

  goToLast(): void {
    this.goTo(this.store.state.queue.rows - 1);
  }

  async toggleSelected(position = this.store.state.position): Promise<void> {
    this.goTo(position);
    const number = await this.rowAtCursor();
    if (number === null) return;
    const selected = new Set(this.store.state.selected);
    if (!selected.delete(number)) selected.add(number);
    this.store.update({ selected, selectedFrom: position });
  }

  /** Selects all rows from the one that was selected last to the cursor. */
  async selectTo(): Promise<void> {
    const { position, selectedFrom, selected } = this.store.state;
    const from = Math.min(position, selectedFrom ?? position);
    const upTo = Math.max(position, selectedFrom ?? position);
    const more = new Set(selected);
    for (let at = from; at <= upTo; at += LISTED_AT_ONCE) {
      const rows = await this.host.list(at, Math.min(LISTED_AT_ONCE, upTo - at + 1), []);
      for (const { number } of rows) more.add(number);
    }
    this.store.update({ selected: more, selectedFrom: position });
  }

  /** The selected rows in the order of the dataset; null when none is. */
  get chosenRows(): number[] | null {
    const { selected } = this.store.state;
    return selected.size > 0 ? [...selected].toSorted((a, b) => a - b) : null;
  }

  /** Opens a form on the row in hand. */
  async editRow(form: 'field' | 'row' | 'add'): Promise<void> {
    const { readOnly } = this.store.state.opening;
    if (readOnly !== null) return this.session.ask(() => Promise.reject(new Error(readOnly)));
    const number = await this.rowInHand();
    if (number === null && form !== 'add') return;
    if (number !== null && number !== this.store.state.row?.packet.number) await this.session.show(number);
    this.session.setDialog(form);
  }

  async duplicateRow(): Promise<void> {
    const row = await this.rowSeen();
    if (row) await this.session.edit({ kind: 'duplicate', row });
  }

  async deleteRows(): Promise<void> {
    const inHand = await this.rowInHand();
    const rows = this.chosenRows ?? (inHand === null ? [] : [inHand]);
    if (rows.length === 0) return;
    await this.session.edit({ kind: 'delete', rows });
    this.store.update({ selected: new Set(), selectedFrom: null });
  }

  async moveRow(by: 1 | -1): Promise<void> {
    const row = await this.rowSeen();
    if (row) await this.session.edit({ kind: 'move', row, by });
  }

  /** The row that an edit is about: the one under the table's cursor, or the one that is read. */
  private async rowInHand(): Promise<number | null> {
    const { view, row } = this.store.state;
    return view === 'table' ? this.rowAtCursor() : (row?.packet.number ?? null);
  }

  private async rowSeen(): Promise<SeenRow | null> {
    const number = await this.rowInHand();
    const row = number === null ? null : await this.session.rows.whole(number);
    return row && { number: row.packet.number, hash: row.packet.hash };
  }

  async setQuery(query: string): Promise<void> {
    await this.host.setQueue(query, this.store.state.queue.sort);
  }

  /** Sorts by a column; the same again turns the order round, and once more gives the dataset's own order. */
  async sortBy(column: string): Promise<void> {
    const { query, sort } = this.store.state.queue;
    await this.host.setQueue(query, nextSort(sort, column));
  }

  /** One thing at a time: the search, the selection, the query. */
  async clear(): Promise<void> {
    const { queue, selected } = this.store.state;
    if (queue.underWay !== null) return this.host.stopQueue();
    if (selected.size > 0) return this.store.update({ selected: new Set(), selectedFrom: null });
    if (queue.query !== '' || queue.sort !== null) await this.host.setQueue('', null);
  }

  suggest(query: string, caret: number): Promise<Suggestion[]> {
    return this.host.suggest(query, caret);
  }

  /** A column became another width, or stands in another place. */
  setColumns(columns: TableColumn[]): void {
    const fitting = columns.map((column) => ({
      ...column,
      width: Math.round(Math.max(NARROWEST, Math.min(column.width, WIDEST))),
    }));
    this.store.update({ columns: fitting });
    void this.host.setColumns(fitting.map(({ id, width }) => ({ id, width })));
  }

  /** The host tells that the queue changed. Where positions mean other rows, what was listed is forgotten. */
  queueChanged(queue: QueueState): void {
    const before = this.store.state.queue;
    this.store.update({ queue });
    if (queue.version !== before.version) {
      this.listed.clear();
      this.session.rows.forget(null);
      this.store.update({ listVersion: this.store.state.listVersion + 1 });
    }
    this.goTo(this.store.state.position);
  }

  columnsChanged(columns: TableColumn[]): void {
    this.listed.clear();
    this.store.update({ columns, listVersion: this.store.state.listVersion + 1 });
  }

  counted(summaries: ColumnSummary[], share: number): void {
    this.store.update({ statistics: { byColumn: new Map(summaries.map((one) => [one.id, one])), share } });
  }

  /** Counting reads the whole file: it begins when somebody looks at the table. */
  private count(): void {
    if (this.columnsCounted) return;
    this.columnsCounted = true;
    void this.host.countColumns();
  }
}

const LISTED_AT_ONCE = 200;

function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}
