import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Opening, RowPacket } from '../../../src/protocol/page';
import type { ListedRow, QueueState, Sort, TableColumn } from '../../../src/protocol/table';
import { beginAll, FakeHost, rowsWithTraces, settled } from './fake-host';

/** A host whose queue is any rows in any order. */
class QueueHost extends FakeHost {
  order: number[];
  version = 0;
  /** How many rows were asked for each time. */
  readonly counts: number[] = [];
  /** What the next search fails with. */
  refusal: Error | null = null;

  constructor(rows: number) {
    super(rowsWithTraces(rows));
    this.order = this.texts.map((_, at) => at);
  }

  override async row(number: number): Promise<RowPacket | null> {
    const packet = await super.row(number);
    const position = this.order.indexOf(number);
    return packet && { ...packet, position: position === -1 ? null : position };
  }

  override async list(from: number, count: number): Promise<ListedRow[]> {
    this.counts.push(count);
    const all = await super.list(0, this.texts.length);
    return this.order
      .slice(from, from + count)
      .flatMap((number, at) => all.slice(number, number + 1).map((row) => ({ ...row, position: from + at })));
  }

  async setQueue(query: string, sort: Sort | null): Promise<void> {
    this.calls.push(`setQueue ${query} ${sort ? `${sort.column} ${sort.descending ? 'down' : 'up'}` : '-'}`);
    if (this.refusal) throw this.refusal;
  }

  async stopQueue(): Promise<void> {
    this.calls.push('stopQueue');
  }

  async setColumns(columns: { id: string; width: number }[]): Promise<void> {
    this.calls.push(`setColumns ${columns.map(({ id, width }) => `${id} ${width}`).join(', ')}`);
  }
}

async function start(host: QueueHost, change: Partial<Opening> = {}) {
  const { session, table } = await beginAll(host, { view: 'table', ...change });
  const tell = (state: Partial<QueueState>) => table.queueChanged({ ...session.state.queue, ...state });
  const show = (order: number[], state: Partial<QueueState>) => {
    host.order = order;
    tell({ rows: order.length, version: ++host.version, ...state });
  };
  return { session, table, tell, show };
}

const searches = ({ calls }: FakeHost) => calls.filter((call) => /Queue/.test(call));
const column = (id: string, width = 100): TableColumn => ({ id, title: id, kind: 'text', width });

test('the cursor stays among the rows of the queue', async () => {
  const { session, table } = await start(new QueueHost(30));
  table.pageLength = 11;
  const seen: number[] = [];
  for (const move of [
    () => table.goBy(-1),
    () => table.goBy(1),
    () => table.goByPages(1),
    () => table.goToLast(),
    () => table.goBy(1),
    () => table.goByPages(-1),
    () => table.goTo(0),
  ]) {
    move();
    seen.push(session.state.position);
  }
  assert.deepEqual(seen, [0, 1, 11, 29, 29, 19, 0]);
});

test('a page is never nothing', async () => {
  const { session, table } = await start(new QueueHost(5));
  table.pageLength = 0;
  table.goByPages(1);
  assert.equal(session.state.position, 1);
});

test('the row under the cursor is opened, and is there before the view changes', async () => {
  const host = new QueueHost(9);
  const { session, table, show } = await start(host);
  show([8, 3, 5], { query: 'x' });
  table.goTo(1);
  const views: string[] = [];
  session.onChange(() => views.push(`${session.state.view} ${session.state.row?.packet.number}`));
  await table.openRow();
  assert.deepEqual([session.state.view, session.state.number], ['focus', 3]);
  assert.ok(!views.includes('focus 0'), views.join('; '));
});

test('a row on which the cursor rests is read before it is opened', async () => {
  const host = new QueueHost(9);
  const { table } = await start(host);
  const reads = () => host.calls.filter((call) => call === 'row 4').length;
  table.goTo(4);
  await table.prepareRow();
  assert.equal(reads(), 1);
  await table.openRow();
  assert.equal(reads(), 1);
});

test('a view shows the row that was in hand in the other', async () => {
  const { session, table } = await start(new QueueHost(9), { view: 'focus' });
  await session.inSight.show(6);
  await table.show('table');
  assert.deepEqual([session.state.view, session.state.position], ['table', 6]);
  table.goBy(-2);
  await table.show('focus');
  assert.deepEqual([session.state.view, session.state.number], ['focus', 4]);
});

test('what came too late is not taken for the row under the cursor', async () => {
  const host = new QueueHost(9);
  const { session, table, show } = await start(host);
  const late = table.list(0, 9);
  show([7, 6], { query: 'x' });
  await late;
  table.goTo(0);
  await table.openRow();
  assert.equal(session.state.number, 7);
});

test('Space selects the row under the cursor, and once more takes it out', async () => {
  const { session, table, show } = await start(new QueueHost(9));
  show([8, 3, 5], { query: 'x' });
  await table.toggleSelected(1);
  await table.toggleSelected(2);
  assert.deepEqual(table.chosenRows?.rows, [3, 5]);
  assert.equal(session.state.position, 2);
  await table.toggleSelected();
  await table.toggleSelected(1);
  assert.equal(table.chosenRows, null);
});

test('a range is selected from the row that was selected last, else from the cursor', async () => {
  const { session, table, show } = await start(new QueueHost(9));
  show([8, 3, 5, 1, 0, 2], { query: 'x' });
  table.goTo(4);
  await table.selectTo(2);
  assert.deepEqual(table.chosenRows?.rows, [0, 1, 5]);
  assert.equal(session.state.position, 2);
  await table.selectTo(0);
  assert.deepEqual(table.chosenRows?.rows, [0, 1, 3, 5, 8]);
});

test('a range over all rows asks the host for none of them', async () => {
  const host = new QueueHost(1000);
  const { table } = await start(host);
  await table.toggleSelected(2);
  await table.selectTo(997);
  assert.equal(table.chosenRows?.rows.length, 996);
  assert.deepEqual(host.counts, []);
});

test('a range in a search is fetched in parts that the host takes', async () => {
  const host = new QueueHost(1000);
  const { table, show } = await start(host);
  show(
    Array.from({ length: 500 }, (_, at) => 2 * at),
    { query: 'x' },
  );
  await table.selectTo(449);
  assert.equal(table.chosenRows?.rows.length, 450);
  assert.deepEqual(host.counts, [200, 200, 50]);
});

test('a range of rows that are others by now selects nothing', async () => {
  const { table, show } = await start(new QueueHost(9));
  show([8, 3, 5], { query: 'x' });
  const selecting = table.selectTo(2);
  show([1, 2, 4], { query: 'y' });
  await selecting;
  assert.equal(table.chosenRows, null);
});

test('a column sorts up, then down, then not at all', async () => {
  const host = new QueueHost(9);
  const { table, tell } = await start(host);
  for (const sort of [{ column: 'level', descending: false }, { column: 'level', descending: true }, null]) {
    await table.sortBy('level');
    tell({ sort });
  }
  assert.deepEqual(searches(host), ['setQueue  level up', 'setQueue  level down', 'setQueue  -']);
});

test('the rows are in the order of their numbers already', async () => {
  const host = new QueueHost(9);
  const { table, tell } = await start(host);
  await table.sortBy('row');
  tell({ sort: { column: 'row', descending: true } });
  await table.sortBy('row');
  assert.deepEqual(searches(host), ['setQueue  row down', 'setQueue  -']);
});

test('a query keeps the order, and an order the query', async () => {
  const host = new QueueHost(9);
  const { table, tell } = await start(host);
  tell({ query: 'x', sort: { column: 'level', descending: true } });
  await table.setQuery('y');
  await table.sortBy('id');
  assert.deepEqual(searches(host), ['setQueue y level down', 'setQueue x id up']);
});

test('what cannot be searched for is said in the bar', async () => {
  const host = new QueueHost(9);
  host.refusal = new Error('No column "x".');
  const { session, table } = await start(host);
  await table.sortBy('x');
  assert.deepEqual(session.state.saved, { kind: 'failed', message: 'No column "x".' });
});

test('one thing is cleared at a time: the search, the selection, the query', async () => {
  const host = new QueueHost(9);
  const { table, tell, show } = await start(host);
  show([2, 3], { query: 'x', underWay: 0.5 });
  await table.toggleSelected(0);
  await table.clear();
  tell({ underWay: null });
  await table.clear();
  assert.equal(table.chosenRows, null);
  await table.clear();
  tell({ query: '' });
  await table.clear();
  assert.deepEqual(searches(host), ['stopQueue', 'setQueue  -']);
});

test('a search begins at its first row, and all rows again at the row that was in hand', async () => {
  const host = new QueueHost(9);
  const { session, table, show } = await start(host);
  table.goTo(7);
  await table.setQuery('x');
  show([8, 3, 5], { query: 'x' });
  assert.equal(session.state.position, 0);
  table.goTo(2);
  await table.clear();
  show([0, 1, 2, 3, 4, 5, 6, 7, 8], { query: '' });
  assert.equal(session.state.position, 5);
});

test('the cursor waits for a row that is not indexed yet, and comes back where there will be none', async () => {
  const progress = { rows: 3, numbering: 0, complete: false, bytesRead: 1, bytesTotal: 3, failure: null };
  const { session, tell } = await start(new QueueHost(9), { row: 8, progress });
  tell({ rows: 3 });
  assert.equal(session.state.position, 8);
  await session.inSight.indexed({ ...progress, rows: 5, complete: true });
  tell({ rows: 5 });
  assert.equal(session.state.position, 4);
});

test('selected rows survive a search, but not a change of the dataset that gives rows other numbers', async () => {
  const { table, show } = await start(new QueueHost(9));
  await table.toggleSelected(4);
  show([4, 5], { query: 'x', underWay: 0.1 });
  show([4, 5], { underWay: null });
  assert.deepEqual(table.chosenRows?.rows, [4]);
  show([3, 4], {});
  assert.equal(table.chosenRows, null);
});

test('rows that got other numbers while a search is under way are not selected any more, nor is a listed one in hand', async () => {
  const host = new QueueHost(9);
  const asked: unknown[] = [];
  Object.assign(host, { edit: async (edit: unknown) => void asked.push(edit) });
  const { session, table, show } = await start(host);
  show([4, 5], { query: 'x', underWay: 0.1 });
  await table.list(0, 2);
  await table.toggleSelected(1);
  await table.indexed({ ...session.state.progress, numbering: 7 });
  assert.equal(table.chosenRows, null);
  host.order = [3, 4];
  await table.deleteRows();
  assert.deepEqual(asked, [{ kind: 'delete', rows: [4], numbering: 7 }]);
});

test('columns keep to widths that can be seen, and a choice of columns is known', async () => {
  const host = new QueueHost(3);
  const { session, table } = await start(host, { columns: [column('a'), column('b')] });
  table.setColumns([column('a', 3), column('b', 99_999)]);
  assert.deepEqual(
    host.calls.filter((call) => call.startsWith('setColumns')),
    ['setColumns a 40, b 1200'],
  );
  assert.equal(table.columnsChosen, false);
  const version = session.state.listVersion;
  table.columnsChanged([column('b'), column('c')]);
  assert.equal(table.columnsChosen, true);
  assert.ok(session.state.listVersion > version, 'their cells are asked for');
});

test('the table goes to a row by its number, and says where it is not among the rows', async () => {
  const { session, table, show } = await start(new QueueHost(9));
  show([8, 3, 5], { query: 'x' });
  await table.goToRow(5);
  assert.equal(session.state.position, 2);
  await table.goToRow(6);
  assert.equal(session.state.position, 2);
  assert.equal(session.state.saved.kind, 'failed');
});

test('the columns are counted when somebody looks at the table, and once', async () => {
  const host = new QueueHost(3);
  let counts = 0;
  Object.assign(host, { countColumns: async () => void counts++ });
  const { table } = await start(host, { view: 'focus' });
  assert.equal(counts, 0);
  await table.show('table');
  await table.show('focus');
  await table.show('table');
  await settled();
  assert.equal(counts, 1);
});
