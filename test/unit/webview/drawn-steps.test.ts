import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepsInSight } from '../../../webview/reading/drawn-steps';

const traceOf = (texts: string[]) => ({ steps: texts.map((text) => ({ source: { text } })) });

test('steps are drawn at once until they fill the height for certain, as long as the longest beside them', () => {
  const short = Array.from({ length: 40 }, () => 'So $x = 1$.');
  assert.equal(stepsInSight([traceOf(short)], 340), 10);
  const long = short.map(() => 'word '.repeat(100));
  assert.equal(stepsInSight([traceOf(short), traceOf(long)], 340), 3);
  assert.equal(stepsInSight([traceOf(short.slice(0, 4))], 340), 4);
  assert.equal(stepsInSight([], 340), 0);
});

test('what is not seen of a formula takes no room', () => {
  const formula = `$${'\\displaystyle{x}'.repeat(80)}$`;
  assert.equal(stepsInSight([traceOf([formula, formula, formula])], 60), 2);
});
