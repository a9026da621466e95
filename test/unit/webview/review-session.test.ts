import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DISPUTED } from '../../../webview/review-session';
import { commentsIn } from '../../../webview/review/review-comments';
import { beginAll, FakeHost, rowsWithTraces, settled } from './fake-host';

const decided = (host: FakeHost) => host.calls.filter((call) => call.startsWith('decide'));

test('one key accepts, rejects or leaves a row, and goes on to the next', async () => {
  const host = new FakeHost(rowsWithTraces(4));
  const { session, review } = await beginAll(host, { view: 'review' });
  for (const verdict of ['accepted', 'rejected', 'skipped'] as const) {
    await review.curate(verdict);
    await settled();
  }
  assert.deepEqual(decided(host), [
    'decide 0: {"verdict":"accepted"}',
    'decide 1: {"verdict":"rejected"}',
    'decide 2: {"verdict":"skipped"}',
  ]);
  assert.equal(session.state.number, 3);
  assert.deepEqual(session.state.curated, { accepted: 1, rejected: 1, fixed: 0, skipped: 1 });
});

test('a fix is recorded once the edit is made, with the bytes before it, about those after it', async () => {
  const host = new FakeHost(rowsWithTraces(2));
  const { session, review } = await beginAll(host, { view: 'review' });
  const before = session.state.row?.packet.hash ?? '';
  await review.fix();
  assert.equal(session.state.dialog, 'field');
  const row = { number: 0, hash: before };
  const edit = { kind: 'text' as const, row, text: (host.texts[0] ?? '').replace('{', '{ ') };
  assert.equal(await session.edit(edit), true);
  await session.inSight.rowsChanged([0]);
  session.onEdited?.(edit, before);
  await settled();
  assert.deepEqual(decided(host), [`decide 0: {"verdict":"fixed","before":"${before}"}`]);
  assert.equal(session.state.number, 1);
});

test('a form that is left without an edit decides nothing, nor does the next edit', async () => {
  const host = new FakeHost(rowsWithTraces(2));
  const { session, review } = await beginAll(host, { view: 'review' });
  await review.fix();
  session.setDialog(null);
  assert.equal(session.onEdited, null);
  assert.deepEqual(decided(host), []);
});

test('where nothing can be edited, the key says why', async () => {
  const { session, review } = await beginAll(new FakeHost(rowsWithTraces(1)), {
    readOnly: 'It is compressed.',
  });
  await review.fix();
  assert.deepEqual(session.state.saved, { kind: 'failed', message: 'It is compressed.' });
  assert.equal(session.state.dialog, null);
});

test('what others remark stands at its step, its trace or the row; not what was taken back, nor what models say', async () => {
  const host = new FakeHost(rowsWithTraces(1));
  const { session } = await beginAll(host, { view: 'review' });
  const [trace] = session.traces;
  assert.ok(trace);
  const { id } = trace.trace;
  const step = { kind: 'step' as const, trace: id, step: 1, path: ['a'], start: 0, end: 1 };
  host.hear('bob', 0, { what: 'comment', target: step, value: 'why?' });
  host.hear('cyd', 0, { what: 'comment', target: { kind: 'trace', trace: id }, value: 'too long' });
  host.hear('dan', 0, { what: 'comment', target: { kind: 'row' }, value: 'a duplicate' });
  host.hear('eve', 0, { what: 'comment', target: step, value: '' });
  host.hear('model:kim', 0, { what: 'comment', target: step, value: 'hm' });
  const { review } = (await host.row(0)) ?? { review: [] };
  const said = commentsIn(review);
  const words = (of: ReturnType<typeof said>) => of.map(({ annotator, value }) => `${annotator}: ${value}`);
  assert.deepEqual(words(said(id, 1)), ['bob: why?']);
  assert.deepEqual(words(said(id, 0)), []);
  assert.deepEqual(words(said(id, null)), ['cyd: too long']);
  assert.deepEqual(words(said(null, null)), ['dan: a duplicate']);
});

test('a review in which nothing is disputed yet goes to its first row once a colleague disagrees', async () => {
  const host = new FakeHost(rowsWithTraces(4));
  const { session, table, review } = await beginAll(host, { view: 'focus' });
  await session.inSight.show(2);
  await review.show();
  const queue = { ...session.state.queue, query: DISPUTED, underWay: null };
  table.queueChanged({ ...queue, rows: 0, version: queue.version + 1 });
  await settled();
  assert.equal(session.state.number, 2);
  table.queueChanged({ ...queue, rows: 1, version: queue.version + 2 });
  await settled();
  assert.equal(session.state.number, 0);
});
