import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { test } from 'node:test';
import type { ContaminationVerdict } from '../../../src/core/annotation/event';
import type { EvidenceOpening, ListedHit } from '../../../src/protocol/evidence-page';
import { EvidenceSession } from '../../../webview/evidence/evidence-session';
import type { EvidenceHost } from '../../../webview/evidence/evidence-session';
import { profileNamed } from '../profile/profiles';

Object.assign(globalThis, { document: { hasFocus: () => true } });

const hit = (id: number, more: Partial<ListedHit> = {}): ListedHit => ({
  id,
  row: id * 10,
  source: 0,
  item: `q${id}`,
  class: 'near',
  score: 0.95,
  decision: 'remove',
  judgement: null,
  quarantined: false,
  opinion: null,
  group: null,
  ...more,
});

const opening = (found: number, run = 1): EvidenceOpening => ({
  name: 'a.jsonl',
  profile: profileNamed('math'),
  run,
  kind: 'contamination',
  sources: [
    { name: 'quiz', version: null, profile: profileNamed('math'), items: 9, unread: 0, changed: false },
  ],
  known: 1,
  rows: 100,
  unread: 0,
  edited: 0,
  found,
  underWay: null,
  stopped: false,
  earlier: null,
  stale: false,
  failure: null,
  screenReader: false,
  duplicates: null,
});

/** A host in memory: hits, and what was asked of it. */
class FakeEvidence {
  readonly calls: string[] = [];
  session: EvidenceSession | null = null;
  list: ListedHit[];

  constructor(list: ListedHit[]) {
    this.list = list;
  }

  hits(from: number): Promise<ListedHit[]> {
    return Promise.resolve(this.list.slice(from, from + 2));
  }

  evidence(id: number) {
    this.calls.push(`evidence ${id}`);
    const bytes = new TextEncoder().encode(`{"problem":"p${id}"}`).buffer;
    const same = { row: bytes, item: bytes, path: ['problem'], runs: [], numbers: [] };
    return Promise.resolve({ ...same, answers: null, others: 0, twins: 0, drifted: false, group: [] });
  }

  judge(ids: number[], verdict: ContaminationVerdict): Promise<number> {
    this.calls.push(`judge ${ids.join(' ')} ${verdict}`);
    return Promise.resolve(this.judgeThese(ids, verdict));
  }

  judgeMany(ids: number[], what: string): Promise<number | null> {
    this.calls.push(`judgeMany ${ids.join(' ')} (${what})`);
    return Promise.resolve(this.judgeThese(ids, 'false-alarm'));
  }

  undo(): Promise<number | null> {
    return Promise.reject(new Error('There is nothing to take back.'));
  }

  private judgeThese(ids: number[], verdict: ContaminationVerdict): number {
    const judgement = { verdict, by: 'ada', as: null, against: [] };
    this.list = this.list.map((one) => (ids.includes(one.id) ? { ...one, judgement } : one));
    this.session?.judged(this.list);
    return ids.length;
  }
}

async function begin(list: ListedHit[]) {
  const host = new FakeEvidence(list);
  const session = new EvidenceSession(host as unknown as EvidenceHost, opening(list.length));
  host.session = session;
  await session.changed(opening(list.length));
  await turn();
  return { host, session };
}

test('all hits are fetched, piece by piece, and the first is shown', async () => {
  const { session } = await begin([hit(0), hit(1), hit(2), hit(3), hit(4)]);
  assert.deepEqual(
    session.state.shown.map(({ id }) => id),
    [0, 1, 2, 3, 4],
  );
  assert.equal(session.state.evidence?.hit.id, 0);
});

test('the two hits behind the one in hand are read ahead, each once', async () => {
  const { host, session } = await begin([hit(0), hit(1), hit(2), hit(3)]);
  await session.perform('next');
  await turn();
  assert.deepEqual(host.calls, ['evidence 0', 'evidence 1', 'evidence 2', 'evidence 3']);
});

test('a verdict goes on to the next hit that nobody judged, from the end to the first', async () => {
  const done = { verdict: 'same' as const, by: 'bo', as: null, against: [] };
  const { host, session } = await begin([hit(0), hit(1), hit(2, { judgement: done }), hit(3)]);
  session.show(1);
  await session.perform('falseAlarm');
  assert.equal(session.current?.id, 3);
  await session.perform('otherNumbers');
  assert.equal(session.current?.id, 0);
  await session.perform('same');
  assert.equal(session.state.fault, 'All hits that are shown are judged.');
  assert.deepEqual(
    host.calls.filter((call) => call.startsWith('judge')),
    ['judge 1 false-alarm', 'judge 3 other-numbers', 'judge 0 same'],
  );
});

test('with judged hits hidden, the one in hand leaves and the next one comes', async () => {
  const { session } = await begin([hit(0), hit(1), hit(2)]);
  await session.perform('onlyUnjudged');
  await session.perform('next');
  await session.perform('same');
  assert.deepEqual(
    session.state.shown.map(({ id }) => id),
    [0, 2],
  );
  assert.equal(session.current?.id, 2);
});

test('keys choose a class, a decision and a benchmark, one after the other and then all', async () => {
  const { session } = await begin([
    hit(0, { class: 'exact' }),
    hit(1),
    hit(2, { class: 'reworded', decision: 'review' }),
  ]);
  const seen = [];
  for (let press = 0; press < 4; press++) {
    await session.perform('chooseClass');
    seen.push([session.state.filter.class, session.state.shown.map(({ id }) => id)]);
  }
  assert.deepEqual(seen, [
    ['exact', [0]],
    ['near', [1]],
    ['reworded', [2]],
    [null, [0, 1, 2]],
  ]);
  await session.perform('chooseDecision');
  await session.perform('chooseDecision');
  assert.deepEqual(
    session.state.shown.map(({ id }) => id),
    [2],
  );
});

test('many are judged at once: those that are shown and nobody judged', async () => {
  const { host, session } = await begin([hit(0), hit(1, { class: 'exact' }), hit(2)]);
  await session.perform('same');
  session.choose({ ...session.state.filter, class: 'near' });
  await session.perform('judgeAll');
  assert.equal(host.calls.at(-1), 'judgeMany 2 (near)');
  await session.perform('judgeAll');
  assert.equal(session.state.fault, 'All hits that are shown are judged.');
});

test('another check forgets the hits of the one before; what fails is said', async () => {
  const { host, session } = await begin([hit(0), hit(1)]);
  await session.perform('undo');
  assert.equal(session.state.fault, 'There is nothing to take back.');
  host.list = [hit(0, { row: 7 })];
  await session.changed(opening(1, 2));
  assert.deepEqual(
    session.state.hits.map(({ row }) => row),
    [7],
  );
});

test('groups over several splits are shown alone, and only where duplicates are', async () => {
  const group = { number: 0, size: 2, stays: false };
  const found = [hit(0, { group: { ...group, leak: false } }), hit(1, { group: { ...group, leak: true } })];
  const { session } = await begin(found);
  const ids = () => session.state.shown.map(({ id }) => id);
  await session.perform('onlyLeaks');
  assert.deepEqual(ids(), [0, 1]);
  await session.changed({
    ...opening(2),
    kind: 'duplicate',
    duplicates: { groups: 1, leaks: 1, keep: 'the first' },
  });
  await session.perform('onlyLeaks');
  assert.deepEqual(ids(), [1]);
});
