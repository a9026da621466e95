import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkRule } from '../../../src/core/profile/profile';
import { readLinks } from '../../../src/core/profile/read-links';

const bySeed: LinkRule = {
  type: 'variant',
  field: ['id'],
  pattern: String.raw`^(?<group>\d{1,2})000(?<place>\d{1,4})$`,
};

test('a shared field names the group, and another the place', () => {
  const rule: LinkRule = { type: 'sub-problem', field: ['meta', 'ID'], place: ['key'] };
  assert.deepEqual(readLinks({ meta: { ID: 'A7' }, key: '2steps_1' }, [rule]), [
    { type: 'sub-problem', group: 'A7', place: '2steps_1', path: ['meta', 'ID'] },
  ]);
});

test('a pattern takes group and place out of an id, written as text or as a number', () => {
  for (const id of ['120003', 120003]) {
    assert.deepEqual(readLinks({ id }, [bySeed]), [
      { type: 'variant', group: '12', place: '3', path: ['id'] },
    ]);
  }
});

test('what is missing, empty, of another kind or not matched names no group', () => {
  for (const id of [undefined, null, '', true, ['120003'], 'seed-12']) {
    assert.deepEqual(readLinks(id === undefined ? {} : { id }, [bySeed]), []);
  }
});
