import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carriedIn } from '../../../src/core/annotation/carried';
import type { SignedDecision } from '../../../src/core/annotation/event';
import { eventSchema } from '../../../src/core/annotation/event';
import { Fold } from '../../../src/core/annotation/fold';
import { idOf, label, numbers, stepTarget, undo } from './events';

/** Says of events, by their numbers, that they hold for a changed text or that they do not. */
function settled(what: 'carry' | 'drop', n: number, of: number[], by = 'ada'): SignedDecision {
  const { v, id, time, annotator, machine, row } = label({ n, by });
  return { v, id, time, annotator, machine, row, what, target: stepTarget(), value: of.map(idOf) };
}

const standing = (...events: Parameters<Fold['add']>[0][]) => {
  const fold = new Fold();
  for (const event of events) fold.add(event);
  return fold.standing('id:1');
};

test('both are events, and lose nothing', () => {
  for (const what of ['carry', 'drop'] as const)
    assert.deepEqual(eventSchema.parse(settled(what, 2, [1])), settled(what, 2, [1]));
});

test('what is dropped does not stand, nor what it had replaced; in any order of the events', () => {
  const events = [label({ n: 1 }), label({ n: 2, value: 'bad' }), settled('drop', 3, [2])];
  assert.deepEqual(numbers(standing(events)), []);
  assert.deepEqual(numbers(standing(...events.toReversed().map((event) => [event]))), []);
});

test('a label after the drop stands, and an undo of the drop brings back what it took', () => {
  const before = [label({ n: 1, step: 0 }), label({ n: 2, step: 1 }), settled('drop', 3, [1])];
  assert.deepEqual(numbers(standing(before)), [2]);
  assert.deepEqual(numbers(standing([...before, label({ n: 4, step: 0 })])), [2, 4]);
  assert.deepEqual(numbers(standing([...before, undo({ n: 4, of: 3 })])), [1, 2]);
});

test('nobody drops what somebody else said', () => {
  assert.deepEqual(numbers(standing([label({ n: 1 }), settled('drop', 2, [1], 'bob')])), [1]);
});

test('a row of which all is dropped is decided no longer', () => {
  const fold = new Fold();
  fold.add([label({ n: 1 })]);
  assert.equal(fold.rowsDecidedBy('ada').size, 1);
  fold.add([settled('drop', 2, [1])]);
  assert.equal(fold.rowsDecidedBy('ada').size, 0);
  fold.add([undo({ n: 3, of: 2 })]);
  assert.equal(fold.rowsDecidedBy('ada').size, 1);
});

test('a label is carried by its own annotator, last of all by the last', () => {
  const all = [
    label({ n: 1 }),
    settled('carry', 2, [1], 'bob'),
    settled('carry', 3, [1]),
    settled('carry', 4, [1, 9]),
  ];
  assert.deepEqual(
    [...carriedIn(all)].map(([id, { id: by }]) => [id, by]),
    [[idOf(1), idOf(4)]],
  );
  assert.equal(standing(all).length, 4, 'the label stands, and so do the carries');
});
