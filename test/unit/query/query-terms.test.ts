import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hasTerm, withoutTerm, withTerm } from '../../../src/core/query/query-terms';

test('a facet is one more condition', () => {
  assert.equal(withTerm('', 'level:5'), 'level:5');
  assert.equal(withTerm(' labels:none ', 'level:5'), 'labels:none level:5');
  assert.equal(withTerm('labels:none level:5', 'level:5'), 'labels:none level:5');
  assert.equal(withTerm('a or b', 'level:5'), '(a or b) level:5');
  assert.equal(withTerm('"this or that"', 'level:5'), '"this or that" level:5');
  assert.equal(withTerm('(a or b) or c', 'level:5'), '((a or b) or c) level:5');
  assert.equal(withTerm('(a or b)', 'level:5'), '(a or b) level:5');
  assert.equal(withTerm('or:0', 'level:5'), 'or:0 level:5', 'a field of that name is no “or”');
});

test('a facet that is chosen again is taken out', () => {
  assert.equal(withoutTerm('labels:none level:5', 'level:5'), 'labels:none');
  assert.equal(withoutTerm('level:5', 'level:5'), '');
  assert.equal(withoutTerm('a level:5 b', 'level:5'), 'a b');
  assert.equal(withoutTerm('level:55', 'level:5'), 'level:55');
});

test('what was added is there, and can be taken out again', () => {
  const word = fc.stringMatching(/^[a-z]{1,5}(:[0-9]{1,2})?$/).filter((each) => each !== 'or');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 4 }), word, (words, term) => {
      fc.pre(!words.includes(term));
      const before = words.join(' ');
      const after = withTerm(before, term);
      assert.ok(hasTerm(after, term));
      assert.equal(withoutTerm(after, term), before);
    }),
  );
});
