import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SpreadTally } from '../../../src/core/column/spread';
import { rubricsIn } from '../../../webview/measures/rubric';

function score(name: string, ...values: number[]) {
  const tally = new SpreadTally();
  for (const value of values) tally.add(value);
  const spread = tally.result();
  assert.ok(spread);
  return { name, field: name, spread };
}

test('three scores or more of one object are a rubric, on the least scale that holds them', () => {
  const [rubric, ...none] = rubricsIn([
    score('scores Clarity', 70, 80),
    score('scores Integrity', 90),
    score('scores Depth', 12),
    score('difficulty', 3),
  ]);
  assert.deepEqual(none, []);
  assert.deepEqual(rubric, {
    name: 'scores',
    dimensions: [
      { name: 'Clarity', mean: 75 },
      { name: 'Integrity', mean: 90 },
      { name: 'Depth', mean: 12 },
    ],
    most: 100,
  });
});

test('two scores are none, nor is what falls below zero', () => {
  assert.deepEqual(rubricsIn([score('a x', 1), score('a y', 2)]), []);
  assert.deepEqual(rubricsIn([score('a x', 1), score('a y', 2), score('a z', -1)]), []);
});
