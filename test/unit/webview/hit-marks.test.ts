import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longRuns, marksInField, marksInProblem } from '../../../webview/evidence/hit-marks';

const span = (start: number, end: number) => ({ start, end });
const pair = (item: [number, number], row: [number, number]) => ({ item: span(...item), row: span(...row) });
const source = (text: string, start = 0, path: string[] = ['problem']) => ({
  path,
  start,
  end: start + text.length,
  text,
  dialect: 'plain' as const,
});

const RUNS = [pair([0, 20], [40, 60]), pair([22, 25], [62, 65]), pair([30, 50], [70, 90])];
const NUMBERS = [pair([21, 22], [61, 62])];

test('long runs have numbers in their order; short ones have none', () => {
  assert.deepEqual(
    longRuns(RUNS).map(({ number, item }) => [number, item.start]),
    [
      [1, 0],
      [2, 30],
    ],
  );
});

test('places in a field are those of the texts that were made of it', () => {
  const text = source('x'.repeat(40), 50);
  const marks = marksInField(text, ['problem'], RUNS, NUMBERS);
  assert.deepEqual(marks, [
    { start: 0, end: 10, kind: 'same', number: 1 },
    { start: 12, end: 15, kind: 'same', number: undefined },
    { start: 20, end: 40, kind: 'same', number: 2 },
    { start: 11, end: 12, kind: 'ring' },
  ]);
  assert.deepEqual(marksInField(source('x', 0, ['solution']), ['problem'], RUNS, NUMBERS), []);
});

test('places in an item go over the texts of its problem', () => {
  const problem = [source('a'.repeat(10)), source('b'.repeat(60), 0, ['more'])];
  const [first, second] = marksInProblem(problem, RUNS, NUMBERS, 'item');
  assert.deepEqual(first?.marks, [{ start: 0, end: 10, kind: 'same', number: 1 }]);
  assert.deepEqual(
    second?.marks.map(({ start, end }) => [start, end]),
    [
      [0, 9],
      [11, 14],
      [19, 39],
      [10, 11],
    ],
  );
});
