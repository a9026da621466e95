import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageMember, RowGroups } from '../../../src/protocol/group';
import { beginAll, FakeHost, rowsWithTraces } from './fake-host';

const member = (number: number): PageMember => ({ place: String(number), number, beside: null });

/** A host whose rows 0 to `size` are one group, and the even ones another. */
class LinkedHost extends FakeHost {
  found: RowGroups;
  readonly opened: string[] = [];

  constructor(size: number) {
    super(rowsWithTraces(size));
    const all = Array.from({ length: size }, (_, at) => member(at));
    const even = all.filter(({ number }) => Number(number) % 2 === 0);
    const frame = { byHand: false };
    this.found = {
      groups: [
        { type: 'variant', name: 'all', members: all, size: all.length, ...frame },
        { type: 'similar', name: 'even', members: even, size: even.length, ...frame },
      ],
      share: 1,
      failure: null,
      linked: true,
    };
  }

  async groups(row: number): Promise<RowGroups> {
    this.calls.push(`groups ${row}`);
    return this.found;
  }

  async openBeside(file: number, row: number): Promise<void> {
    this.opened.push(`${file}/${row}`);
  }
}

async function begin(size: number, row = 0) {
  const host = new LinkedHost(size);
  const sessions = await beginAll(host, { row });
  const state = () => sessions.session.state;
  return { host, state, ...sessions };
}

test('a group is in front when its rows are read, with the cursor on the row that it was asked for', async () => {
  const { group, state } = await begin(5, 3);
  await group.show(3);
  assert.deepEqual([state().view, state().group?.cursor, state().group?.rows.size], ['group', 3, 5]);
});

test('the cursor stays within the group, and opens the member that it is on', async () => {
  const { group, state } = await begin(5, 3);
  await group.show(3);
  await group.goBy(-9);
  assert.equal(state().group?.cursor, 0);
  await group.goToLast();
  assert.equal(state().group?.cursor, 4);
  await group.open();
  assert.deepEqual([state().view, state().number, state().group], ['focus', 4, null]);
});

test('going back leaves the row that was in hand', async () => {
  const { group, state } = await begin(5, 3);
  await group.show(3);
  await group.goToLast();
  await group.leave();
  assert.deepEqual([state().view, state().number], ['focus', 3]);
});

test('of a large group only the members around the cursor are read', async () => {
  const { group, state, host } = await begin(200);
  await group.show(0);
  assert.deepEqual(
    [...(state().group?.rows.keys() ?? [])],
    Array.from({ length: 48 }, (_, at) => at),
  );
  const before = host.calls.length;
  await group.goBy(47);
  assert.equal(host.calls.length, before, 'what is drawn is not read again');
  await group.goBy(1);
  assert.deepEqual([...(state().group?.rows.keys() ?? [])].slice(0, 2), [48, 49]);
});

test('the next group keeps the row, and what is learned meanwhile keeps the group and the member', async () => {
  const { group, state, host } = await begin(9, 4);
  await group.show(4);
  await group.turn(1);
  assert.deepEqual([group.group?.name, state().group?.cursor], ['even', 2]);
  await group.goBy(1);
  const [all, even] = host.found.groups;
  host.found = { ...host.found, groups: [all!, { ...even!, members: even!.members.slice(1) }] };
  await group.refresh('links');
  assert.deepEqual([group.group?.name, state().group?.cursor], ['even', 2]);
  assert.equal(group.group?.members[2]?.number, 6);
});

test('a row of another file is opened there', async () => {
  const { group, host, state } = await begin(2);
  const beside = { place: 'x', number: null, beside: { file: 1, name: 'b.jsonl', row: 7 } };
  host.found.groups[0]!.members.push(beside);
  await group.show(0);
  await group.goToLast();
  await group.open();
  assert.deepEqual([host.opened, state().view], [['1/7'], 'group']);
});

test('a row without groups, a host that fails and a dataset without rows are all shown', async () => {
  const { group, host, state } = await begin(1);
  host.found = { groups: [], share: 1, failure: null, linked: true };
  await group.show(0);
  assert.deepEqual([state().view, group.group], ['group', null]);
  await group.leave();
  host.groups = () => Promise.reject(new Error('gone'));
  await group.show(0);
  assert.equal(state().group?.failure, 'gone');
  await group.leave();
  await group.show(null);
  assert.deepEqual([state().view, state().group?.found?.groups], ['group', []]);
});
