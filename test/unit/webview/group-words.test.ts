import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkedBy } from '../link/linked-rows';
import { placeWords, rulesInWords } from '../../../webview/group/group-words';

test('places are said as people say them', () => {
  assert.equal(placeWords('variant', '', true), 'seed');
  assert.equal(placeWords('variant', '3', false), 'variant 3');
  assert.equal(placeWords('fusion', '1', false), 'parent 1');
  assert.equal(placeWords('sub-problem', '2steps_multi', false), '2steps_multi');
  assert.equal(placeWords('variant', '', false), '');
});

test('languages have their names, and what only looks like one stays as it is', () => {
  assert.equal(placeWords('translation', 'ar', false), 'Arabic (ar)');
  assert.equal(placeWords('translation', 'pt_BR', false), 'Brazilian Portuguese (pt-BR)');
  for (const place of ['Swahili (Kenya)', 'zz-notalanguage', 'x', ''])
    assert.equal(placeWords('translation', place, false), place);
});

test('what links rows is said by type, each field once', () => {
  const profile = linkedBy([
    { type: 'fusion', field: ['parents'] },
    { type: 'variant', field: ['meta', 'seed'] },
    { type: 'fusion', field: ['parent_ids'] },
    { type: 'fusion', field: ['parents'] },
  ]);
  assert.equal(rulesInWords(profile), 'fusion by parents or parent_ids, variant by meta.seed');
});
