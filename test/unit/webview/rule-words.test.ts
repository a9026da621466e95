import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruleWords } from '../../../webview/table/rule-words';

test('a rule is named in words', () => {
  assert.equal(ruleWords('maths/unclosed-group'), 'maths: unclosed group');
  assert.equal(ruleWords('json'), 'json');
});
