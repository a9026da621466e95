import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignedSteps } from '../../../src/core/compare/aligned-steps';
import { traceOf } from '../traces';

function traceWith(...texts: string[]) {
  const trace = traceOf('t', texts.length);
  return {
    ...trace,
    steps: trace.steps.map((step, at) => ({ ...step, source: { ...step.source, text: texts[at] ?? '' } })),
  };
}

const aligned = (older: string[], newer: string[]) =>
  alignedSteps(traceWith(...older), traceWith(...newer)).map(
    (pair) => `${pair.older ?? '-'} ${pair.newer ?? '-'}`,
  );

test('steps stand beside what they became; one that came in stands alone', () => {
  assert.deepEqual(
    aligned(
      ['Add $1 + 4$.', 'The sum is therefore $13$.', 'Done.'],
      ['Add $1 + 4$.', 'Nothing left out.', 'The sum is hence $14$.', 'Done.'],
    ),
    ['0 0', '- 1', '1 2', '2 3'],
  );
});

test('a step that was taken out stands alone, and every step is there once', () => {
  assert.deepEqual(aligned(['one', 'two', 'three'], ['one', 'three']), ['0 0', '1 -', '2 1']);
  assert.deepEqual(aligned(['one'], ['one', 'two']), ['0 0', '- 1']);
  assert.deepEqual(aligned([], ['one']), ['- 0']);
});

test('versions that are the same, spaces aside, stand step by step', () => {
  assert.deepEqual(aligned(['one  two', 'three'], ['one two', 'three']), ['0 0', '1 1']);
});
