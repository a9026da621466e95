import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fold } from '../../../src/core/annotation/fold';
import { readProject } from '../../../src/core/project/read-project';
import { goldScore } from '../../../src/core/queue/gold-score';
import { assignedTo, chance, isInQueue, isRepeated, isSampled } from '../../../src/core/queue/queue-share';
import { label, undo } from '../annotation/events';

const KEYS = Array.from({ length: 6000 }, (_, at) => `id:row-${at}`);
const THREE = ['ada', 'bob', 'cyd'];
const queue = (change: object = {}) => ({
  ...{
    name: 'pass',
    query: '',
    annotators: THREE as [string, ...string[]],
    overlap: 1,
    sample: 1,
    repeats: 0,
  },
  ...{ goldKeys: new Set<string>(), ...change },
});

test('the number of words is the first 52 bits of their SHA-256, as any program can compute it', () => {
  // printf 'pass\nid:1\nada' | sha256sum
  assert.equal(chance('pass', 'id:1', 'ada'), 0xbc918f5d67bf6 / 2 ** 52);
});

for (const overlap of [1, 2, 3]) {
  test(`with an overlap of ${overlap} each row has as many annotators, and each annotator as many rows`, () => {
    const counts = new Map(THREE.map((name) => [name, 0]));
    for (const key of KEYS) {
      const who = assignedTo(queue({ overlap }), key);
      assert.equal(new Set(who).size, overlap);
      for (const name of who) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const fair = (KEYS.length * overlap) / 3;
    for (const [name, count] of counts) assert.ok(Math.abs(count - fair) < 0.05 * fair, `${name} ${count}`);
  });
}

test('pairs of annotators meet equally often', () => {
  const pairs = new Map<string, number>();
  for (const key of KEYS) {
    const pair = assignedTo(queue({ overlap: 2 }), key)
      .toSorted()
      .join();
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  assert.equal(pairs.size, 3);
  for (const count of pairs.values()) assert.ok(Math.abs(count - 2000) < 120, String(count));
});

test('when somebody joins, rows go to them and to nobody else', () => {
  const four = queue({ annotators: [...THREE, 'dan'] });
  const moved = KEYS.filter((key) => assignedTo(four, key)[0] !== assignedTo(queue(), key)[0]);
  assert.ok(moved.every((key) => assignedTo(four, key)[0] === 'dan'));
  assert.ok(Math.abs(moved.length - 1500) < 120, String(moved.length));
});

test('another queue of the same people shares the rows otherwise', () => {
  const other = KEYS.filter(
    (key) => assignedTo(queue({ name: 'b' }), key)[0] === assignedTo(queue(), key)[0],
  );
  assert.ok(Math.abs(other.length - 2000) < 150, String(other.length));
});

test('a sample is its share of the rows, and a larger one holds the smaller', () => {
  const tenth = KEYS.filter((key) => isSampled({ name: 'pass', sample: 0.1 }, key));
  assert.ok(Math.abs(tenth.length - 600) < 80, String(tenth.length));
  assert.ok(tenth.every((key) => isSampled({ name: 'pass', sample: 0.2 }, key)));
});

test('rows that are the measure are in the queue of everybody who takes part, and of nobody else', () => {
  const with1 = queue({ sample: 0.001, goldKeys: new Set(['id:row-1']) });
  assert.deepEqual(
    [...THREE, 'eve', null].map((name) => isInQueue(with1, 'id:row-1', name)),
    [true, true, true, false, true],
  );
});

test('which rows come a second time is each annotator’s own share, the same each time', () => {
  const twentieth = queue({ repeats: 0.05 });
  const of = (name: string) => KEYS.filter((key) => isRepeated(twentieth, key, name));
  assert.ok(Math.abs(of('ada').length - 300) < 60, String(of('ada').length));
  assert.deepEqual(of('ada'), of('ada'));
  const both = of('ada').filter((key) => isRepeated(twentieth, key, 'bob'));
  assert.ok(both.length < 40, String(both.length));
  assert.ok(of('ada').every((key) => chance('pass', key, 'ada', 'again') < 0.05));
  assert.deepEqual(
    KEYS.filter((key) => isRepeated(queue(), key, 'ada')),
    [],
  );
});

test('labels of these rows are compared where both said something, as they stand', () => {
  const fold = new Fold();
  fold.add([
    label({ n: 1, by: 'lead', step: 0, value: 'good' }),
    label({ n: 2, by: 'lead', step: 1, value: 'bad' }),
    label({ n: 3, by: 'lead', step: 2, value: 'bad' }),
    label({ n: 4, by: 'ada', step: 0, value: 'bad' }),
    label({ n: 5, by: 'ada', step: 0, value: 'good' }),
    label({ n: 6, by: 'ada', step: 1, value: 'neutral' }),
    label({ n: 7, by: 'ada', step: 2, value: 'bad' }),
    undo({ n: 8, by: 'ada', of: 7 }),
    label({ n: 9, by: 'ada', row: 'id:2' }),
  ]);
  assert.deepEqual(goldScore(fold, 'lead', 'ada'), { same: 1, all: 2 });
  assert.equal(goldScore(fold, 'lead', 'bob'), null);
});

test('a queue that cannot be is told with its place', () => {
  const bad = {
    greedy: { annotators: ['ada'], overlap: 2 },
    twice: { annotators: ['ada', 'ada'] },
    odd: { annotators: ['ada'], query: 'label:great' },
    good: { annotators: ['ada', 'bob'], overlap: 2, query: 'level:5', sample: 0.5, gold: 'lead' },
  };
  const { queues, faults } = readProject(JSON.stringify({ queues: bad }));
  assert.deepEqual(Object.keys(queues), ['good']);
  assert.deepEqual(
    faults.map(({ path }) => path),
    ['queues.greedy.overlap', 'queues.twice.annotators', 'queues.odd.query'],
  );
});
