import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markRegion } from '../../../webview/pictures/mark-region';
import type { Session } from '../../../webview/session';
import { begin, beginAll, FakeHost, rowsWithTraces, settled } from './fake-host';
import { QueueOrder } from '../../../src/core/queue/queue-order';

const place = ({ state }: Session) =>
  `row ${state.number} trace ${state.cursor.trace} step ${state.cursor.step}`;
const labels = (session: Session) =>
  session.traces.map(({ state }) => state.labels.map((label) => label?.[0] ?? '-').join('')).join(' ');
const decided = (host: FakeHost) => host.calls.filter((call) => call.startsWith('decide'));

test('a row is shown with its first step in hand, and its neighbours are read ahead', async () => {
  const host = new FakeHost(rowsWithTraces(5));
  const session = await begin(host, { row: 1 });
  await settled();
  assert.equal(place(session), 'row 1 trace 0 step 0');
  assert.deepEqual(host.calls, ['row 1', 'moved 1', 'row 2', 'row 0', 'row 3']);
  await session.inSight.show(2);
  await settled();
  assert.deepEqual(host.calls.slice(5), ['moved 2', 'row 4'], 'what was read ahead is not asked for again');
});

test('a key that goes on waits for a search that has not come to the next row', async () => {
  const host = new FakeHost(rowsWithTraces(3));
  host.passing = new QueueOrder([0], new Set());
  const { session, table } = await beginAll(host);
  const queue = { ...session.state.queue, query: 'p', rows: 1, underWay: 0.1 };
  table.queueChanged(queue);
  const going = session.inSight.go(1);
  await settled();
  assert.equal(place(session), 'row 0 trace 0 step 0');
  host.passing = new QueueOrder([0, 2], new Set());
  table.queueChanged({ ...queue, rows: 2, underWay: null });
  await going;
  assert.equal(place(session), 'row 2 trace 0 step 0');
  await session.inSight.go(1);
  assert.equal(place(session), 'row 2 trace 0 step 0', 'the search is over, and found no other');
});

test('a label advances to the next step, and after the last to the verdict', async () => {
  const session = await begin(new FakeHost(rowsWithTraces(2)));
  const places = [];
  for (const value of ['good', 'neutral', 'unsure'] as const) {
    await session.label(value);
    places.push(session.state.cursor.step);
  }
  assert.deepEqual(places, [1, 2, 3]);
  assert.equal(labels(session), 'gnu ---');
  await session.label('good');
  assert.equal(labels(session), 'gnu ---', 'there is no fourth step');
});

test('the first error ends the trace, and says that the steps before it are good', async () => {
  const host = new FakeHost(rowsWithTraces(2));
  const session = await begin(host);
  session.move({ step: 1 });
  await session.label('bad');
  assert.deepEqual(decided(host), ['decide 0: 0 good (implied), 1 bad']);
  assert.equal(place(session), 'row 0 trace 0 step 3');
  assert.equal(labels(session), 'gb- ---');
});

test('in every-step mode a bad step ends nothing', async () => {
  const host = new FakeHost(rowsWithTraces(2));
  const session = await begin(host);
  await session.toggleMode();
  await session.label('bad');
  assert.deepEqual([place(session), labels(session)], ['row 0 trace 0 step 1', 'b-- ---']);
  assert.ok(host.calls.includes('mode every-step'));
});

test('a verdict goes on to the next trace, and after the last to the next row', async () => {
  const session = await begin(new FakeHost(rowsWithTraces(2)));
  await session.label('bad');
  await session.judge('wrong');
  assert.equal(place(session), 'row 0 trace 1 step 0');
  await session.label('bad');
  await session.judge('wrong');
  await settled();
  assert.equal(place(session), 'row 1 trace 0 step 0');
  assert.equal(session.state.labelledRows, 1);
});

test('a verdict before the labels goes to the step that is due', async () => {
  const session = await begin(new FakeHost(rowsWithTraces(2)));
  await session.label('good');
  session.move({ step: 3 });
  await session.judge('right');
  assert.equal(place(session), 'row 0 trace 0 step 1');
});

test('undo takes back label by label, and goes back over rows', async () => {
  const host = new FakeHost(rowsWithTraces(3));
  const session = await begin(host);
  await session.label('good');
  await session.label('bad');
  await session.inSight.show(2);
  await session.label('unsure');
  await session.undo();
  assert.deepEqual([place(session), labels(session)], ['row 2 trace 0 step 0', '--- ---']);
  await session.undo();
  assert.deepEqual([place(session), labels(session)], ['row 0 trace 0 step 1', 'g-- ---']);
  await session.undo();
  assert.deepEqual([place(session), labels(session)], ['row 0 trace 0 step 0', '--- ---']);
  await session.undo();
  assert.match(
    session.state.saved.kind === 'failed' ? session.state.saved.message : '',
    /nothing to take back/,
  );
});

test('undo takes back all that one key made', async () => {
  const session = await begin(new FakeHost(rowsWithTraces(1)));
  session.move({ step: 2 });
  await session.label('bad');
  assert.equal(labels(session), 'ggb ---');
  await session.undo();
  assert.equal(labels(session), '--- ---');
});

test('a label shows at once, and is told as saved only when it is', async () => {
  const host = new FakeHost(rowsWithTraces(1));
  const session = await begin(host);
  const letGo = host.hold();
  const saving = session.label('good');
  assert.deepEqual([labels(session), session.state.saved.kind], ['g-- ---', 'nothing']);
  letGo();
  await saving;
  assert.deepEqual([labels(session), session.state.saved.kind], ['g-- ---', 'at']);
  assert.deepEqual(session.state.underWay, []);
});

test('what was said of a row is gone with it, but not that something was not saved', async () => {
  const host = new FakeHost(rowsWithTraces(3));
  const session = await begin(host);
  await session.ask(() => Promise.reject(new Error('Nothing to ask here.')));
  assert.equal(session.state.saved.kind, 'failed');
  await session.inSight.go(1);
  await settled();
  assert.deepEqual([session.state.number, session.state.saved.kind], [1, 'nothing']);
  host.failure = new Error('the disk is full');
  await session.label('bad');
  host.failure = null;
  await session.inSight.go(1);
  await settled();
  const { number, saved } = session.state;
  assert.deepEqual(
    [number, saved.kind === 'failed' && saved.message],
    [2, 'Row 2 was not saved: the disk is full'],
  );
});

test('a label that is not saved is taken away, and said to be', async () => {
  const host = new FakeHost(rowsWithTraces(1));
  const session = await begin(host);
  await session.label('good');
  host.failure = new Error('the disk is full');
  await session.label('bad');
  assert.deepEqual([labels(session), session.state.underWay.length], ['g-- ---', 0]);
  assert.deepEqual(session.state.saved, { kind: 'failed', message: 'Row 1 was not saved: the disk is full' });
  host.failure = null;
  session.move({ step: 1 });
  await session.label('neutral');
  assert.deepEqual([labels(session), session.state.saved.kind], ['gn- ---', 'at']);
});

test('two quick labels keep their order and their steps', async () => {
  const host = new FakeHost(rowsWithTraces(1));
  const session = await begin(host);
  const letGo = host.hold();
  const saving = [session.label('good'), session.label('bad')];
  assert.deepEqual([labels(session), place(session)], ['gb- ---', 'row 0 trace 0 step 3']);
  assert.deepEqual(decided(host), ['decide 0: 0 good', 'decide 0: 1 bad']);
  letGo();
  await Promise.all(saving);
  assert.deepEqual([labels(session), session.state.underWay.length], ['gb- ---', 0]);
});

test('keys pressed faster than the disk end on the next row, with nothing lost', async () => {
  const host = new FakeHost(rowsWithTraces(2));
  const session = await begin(host);
  await settled();
  const saving = [session.label('bad'), session.judge('wrong'), session.label('bad'), session.judge('wrong')];
  await Promise.all(saving);
  await settled();
  assert.equal(place(session), 'row 1 trace 0 step 0');
  assert.equal(host.fold.standing('row:0').length, 4);
  await session.inSight.show(0);
  assert.equal(labels(session), 'b-- b--');
});

test('a region that is taken off takes along what was said of it, by one decision that is taken back as a whole', async () => {
  const host = new FakeHost(rowsWithTraces(1));
  const session = await begin(host);
  const target = {
    ...{ kind: 'region' as const, region: 'region-of-mine', path: ['image'], file: 'a.png', image: '' },
  };
  const value = { shape: { x: 1, y: 1, width: 2, height: 2 }, label: 'AB', on: true };
  await markRegion(session, target, value);
  await session.decide([{ what: 'label', scheme: 'own', question: 'is', target, value: 'side' }]);
  await session.decide([{ what: 'comment', target, value: 'hm' }]);
  const standing = () => host.fold.standing('row:0').map(({ what }) => what);
  assert.deepEqual(standing(), ['region', 'label', 'comment']);
  await markRegion(session, target, { ...value, on: false });
  assert.deepEqual(standing(), ['region']);
  await session.undo();
  assert.deepEqual(standing(), ['region', 'label', 'comment']);
});

test('a flag on the step in hand is answered first, whatever the step’s text has become', async () => {
  const host = new FakeHost(rowsWithTraces(1));
  const trace = 'fws_annotations["A|x"]';
  const place = { path: ['fws_annotations', 'A|x', 'text'], start: 0, end: 1 };
  const flag = (comment: string) => ({ category: 'reasoning', severity: 'minor', comment }) as const;
  host.hear('bob', 0, { what: 'flag', target: { kind: 'row' }, value: flag('the row') });
  const target = { kind: 'step', trace, step: 1, ...place } as const;
  host.hear('bob', 0, { what: 'flag', target, value: flag('the step') });
  const session = await begin(host);
  const said = () => session.threadsInHand.map((thread) => thread.flag.value.comment);
  assert.deepEqual(said(), ['the row', 'the step']);
  session.move({ step: 1 });
  assert.deepEqual(said(), ['the step']);
});
