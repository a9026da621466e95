import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selfFigures } from '../../../src/core/agreement/self-agreement';
import { eventSchema } from '../../../src/core/annotation/event';
import type { SignedDecision } from '../../../src/core/annotation/event';
import { Fold } from '../../../src/core/annotation/fold';
import { isLabelledBy, seenAgain } from '../../../src/core/annotation/second-pass';
import { selfScore } from '../../../src/core/queue/self-score';
import { flag, label, mark, numbers, tag, undo, verdict } from './events';

const again = (decision: SignedDecision): SignedDecision => ({ ...decision, again: true });

/** Three steps of a row labelled twice, the second time otherwise in one. */
const TWICE = [
  label({ n: 1, step: 0, value: 'good' }),
  label({ n: 2, step: 1, value: 'bad' }),
  label({ n: 3, step: 2, value: 'good' }),
  again(label({ n: 10, step: 0, value: 'good' })),
  again(label({ n: 11, step: 1, value: 'good' })),
  again(label({ n: 12, step: 2, value: 'good' })),
];

test('what is said a second time stands beside the first word, not in its place', () => {
  const fold = new Fold();
  fold.add(TWICE);
  assert.deepEqual(numbers(fold.standing('id:1')), [1, 2, 3]);
  assert.deepEqual(numbers(fold.standingAgain('id:1')), [10, 11, 12]);
  assert.deepEqual(numbers(fold.decisions), [1, 2, 3]);
});

test('undo takes back the second word before the first, and a fold of the events in any order says the same', () => {
  const events = [...TWICE, undo({ n: 13, of: 12 }), undo({ n: 14, of: 11 })];
  for (const order of [events, events.toReversed()]) {
    const fold = new Fold();
    for (const event of order) fold.add([event]);
    assert.deepEqual(numbers(fold.standingAgain('id:1')), [10]);
    assert.deepEqual(numbers(fold.newest('ada')), [10]);
    assert.deepEqual(numbers(fold.standing('id:1')), [1, 2, 3]);
  }
});

test('a row that was only looked at again counts as no labelled row', () => {
  const fold = new Fold();
  fold.add([again(label({ n: 1 })), label({ n: 2, row: 'id:2' })]);
  assert.deepEqual([...fold.rowsDecidedBy('ada')], ['id:2']);
  fold.add([again(label({ n: 3, row: 'id:3' }))]);
  assert.deepEqual([...fold.rowsDecidedBy('ada')], ['id:2']);
  assert.deepEqual([...fold.rowsRepeatedBy('ada')], ['id:1', 'id:3']);
});

test('in the second pass one sees flags and one’s words of that pass, and nothing of the first', () => {
  const first = [label({ n: 1 }), tag({ n: 2 }), flag({ n: 3 }), label({ n: 4, by: 'bob' })];
  const second = [again(label({ n: 5 })), again(label({ n: 6, by: 'bob' }))];
  assert.deepEqual(numbers(seenAgain(first, second, 'ada')), [3, 4, 5]);
});

test('a row that was skipped is not labelled, one with a verdict is', () => {
  assert.equal(isLabelledBy([mark({ n: 1 })], 'ada'), false);
  assert.equal(isLabelledBy([verdict({ n: 1, by: 'bob' })], 'ada'), false);
  assert.equal(isLabelledBy([verdict({ n: 1 })], 'ada'), true);
});

test('the score compares what was said both times', () => {
  const fold = new Fold();
  fold.add([...TWICE, verdict({ n: 20 })]);
  assert.deepEqual(selfScore(fold, 'ada'), { same: 2, all: 3 });
  assert.equal(selfScore(fold, 'bob'), null);
});

test('agreement with oneself has percent and kappa of each question', () => {
  const fold = new Fold();
  fold.add([...TWICE, label({ n: 30, by: 'bob', step: 0, value: 'bad' })]);
  const figures = selfFigures(fold).filter(({ about }) => about === 'step label');
  assert.deepEqual(
    figures.map(({ part, annotators, items, statistic, value }) => ({
      ...{ part, annotators, items, statistic },
      value: value === null ? null : Number(value.toFixed(4)),
    })),
    [
      { part: 'self', annotators: ['ada'], items: 3, statistic: 'percent', value: 0.6667 },
      // observed 2/3; by chance 2/3 · 1 + 1/3 · 0 = 2/3
      { part: 'self', annotators: ['ada'], items: 3, statistic: 'Cohen kappa', value: 0 },
    ],
  );
});

test('a log line says that it was said again, and only ever true', () => {
  const line = again(label({ n: 1 }));
  assert.deepEqual(eventSchema.parse(line), line);
  assert.equal(eventSchema.safeParse({ ...line, again: false }).success, false);
});
