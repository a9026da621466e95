import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QueueOrder } from '../../../src/core/queue/queue-order';

const rows = (count: number) => Array.from({ length: count }, (_, at) => 2 * at);
const always = () => true;
const never = () => false;

test('a row that comes twice comes again when fifty others have come, or at the end, never within twenty', () => {
  const order = new QueueOrder(rows(100), new Set([0, 2 * 60, 2 * 79, 2 * 80]));
  const again = order
    .slice(0, 200)
    .flatMap(({ number, again: second }, at) => (second ? [[at, number]] : []));
  assert.deepEqual(again, [
    [51, 0],
    [101, 120],
    [102, 158],
  ]);
  assert.equal(order.length, 103);
});

test('every row comes once the first time, in the order of the queue', () => {
  const order = new QueueOrder(rows(60).toReversed(), new Set([118, 100, 40]));
  const first = order.slice(0, 100).flatMap(({ number, again }) => (again ? [] : [number]));
  assert.deepEqual(first, rows(60).toReversed());
});

test('both times have their own place and neighbours', () => {
  const order = new QueueOrder(rows(30), new Set([4]));
  assert.equal(order.positionOf({ number: 4, again: false }), 2);
  assert.equal(order.positionOf({ number: 4, again: true }), 30);
  assert.equal(order.positionOf({ number: 6, again: true }), null);
  assert.equal(order.positionOf({ number: 5, again: false }), null);
  assert.deepEqual(order.neighbour(29, 1, always), { number: 4, again: true });
  assert.deepEqual(order.neighbour(30, -1, always), { number: 58, again: false });
  assert.equal(order.neighbour(30, 1, always), null);
  assert.equal(order.neighbour(0, -1, always), null);
});

test('a row is passed over that is not due again', () => {
  const order = new QueueOrder(rows(80), new Set([0, 4]));
  assert.deepEqual(order.neighbour(50, 1, never), { number: 102, again: false });
  assert.deepEqual(
    order.neighbour(50, 1, (row) => row === 0),
    { number: 0, again: true },
  );
  assert.equal(new QueueOrder(rows(30), new Set([4])).neighbour(29, 1, never), null);
});
