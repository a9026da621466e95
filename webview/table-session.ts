import type { IndexProgress, View } from '../src/protocol/page';
import type { RowPass } from '../src/core/queue/queue-order';
import type { JsonPath } from '../src/core/row/json';
import type { ChosenRows, SeenRow } from '../src/protocol/row-edit';
import type {
  ColumnSummary,
  ListedRow,
  QueueState,
  Sort,
  Suggestion,
  TableColumn,
} from '../src/protocol/table';
import type { Host } from './host';
import type { PageState } from './page-state';
import type { Session } from './session';
import type { Store } from './store';
import { turnToView } from './turn-to-view';
import { NARROWEST, WIDEST } from './table/column-layout';

/** Rows listed at once at most, when many are selected. */
const LISTED_AT_ONCE = 200;
/** Numbers of listed rows that are remembered, by position. */
const REMEMBERED = 2000;

/** Which rows there are to go through, and the table of them: its cursor, columns and selected rows. */
export class TableSession {
  readonly host: Host;
  readonly store: Store;
  private readonly session: Session;
  /** Numbers of the rows listed last, by position: the cursor knows which row it is on. */
  private readonly listed = new Map<number, RowPass>();
  private columnsCounted = false;
  /** The row to come back to when all rows are shown again. */
  private inHand: number | null = null;
  /** Somebody chose which columns there are: none is left out where there is little room. */
  columnsChosen: boolean;
  /** Rows that the table has in sight: how far a page is. */
  pageLength = 10;

  constructor(host: Host, store: Store, session: Session) {
    this.host = host;
    this.store = store;
    this.session = session;
    this.columnsChosen = store.state.opening.columnsChosen;
    if (store.state.view === 'table') this.count();
  }

  private get state(): PageState {
    return this.store.state;
  }

  /** Rows of the queue from a position on, with the cells of the columns that are shown. */
  async list(from: number, count: number, columns = this.columnIds): Promise<ListedRow[]> {
    const { version } = this.state.queue;
    const rows = await this.host.list(from, count, columns);
    if (version !== this.state.queue.version) return rows; // they may stand elsewhere by now
    if (this.listed.size > REMEMBERED) this.listed.clear();
    for (const { position, number, again } of rows) this.listed.set(position, { number, again });
    return rows;
  }

  /** The columns whose cells are asked for: none where no table is seen. */
  get columnIds(): string[] {
    return this.state.view === 'table' ? this.state.columns.map(({ id }) => id) : [];
  }

  /** Puts a view in front, at the row that was in hand in the other. */
  async show(view: View): Promise<void> {
    if (view === this.state.view) return;
    if (view === 'focus' && this.state.view === 'review') return this.putInFront('focus');
    if (view === 'focus') return this.openRow();
    const { row, number } = this.state;
    await turnToView(this, view, { group: null, listVersion: this.state.listVersion + 1 });
    this.count();
    const position = row?.packet.number === number ? row.packet.position : null;
    if (position !== null) this.goTo(position);
    else if (this.everyRow) this.goTo(number);
  }

  /** Reads the row under the table's cursor. It is there before the view changes. */
  async openRow(): Promise<void> {
    const pass = await this.passAt(this.state.position);
    const read = this.state.row?.packet;
    if (pass && (pass.number !== read?.number || pass.again !== read.again)) {
      void this.session.inSight.show(pass.number, pass.again);
      await this.session.inSight.settled;
    }
    if (this.state.view === 'focus') return;
    await turnToView(this, 'focus', { listVersion: this.state.listVersion + 1 });
  }

  /** The number of the row under the cursor; null in an empty queue. */
  rowAtCursor(): Promise<number | null> {
    return this.rowAt(this.state.position);
  }

  /** Reads the row under the cursor before it is opened. */
  async prepareRow(): Promise<void> {
    const number = await this.rowAtCursor().catch(() => null);
    if (number !== null) await this.session.inSight.rows.whole(number).catch(() => null); // said when it is opened
  }

  private async rowAt(position: number): Promise<number | null> {
    return (await this.passAt(position))?.number ?? null;
  }

  private async passAt(position: number): Promise<RowPass | null> {
    const everyRow = this.everyRow ? { number: position, again: false } : undefined;
    const known = this.listed.get(position) ?? everyRow;
    if (known) return known.number < this.state.progress.rows ? known : null;
    const [row] = await this.host.list(position, 1, []);
    return row ?? null;
  }

  /** Whether the queue is the whole dataset in its own order, so that a row's number is its position. */
  private get everyRow(): boolean {
    const { query, sort, underWay } = this.state.queue;
    return query === '' && sort === null && underWay === null;
  }

  /** Puts the cursor on a row (0-based number), if it is in the queue; says so where it is not. */
  async goToRow(number: number, again = false): Promise<void> {
    if (this.state.view === 'group') await this.putInFront('focus');
    if (this.state.view === 'focus' || this.state.view === 'review')
      return this.session.inSight.show(number, again);
    const row = await this.session.inSight.rows.whole(number, again).catch(() => null);
    const position = row?.packet.position ?? null;
    if (position !== null) return this.goTo(position);
    const message = `Row ${(number + 1).toLocaleString('en')} is not among these rows: Esc shows all rows.`;
    await this.session.ask(() => Promise.reject(new Error(message)));
  }

  /** Goes to a row, or to a value in it, which is read in Focus. */
  async goToPlace({ number, again }: RowPass, path: JsonPath | null, at = 0): Promise<void> {
    if (path === null) return this.goToRow(number, again);
    if (this.state.view !== 'focus') await this.putInFront('focus');
    await this.session.inSight.show(number, again);
    this.session.goToPath(path, at);
  }

  private putInFront(view: View): Promise<void> {
    return turnToView(this, view, { group: null });
  }

  goTo(position: number): void {
    const last = Math.max(0, this.state.queue.rows - 1);
    const to = Math.max(0, Math.min(position, last));
    if (to !== this.state.position) this.store.update({ position: to });
  }

  goBy(rows: number): void {
    this.goTo(this.state.position + rows);
  }

  goByPages(pages: number): void {
    this.goBy(pages * Math.max(1, this.pageLength - 1));
  }

  goToLast(): void {
    this.goTo(this.state.queue.rows - 1);
  }

  async toggleSelected(position = this.state.position): Promise<void> {
    this.goTo(position);
    const number = await this.rowAt(position);
    if (number === null) return;
    const selected = new Set(this.state.selected);
    if (!selected.delete(number)) selected.add(number);
    this.store.update({ selected, selectedFrom: position });
  }

  /** Selects all rows from the one that was selected last, else from the cursor, to a position; the cursor goes there. */
  async selectTo(position = this.state.position): Promise<void> {
    const from = this.state.selectedFrom ?? this.state.position;
    const { version } = this.state.queue;
    this.goTo(position);
    const numbers = await this.numbersBetween(Math.min(from, position), Math.max(from, position));
    if (version !== this.state.queue.version) return;
    const selected = new Set(this.state.selected);
    for (const number of numbers) selected.add(number);
    this.store.update({ selected, selectedFrom: position });
  }

  /** Numbers of the rows from one position to another, both included. */
  private async numbersBetween(from: number, to: number): Promise<number[]> {
    const count = Math.min(to + 1, this.state.queue.rows) - from;
    if (this.everyRow) return Array.from({ length: Math.max(0, count) }, (_, at) => from + at);
    const numbers: number[] = [];
    for (let at = from; at <= to; at += LISTED_AT_ONCE) {
      const rows = await this.host.list(at, Math.min(LISTED_AT_ONCE, to - at + 1), []);
      numbers.push(...rows.map(({ number }) => number));
    }
    return numbers;
  }

  private unselect(): void {
    this.store.update({ selected: new Set(), selectedFrom: null });
  }

  /** The selected rows in the order of the dataset; null when none is. */
  get chosenRows(): ChosenRows | null {
    const { selected } = this.state;
    const { numbering } = this.state.progress;
    return selected.size > 0 ? { rows: [...selected].toSorted((a, b) => a - b), numbering } : null;
  }

  /** Opens a form on the row in hand. */
  async editRow(form: 'field' | 'row' | 'add'): Promise<void> {
    const { readOnly } = this.state.opening;
    if (readOnly !== null) return this.session.ask(() => Promise.reject(new Error(readOnly)));
    const number = await this.rowInHand();
    if (number === null && form !== 'add') return;
    if (number !== null && number !== this.state.row?.packet.number) await this.session.inSight.show(number);
    this.session.setDialog(form);
  }

  /** The mapping editor begins with the row in hand. */
  async mapFields(): Promise<void> {
    const number = await this.rowInHand();
    if (number !== null && number !== this.state.row?.packet.number) await this.session.inSight.show(number);
    if (this.state.row) this.session.setDialog('mapping');
  }

  /** Flags the row in hand: of the row that is read, the step in hand. */
  async flag(): Promise<void> {
    const number = await this.rowInHand();
    if (number === null) return;
    if (this.state.view !== 'focus') await this.session.inSight.show(number);
    this.session.setDialog('flag');
  }

  async tagRow(): Promise<void> {
    const number = await this.rowInHand();
    if (number === null) return;
    if (this.state.view === 'table') await this.session.inSight.show(number);
    this.session.setDialog('tagRow');
  }

  async openAsText(): Promise<void> {
    const number = (await this.rowInHand()) ?? this.state.number;
    await this.session.ask((host) => host.openAsText(number));
  }

  async duplicateRow(): Promise<void> {
    const row = await this.rowSeen();
    if (row) await this.session.edit({ kind: 'duplicate', row });
  }

  async makeVariants(): Promise<void> {
    const row = await this.rowInHand();
    if (row !== null) await this.session.ask((host) => host.makeVariants(row));
  }

  async deleteRows(): Promise<void> {
    const { numbering } = this.state.progress; // under which the row in hand is looked up
    const inHand = await this.rowInHand();
    const chosen = this.chosenRows ?? (inHand === null ? null : { rows: [inHand], numbering });
    if (chosen && (await this.session.edit({ kind: 'delete', ...chosen }))) this.unselect();
  }

  /** The row stays in hand where it is moved. */
  moveRow(by: 1 | -1): Promise<void> {
    return this.session.inSight.occupy(this.moveInHand(by));
  }

  private async moveInHand(by: 1 | -1): Promise<void> {
    const row = await this.rowSeen();
    if (!row || !(await this.session.edit({ kind: 'move', row, by }))) return;
    const to = row.number + by;
    if (to >= 0 && to < this.state.progress.rows) await this.goToRow(to);
  }

  /** Records that the selected rows belong together. */
  async linkRows(): Promise<void> {
    const { selected } = this.state;
    if (selected.size > 1) return this.session.ask((host) => host.linkRows([...selected]));
    const missing = 'Select two or more rows that belong together (Space), then link them.';
    await this.session.ask(() => Promise.reject(new Error(missing)));
  }

  /** The row that an act is about: the one under the cursor of the table or of a group, or the one that is read. */
  async rowInHand(): Promise<number | null> {
    const { view, row, group } = this.state;
    if (view === 'group') return group?.found?.groups[group.at]?.members[group.cursor]?.number ?? null;
    return view === 'table' ? this.rowAtCursor() : (row?.packet.number ?? null);
  }

  private async rowSeen(): Promise<SeenRow | null> {
    const number = await this.rowInHand();
    const row = number === null ? null : await this.session.inSight.rows.whole(number);
    return row && { number: row.packet.number, hash: row.packet.hash };
  }

  async setQuery(query: string): Promise<void> {
    await this.setQueue(query, this.state.queue.sort);
  }

  /** Sorts by a column; the same again turns the order round, and once more gives the dataset's own order. */
  async sortBy(column: string): Promise<void> {
    const { query, sort } = this.state.queue;
    await this.setQueue(query, nextSort(sort, column));
  }

  /** One thing at a time: the search, the selection, the query. */
  async clear(): Promise<void> {
    const { queue, selected } = this.state;
    if (queue.underWay !== null) return this.session.ask((host) => host.stopQueue());
    if (selected.size > 0) return this.unselect();
    if (queue.query !== '' || queue.sort !== null) await this.setQueue('', null);
  }

  private async setQueue(query: string, sort: Sort | null): Promise<void> {
    this.inHand = await this.rowAtCursor().catch(() => null);
    await this.session.ask((host) => host.setQueue(query, sort));
  }

  suggest(query: string, caret: number): Promise<Suggestion[]> {
    return this.host.suggest(query, caret);
  }

  /** A column became another width, or stands in another place. */
  setColumns(columns: TableColumn[]): void {
    if (!sameIds(columns, this.state.columns)) this.columnsChosen = true;
    const fitting = columns.map((column) => ({
      ...column,
      width: Math.round(Math.max(NARROWEST, Math.min(column.width, WIDEST))),
    }));
    this.store.update({ columns: fitting });
    void this.host.setColumns(fitting.map(({ id, width }) => ({ id, width })));
  }

  /** The host tells of the dataset's rows. Where numbers mean others, what was listed is forgotten, and none is selected. */
  indexed(progress: IndexProgress): Promise<void> {
    if (progress.numbering !== this.state.progress.numbering) {
      this.listed.clear();
      this.unselect();
    }
    return this.session.inSight.indexed(progress);
  }

  /**
   * The host tells that the queue changed. Where positions mean other rows, what was listed is forgotten; where nobody
   * asked for that, the dataset itself changed, and the numbers of selected rows mean others too.
   */
  queueChanged(queue: QueueState): void {
    const before = this.state.queue;
    this.store.update({ queue });
    const asked = queue.query !== before.query || !sameSort(queue.sort, before.sort);
    if (queue.version !== before.version) {
      this.listed.clear();
      this.session.inSight.rows.forget(null);
      this.store.update({ listVersion: this.state.listVersion + 1 });
      if (!asked && before.underWay === null) this.unselect();
    }
    const isNew = queue.version !== before.version || before.underWay !== null;
    if (isNew && queue.underWay === null) void this.session.inSight.placeChanged();
    if (asked) this.goTo(this.everyRow ? (this.inHand ?? 0) : 0);
    else if (!this.isGrowing) this.goTo(this.state.position);
  }

  /** More rows may come: the cursor may wait for one that is not there yet. */
  private get isGrowing(): boolean {
    const { queue, progress } = this.state;
    return queue.underWay !== null || (!progress.complete && progress.failure === null);
  }

  columnsChanged(columns: TableColumn[]): void {
    if (!sameIds(columns, this.state.columns)) this.columnsChosen = true;
    this.store.update({ columns, listVersion: this.state.listVersion + 1 });
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

/** The dataset's own order is its first column's, ascending. */
function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort === null && column === 'row') return { column, descending: true };
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

function sameSort(one: Sort | null, other: Sort | null): boolean {
  return one?.column === other?.column && one?.descending === other?.descending;
}

function sameIds(some: TableColumn[], others: TableColumn[]): boolean {
  return some.length === others.length && some.every(({ id }, at) => id === others[at]?.id);
}
