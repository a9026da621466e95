import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupsOf, inShort, linkedBy, scanOf } from './linked-rows';

const shorts = (...args: Parameters<typeof scanOf>) => groupsOf(scanOf(...args)).map(inShort);

test('a group begins with its seed, then goes by place as people count', () => {
  const profile = linkedBy([{ type: 'variant', field: ['seed'], place: ['n'] }]);
  const rows = [10, 2, '', 1].map((n) => ({ seed: 's', n }));
  assert.deepEqual(shorts({ 'a.jsonl': rows }, profile), ['variant s: 3, 4 1, 2 2, 1 10']);
});

test('rows that are named come to the group, from before, after and other files', () => {
  const profile = linkedBy([{ type: 'fusion', field: ['parents'], names: 'rows' }]);
  const a = [{ id: 'p1' }, { id: 'f', parents: ['p1', 'q', 'p2'] }, { id: 'p2' }];
  const b = [{ id: 'p1' }, { id: 'q' }];
  const scan = scanOf({ 'a.jsonl': a, 'b.jsonl': b }, profile);
  assert.deepEqual(groupsOf(scan).map(inShort), ['fusion f: 1 1, 1/2 2, 3 3, 2 result']);
  assert.deepEqual(scan.dangling, []);
  assert.equal(scan.index.groupsOf(0, 0).length, 1, 'a parent knows what was made of it');
});

test('rows that no file has are told', () => {
  const profile = linkedBy([{ type: 'composition', field: ['chain'], names: 'rows' }]);
  const { dangling } = scanOf({ 'a.jsonl': [{ id: 'c', chain: ['x', 'c2'] }, { id: 'c2' }] }, profile);
  assert.deepEqual(
    dangling.map(({ id, place }) => [id, place]),
    [['x', '1']],
  );
});

test('the row that others were made from is in their group, though it names nothing', () => {
  const profile = linkedBy([{ type: 'reformulation', field: ['of'], names: 'row', place: ['how'] }]);
  const rows = [{ id: 7, of: 5, how: 'term' }, { id: 5 }, { id: 6, of: 5, how: 'background' }];
  assert.deepEqual(shorts({ 'a.jsonl': rows }, profile), [
    'reformulation 5: 2 original, 3 background, 1 term',
  ]);
});

test('rows of parallel files have the name of their file for a place', () => {
  const profile = linkedBy([{ type: 'reformulation', field: ['id'], files: ['*.jsonl'] }]);
  assert.deepEqual(shorts({ 'original.jsonl': [{ id: 1 }], 'term.jsonl.gz': [{ id: 1 }] }, profile), [
    'reformulation 1: 1 original, 1/1 term',
  ]);
});

test('rows that somebody linked by hand are a group, in the order that was given', () => {
  const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const link = {
    type: 'composition' as const,
    name: 'E1',
    rows: [
      { key: 'id:c', place: '1' },
      { key: 'id:a', place: '2' },
      { key: 'id:b', place: 'result' },
      { key: 'id:gone', place: '3' },
    ],
  };
  assert.deepEqual(shorts({ 'a.jsonl': rows }, linkedBy([]), [link]), ['composition E1: 3 1, 1 2, 2 result']);
});

test('broken, blank and unlinked rows are passed over, and a long name is cut but stays its own', () => {
  const profile = linkedBy([{ type: 'extension', field: ['orig'] }]);
  const [one, two] = ['x y '.repeat(200) + '1', 'x y '.repeat(200) + '2'];
  const groups = groupsOf(
    scanOf(
      { 'a.jsonl': ['{', '', '[]', '3', { orig: one }, { orig: two }, { orig: one }, { orig: {} }] },
      profile,
    ),
  );
  assert.deepEqual(
    groups.map(({ members }) => members.map(({ row }) => row)),
    [[4, 6], [5]],
  );
  assert.ok(groups.every(({ name }) => name.length < 430));
});
