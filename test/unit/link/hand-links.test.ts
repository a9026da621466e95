import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fold } from '../../../src/core/annotation/fold';
import { statusOfRow } from '../../../src/core/annotation/labelling';
import { handLinks } from '../../../src/core/link/hand-links';
import { flag, link, mark, undo } from '../annotation/events';
import { groupsOf, inShort, linkedBy, scanOf } from './linked-rows';

test('links that stand are groups, whoever recorded them; what was taken back is none', () => {
  const fold = new Fold();
  const events = [
    link({ n: 1, row: 'id:c', rows: ['id:a', 'id:b'] }),
    link({ n: 2, by: 'bob', row: 'id:b' }),
    link({ n: 3, row: 'id:a', rows: ['id:c'] }),
    undo({ n: 4, of: 3 }),
  ];
  fold.add(events.toReversed()); // as logs may come
  const links = handLinks(fold).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  assert.deepEqual(
    links.map(({ name }) => name.split(',')[0]),
    ['ada', 'bob'],
  );
  const scan = scanOf({ 'a.jsonl': [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }, linkedBy([]), links);
  const groups = groupsOf(scan).map(inShort);
  assert.equal(groups.length, 2);
  assert.ok(
    groups.some((group) => group.endsWith(': 1 1, 2 2, 3 result')),
    groups.join('\n'),
  );
});

test('a row may have several links, and is not labelled by them', () => {
  const fold = new Fold();
  const decided = [
    mark({ n: 1, row: 'r' }),
    link({ n: 2, row: 'r' }),
    link({ n: 3, row: 'r' }),
    flag({ n: 4, row: 'r' }),
  ];
  fold.add(decided);
  assert.equal(fold.standing('r').length, 4);
  assert.equal(statusOfRow([], fold.standing('r')), 'skipped');
  assert.equal(statusOfRow([], [decided[1]!]), 'untouched');
});
