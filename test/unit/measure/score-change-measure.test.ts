import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behind, figure, measured } from '../seeds/measured';

const row = (id: string, reward: number, model?: string) => ({
  id,
  question: `What is ${id}?`,
  reward,
  ...(model === undefined ? {} : { model }),
});

test('in long form a row is compared with that of its model in the other file', async () => {
  const before = [row('a', 1, 'alpha'), row('a', 0, 'beta'), row('b', 1, 'alpha'), row('b', 1, 'beta')];
  const after = [row('a', 1, 'alpha'), row('a', 1, 'beta'), row('b', 0, 'alpha'), row('b', 1, 'beta')];
  const change = figure(await measured(after, { other: before }), 'Change of reward');
  assert.deepEqual(behind(change), [
    ['worse', [2]],
    ['the same', [0, 3]],
    ['better', [1]],
  ]);
});

test('a row of another model is compared where it is the only one; of several alike none is', async () => {
  const other = [row('a', 1, 'step100'), row('b', 1, 'step100'), row('b', 0, 'step100')];
  const change = figure(
    await measured([row('a', 0, 'step200'), row('b', 1, 'step100')], { other }),
    'Change of reward',
  );
  assert.deepEqual(behind(change), [
    ['worse', [0]],
    ['the same', []],
    ['better', []],
  ]);
});
