import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsInSight } from '../../../webview/reading/board-room';
import { stepsInSight } from '../../../webview/reading/drawn-steps';

const traceOf = (texts: string[]) => ({ steps: texts.map((text) => ({ source: { text } })) });

test('steps are drawn at once until they fill the height for certain, as long as the longest beside them', () => {
  const short = Array.from({ length: 40 }, () => 'So $x = 1$.');
  assert.equal(stepsInSight([traceOf(short)], { width: 900, height: 340 }), 10);
  const long = short.map(() => 'word '.repeat(100));
  assert.equal(stepsInSight([traceOf(short), traceOf(long)], { width: 900, height: 340 }), 3);
  assert.equal(stepsInSight([traceOf(short.slice(0, 4))], { width: 900, height: 340 }), 4);
  assert.equal(stepsInSight([], { width: 900, height: 340 }), 0);
});

test('what is not seen of a formula takes no room', () => {
  const formula = `$${'\\displaystyle{x}'.repeat(80)}$`;
  assert.equal(stepsInSight([traceOf([formula, formula, formula])], { width: 900, height: 60 }), 2);
});

test('in a narrow column a text takes more lines, and fewer steps fill the height', () => {
  const steps = Array.from({ length: 40 }, () => 'word '.repeat(26));
  const wide = stepsInSight([traceOf(steps)], { width: 900, height: 600 });
  const beside = stepsInSight([traceOf(steps), traceOf(steps)], { width: 560, height: 600 });
  assert.equal(wide, 11);
  assert.equal(beside, 8);
});

test('columns are drawn where they are shown: one, two or three', () => {
  const shown = [519, 520, 859, 860, Infinity].map((width) => columnsInSight({ width, height: 1 }));
  assert.deepEqual(shown, [1, 2, 2, 3, 3]);
});
