import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GroupIdentity } from '../../../src/core/link/group';
import { LinkIndex } from '../../../src/core/link/link-index';
import { seeded } from '../seeded';

const named = (name: string): GroupIdentity => ({ type: 'variant', name, profile: 'p' });

test('groups are the same whether looked up one by one, by row, or in a copy that was sent in parts', () => {
  const random = seeded(7);
  const index = new LinkIndex();
  const copy = new LinkIndex();
  const plain = new Map<string, string[]>();
  let mark = index.mark;
  for (let row = 0; row < 3000; row++) {
    if (random.below(5) === 0) continue; // not every row is linked
    const file = row < 2000 ? 0 : 1;
    const entry = index.addRow(file, row);
    for (const name of new Set([`g${random.below(300)}`, `g${random.below(300)}`])) {
      const place = String(random.below(5));
      index.link(entry, named(name), place);
      plain.set(name, [...(plain.get(name) ?? []), `${file}:${row}:${place}`]);
    }
    if (random.below(100) === 0) {
      copy.take(index.since(mark));
      mark = index.mark;
    }
  }
  copy.take(index.since(mark));
  for (const each of [index, copy]) {
    assert.equal(each.size, plain.size);
    for (const [name, members] of plain) {
      const number = each.find(named(name));
      assert.ok(number !== undefined);
      const group = each.group(number);
      assert.deepEqual(
        group.members.map(({ file, row, place }) => `${file}:${row}:${place}`).toSorted(),
        members.toSorted(),
      );
      for (const { file, row } of group.members) assert.ok(each.groupsOf(file, row).includes(number));
    }
  }
  assert.deepEqual(index.groupsOf(0, 5000), []);
  assert.equal(index.entryOf(1, 3), null);
});

test('a row is in a group once, and groups of two datasets with one name are two', () => {
  const index = new LinkIndex();
  const entry = index.addRow(0, 4);
  index.link(entry, named('1'), 'a');
  index.link(entry, named('1'), 'b');
  index.link(entry, { ...named('1'), profile: 'other' }, 'c');
  index.link(entry, { ...named('1'), type: 'translation' }, 'en');
  assert.deepEqual(
    index.groupsOf(0, 4).map((number) => index.group(number).members.map(({ place }) => place)),
    [['a'], ['c'], ['en']],
  );
});
