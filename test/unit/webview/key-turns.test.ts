import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeyTurns } from '../../../webview/key-turns';

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test('keys typed ahead are each about what the key before them brought', async () => {
  const page = { row: 1, settled: Promise.resolve() };
  const judged: number[] = [];
  const judgeAndGoOn = () => {
    judged.push(page.row);
    page.settled = later(5).then(() => void page.row++);
  };
  const turns = new KeyTurns(assert.ifError);
  page.settled = later(5); // the first row is being drawn
  for (let key = 0; key < 4; key++) turns.take(() => page.settled, judgeAndGoOn);
  assert.equal(turns.idle, false);
  while (!turns.idle) await later(1);
  assert.deepEqual(judged, [1, 2, 3, 4]);
});

test('work that begins while other work is waited for is waited for as well', async () => {
  const done: string[] = [];
  const page = { settled: Promise.resolve() };
  page.settled = later(2).then(() => {
    done.push('first');
    page.settled = later(2).then(() => void done.push('second'));
  });
  const turns = new KeyTurns(assert.ifError);
  turns.take(
    () => page.settled,
    () => void done.push('key'),
  );
  while (!turns.idle) await later(1);
  assert.deepEqual(done, ['first', 'second', 'key']);
});

test('an act that fails is told, and the next key has its turn', async () => {
  const told: unknown[] = [];
  const done: string[] = [];
  const turns = new KeyTurns((error) => told.push(error));
  const fault = new Error('no such row');
  turns.take(
    () => undefined,
    () => {
      throw fault;
    },
  );
  turns.take(
    () => undefined,
    () => void done.push('next'),
  );
  while (!turns.idle) await later(1);
  assert.deepEqual([told, done], [[fault], ['next']]);
});
