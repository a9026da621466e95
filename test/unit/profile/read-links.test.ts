import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkRule } from '../../../src/core/profile/profile';
import { readLinks } from '../../../src/core/profile/read-links';
import type { Link } from '../../../src/core/profile/reading';
import type { Json } from '../../../src/core/row/json';

const bySeed: LinkRule = {
  type: 'variant',
  field: ['id'],
  pattern: String.raw`^(?<group>\d{1,2})000(?<place>\d{1,4})$`,
};

/** What a row says by one rule, in a dataset whose rows are named by `id`. */
function linksBy(rule: LinkRule, row: Json): Link[] {
  return readLinks(row, { links: [rule], idField: ['id'] });
}

test('a shared field names the group, and another the place', () => {
  const rule: LinkRule = { type: 'sub-problem', field: ['meta', 'ID'], place: ['key'] };
  assert.deepEqual(linksBy(rule, { meta: { ID: 'A7' }, key: '2steps_1' }), [
    { type: 'sub-problem', group: 'A7', place: '2steps_1', path: ['meta', 'ID'] },
  ]);
});

test('a pattern takes group and place out of an id, written as text or as a number', () => {
  for (const id of ['120003', 120003]) {
    assert.deepEqual(linksBy(bySeed, { id }), [{ type: 'variant', group: '12', place: '3', path: ['id'] }]);
  }
});

test('what is missing, empty, of another kind or not matched names no group', () => {
  for (const id of [undefined, null, '', true, ['120003'], 'seed-12']) {
    assert.deepEqual(linksBy(bySeed, id === undefined ? {} : { id }), []);
  }
});

test('a row that was made from another names it, and that one names itself', () => {
  const rule: LinkRule = { type: 'reformulation', field: ['of'], names: 'row', place: ['aspect'] };
  const path = ['of'];
  assert.deepEqual(linksBy(rule, { id: 'b', of: 'a', aspect: 'term' }), [
    { type: 'reformulation', group: 'a', place: 'term', path, rows: [{ id: 'a', place: 'original' }] },
  ]);
  assert.deepEqual(linksBy(rule, { id: 'a', of: 'a' }), [
    { type: 'reformulation', group: 'a', place: 'original', path },
  ]);
});

test('a row that is made of others has a group of its own, with them in their order', () => {
  const rule: LinkRule = { type: 'fusion', field: ['parents'], names: 'rows', place: ['strategy'] };
  const [link] = linksBy(rule, { id: 9, parents: ['id:g1', { id: 4 }, null, { text: 'no id' }] });
  assert.deepEqual(link, {
    type: 'fusion',
    group: '9',
    place: 'result',
    path: ['parents'],
    rows: [
      { id: 'g1', place: '1' },
      { id: '4', place: '2' },
    ],
  });
  const [unnamed] = linksBy(rule, { parents: ['g1', 'g2'], strategy: 'sequential' });
  assert.deepEqual([unnamed?.group, unnamed?.place], ['g1 + g2', 'sequential']);
  for (const parents of [[], null, [null], [''], {}]) assert.deepEqual(linksBy(rule, { id: 9, parents }), []);
});

test('the original of an extension may stand in its row, as the text it is', () => {
  const rule: LinkRule = { type: 'extension', field: ['orig_question'] };
  const orig = 'Tom has 3 pens. How many?';
  const [link] = linksBy(rule, { orig_question: orig });
  assert.equal(link?.group, orig);
  const source = link?.original;
  assert.deepEqual(
    [source?.text, source?.start, source?.end, source?.path],
    [orig, 0, 25, ['orig_question']],
  );
  assert.equal(linksBy(rule, { orig_question: 'q17' })[0]?.original, undefined);
  assert.equal(linksBy({ ...rule, names: 'group' }, { orig_question: orig })[0]?.original, undefined);
  assert.ok(linksBy({ ...rule, type: 'reformulation', names: 'text' }, { orig_question: 'x' })[0]?.original);
});
