import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sumOfScores } from '../../../src/core/queue/gold-score';

test('the scores of several queues are one figure, and none is no figure', () => {
  assert.deepEqual(
    sumOfScores([
      { same: 3, all: 4 },
      { same: 1, all: 2 },
    ]),
    { same: 4, all: 6 },
  );
  assert.equal(sumOfScores([]), null);
});
