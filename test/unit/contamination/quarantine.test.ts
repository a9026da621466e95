import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fold } from '../../../src/core/annotation/fold';
import type { LogEvent } from '../../../src/core/annotation/event';
import { isQuarantined } from '../../../src/core/contamination/quarantine';
import { decisionFacts } from '../../../src/core/query/state-facts';
import { contamination, duplicate, label, quarantine, undo } from '../annotation/events';

const CASES: [string, LogEvent[], boolean][] = [
  ['nothing was said', [label({ n: 1 })], false],
  ['it was judged the same', [contamination({ n: 1 })], true],
  ['it has other numbers', [contamination({ n: 1, verdict: 'other-numbers' })], false],
  ['it is a false alarm', [contamination({ n: 1, verdict: 'false-alarm' })], false],
  [
    'another item is a false alarm',
    [contamination({ n: 1 }), contamination({ n: 2, item: '8', verdict: 'false-alarm' })],
    true,
  ],
  [
    'the verdict was changed',
    [contamination({ n: 1 }), contamination({ n: 2, verdict: 'false-alarm' })],
    false,
  ],
  [
    'another annotator differs',
    [contamination({ n: 1 }), contamination({ n: 2, by: 'bo', verdict: 'false-alarm' })],
    true,
  ],
  ['the verdict was undone', [contamination({ n: 1 }), undo({ n: 2, of: 1 })], false],
  ['it was put there by hand', [quarantine({ n: 1 })], true],
  [
    'somebody else let it in again',
    [contamination({ n: 1 }), quarantine({ n: 2, by: 'bo', on: false })],
    false,
  ],
  ['it is the same as a row that stays', [duplicate({ n: 1 })], true],
  ['it is the one that stays', [duplicate({ n: 1, stays: true })], false],
  ['it is like another row with other numbers', [duplicate({ n: 1, verdict: 'other-numbers' })], false],
  [
    'it stays now, and went before',
    [duplicate({ n: 1 }), quarantine({ n: 2, on: false }), duplicate({ n: 3, item: 'id:8', stays: true })],
    false,
  ],
  [
    'it was judged the same after that',
    [quarantine({ n: 1, on: false }), contamination({ n: 2, by: 'bo' })],
    true,
  ],
];

for (const [name, events, expected] of CASES) {
  test(`quarantine where ${name}: ${expected}`, () => {
    for (const order of [events, events.toReversed()]) {
      const fold = new Fold();
      fold.add(order);
      assert.equal(isQuarantined(fold.standing('id:1')), expected);
    }
  });
}

test('a query is told what was judged, by whom, and what it comes to', () => {
  const fold = new Fold();
  fold.add([
    contamination({ n: 1 }),
    contamination({ n: 2, by: 'bo', verdict: 'false-alarm' }),
    contamination({ n: 3, item: '8', verdict: 'same-source' }),
  ]);
  const facts = decisionFacts(['id:1'], (key) => fold.standing(key), new Set());
  assert.deepEqual(facts.get('id:1'), [
    { what: 'contaminated', value: 'same', by: 'ada' },
    { what: 'contaminated', value: 'false-alarm', by: 'bo' },
    { what: 'contaminated', value: 'same-source', by: 'ada' },
    { what: 'contaminated', value: 'quarantined', by: '' },
  ]);
});
