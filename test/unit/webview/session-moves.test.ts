import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QueueOrder } from '../../../src/core/queue/queue-order';
import { actions, isAction } from '../../../src/protocol/actions';
import type { Action } from '../../../src/protocol/actions';
import { perform } from '../../../webview/keys';
import { PART } from '../../../webview/reading/long-row';
import { begin, beginAll, FakeHost, rowsWithTraces, settled } from './fake-host';

test('the cursor stays among the traces and steps', async () => {
  const session = await begin(new FakeHost(rowsWithTraces(1)));
  for (const [change, expected] of [
    [{ step: -1 }, [0, 0]],
    [{ step: 99 }, [0, 3]],
    [{ trace: 1 }, [1, 0]],
    [{ trace: 9, step: 2 }, [1, 2]],
    [{ trace: -3 }, [0, 0]],
  ] as const) {
    session.move(change);
    assert.deepEqual([session.state.cursor.trace, session.state.cursor.step], expected);
  }
});

test('in a row that is too long to be read, the keys for the steps go through its parts', async () => {
  class LongRows extends FakeHost {
    override async row(number: number) {
      const packet = await super.row(number);
      return packet && { ...packet, size: 2 * PART + 1 };
    }
  }
  const sessions = await beginAll(new LongRows(['{"problem": "Long', '{"problem": "Long, too']));
  const { session } = sessions;
  const parts = [];
  for (const key of ['nextStep', 'nextStep', 'nextStep', 'previousStep'] as const) {
    await perform(sessions, key);
    parts.push(session.state.cursor.step);
  }
  assert.deepEqual(parts, [1, 2, 2, 1]);
  await perform(sessions, 'nextRow');
  await settled();
  assert.deepEqual([session.state.number, session.state.cursor.step], [1, 0]);
});

test('a skip or a bad problem goes on to the next row', async () => {
  const host = new FakeHost(rowsWithTraces(3));
  const session = await begin(host);
  await session.mark('skipped');
  await settled();
  await session.mark('bad-problem');
  await settled();
  assert.equal(session.state.number, 2);
  assert.deepEqual(
    host.calls.filter((call) => call.startsWith('decide')),
    ['decide 0: skipped', 'decide 1: bad-problem'],
  );
});

test('there is no row before the first or after the last', async () => {
  const session = await begin(new FakeHost(rowsWithTraces(2)));
  await session.inSight.show(-1);
  await session.inSight.show(2);
  assert.equal(session.state.number, 0);
});

test('a row that the index has not come to is shown when it has', async () => {
  const host = new FakeHost(rowsWithTraces(3));
  host.hiddenFrom = 0;
  const progress = { rows: 0, numbering: 0, complete: false, bytesRead: 0, bytesTotal: 9, failure: null };
  const session = await begin(host, { row: 2, progress });
  const shown = () => session.state.row?.packet.number;
  assert.equal(shown(), undefined);
  await session.inSight.indexed({ ...progress, rows: 2 });
  assert.equal(shown(), undefined);
  host.hiddenFrom = Infinity;
  await session.inSight.indexed({ ...progress, rows: 3, complete: true });
  assert.equal(shown(), 2);
});

test('what is decided elsewhere is shown, and the list is told', async () => {
  const host = new FakeHost(rowsWithTraces(2));
  const [here, there] = [await begin(host), await begin(host)];
  const version = here.state.listVersion;
  await there.label('bad');
  await here.inSight.rowsChanged([0]);
  assert.equal(here.traces[0]?.state.labels[0], 'bad');
  assert.ok(here.state.listVersion > version);
  const asked = host.calls.length;
  await here.inSight.rowsChanged([1]);
  assert.equal(host.calls.length, asked, 'another row is not read before it is asked for');
});

test('a flag is about the step in hand, past the last about the trace, without traces about the row', async () => {
  const texts = [...rowsWithTraces(1), '{"_raw_text":"p"}'];
  const session = await begin(new FakeHost(texts));
  const kinds = [session.targetAtCursor().kind];
  session.move({ step: 3 });
  kinds.push(session.targetAtCursor().kind);
  await session.inSight.show(1);
  kinds.push(session.targetAtCursor().kind);
  assert.deepEqual(kinds, ['step', 'trace', 'row']);
});

test('listeners are told of every change until they leave', async () => {
  const session = await begin(new FakeHost(rowsWithTraces(1)));
  let told = 0;
  const leave = session.onChange(() => told++);
  session.toggle('hints');
  session.setDialog('flag');
  leave();
  session.toggle('hints');
  assert.equal(told, 2);
});

/** What each key does to a session, as words before and after. */
const KEYS: [Action, string][] = [
  ['labelGood', 'g'],
  ['labelNeutral', 'n'],
  ['labelBad', 'b'],
  ['labelUnsure', 'u'],
];

for (const [action, letter] of KEYS) {
  test(`${action} labels the step in hand`, async () => {
    const { session, answers, cuts, table, group, review } = await beginAll(new FakeHost(rowsWithTraces(1)));
    await perform({ session, answers, cuts, table, group, review }, action);
    assert.equal(session.traces[0]?.state.labels[0]?.[0], letter);
  });
}

test('moving keys move, and traces go round', async () => {
  const { session, answers, cuts, table, group, review } = await beginAll(new FakeHost(rowsWithTraces(3)));
  const seen: string[] = [];
  for (const action of [
    'nextStep',
    'previousStep',
    'nextTrace',
    'nextTrace',
    'previousTrace',
    'nextRow',
    'previousRow',
  ] as const) {
    await perform({ session, answers, cuts, table, group, review }, action);
    const { number, cursor } = session.state;
    seen.push(`${number}${cursor.trace}${cursor.step}`);
  }
  assert.deepEqual(seen, ['001', '000', '010', '000', '010', '100', '000']);
});

test('every toggle turns one part over, and back', async () => {
  const { session, answers, cuts, table, group, review } = await beginAll(new FakeHost(rowsWithTraces(1)));
  const parts = {
    toggleHints: 'hints',
    toggleConcepts: 'concepts',
    toggleSolution: 'solution',
    toggleGuideline: 'guideline',
    toggleOthers: 'others',
    toggleSource: 'source',
    toggleRows: 'rows',
    wholeWindow: 'whole',
  } as const;
  for (const [action, part] of Object.entries(parts)) {
    assert.ok(isAction(action));
    const before = session.state.shown;
    await perform({ session, answers, cuts, table, group, review }, action);
    assert.deepEqual(session.state.shown, { ...before, [part]: !before[part] });
    await perform({ session, answers, cuts, table, group, review }, action);
    assert.deepEqual(session.state.shown, before);
  }
});

test('no action throws in a row without traces', async () => {
  for (const action of Object.keys(actions)) {
    const { session, answers, cuts, table, group, review } = await beginAll(
      new FakeHost(['{"_raw_text":"p"}', '{', '']),
    );
    if (isAction(action))
      await assert.doesNotReject(
        async () => perform({ session, answers, cuts, table, group, review }, action),
        action,
      );
  }
});

test('a row that comes a second time is asked afresh, and one comes back to that second time by undo', async () => {
  const host = new FakeHost(rowsWithTraces(22));
  host.passing = new QueueOrder(
    Array.from({ length: 22 }, (_, at) => at),
    new Set([0]),
  );
  const session = await begin(host, { queue: { ...ALL, query: 'queue:pass', rows: 23 } });
  await session.label('good');
  await session.inSight.show(21);
  await session.inSight.go(1);
  const seen = () => [session.state.number, session.state.again, session.traces[0]?.state.labels];
  assert.deepEqual(seen(), [0, true, [null, null, null]]);
  await session.label('bad');
  assert.deepEqual(seen(), [0, true, ['bad', null, null]]);
  await session.inSight.go(-1);
  assert.equal(session.state.number, 21);
  await session.undo();
  assert.deepEqual(seen(), [0, true, [null, null, null]]);
  await session.inSight.show(0);
  assert.deepEqual(seen(), [0, false, ['good', null, null]]);
});

const ALL = { faults: [], sort: null, underWay: null, stoppedAt: null, failure: null, version: 0 };
