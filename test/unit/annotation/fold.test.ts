import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogEvent, SignedDecision } from '../../../src/core/annotation/event';
import { Fold } from '../../../src/core/annotation/fold';
import { seeded } from '../seeded';
import type { Chance } from '../seeded';
import { flag, idOf, label, mark, numbers, stepTarget, tag, undo, verdict } from './events';
import { plainStanding } from './plain-fold';

function folded(...batches: LogEvent[][]): Fold {
  const fold = new Fold();
  for (const batch of batches) fold.add(batch);
  return fold;
}

const standing = (fold: Fold, row = 'id:1') => numbers(fold.standing(row));

/** What happened, and the numbers of the events that stand at the end. */
const STORIES: [string, LogEvent[], number[]][] = [
  ['the last label of a step stands', [label({ n: 1 }), label({ n: 2, value: 'bad' })], [2]],
  ['each step has its own', [label({ n: 1 }), label({ n: 2, step: 1 })], [1, 2]],
  [
    'each trace has its own',
    [label({ n: 1 }), label({ n: 2, trace: 'u' }), verdict({ n: 3 }), mark({ n: 4 })],
    [1, 2, 3, 4],
  ],
  ['every flag stands', [flag({ n: 1 }), flag({ n: 2 })], [1, 2]],
  [
    'a target has many tags, each concept once',
    [
      tag({ n: 1 }),
      tag({ n: 2, concept: 'C_2' }),
      tag({ n: 3, target: stepTarget() }),
      tag({ n: 4, on: false }),
    ],
    [2, 3, 4],
  ],
  [
    'an undo brings a tag back that was taken off',
    [tag({ n: 1 }), tag({ n: 2, on: false }), undo({ n: 3, of: 2 })],
    [1],
  ],
  [
    'two annotators do not touch one another',
    [label({ n: 1 }), label({ n: 2, by: 'bob', value: 'bad' })],
    [1, 2],
  ],
  ['an undo brings the label before back', [label({ n: 1 }), label({ n: 2 }), undo({ n: 3, of: 2 })], [1]],
  ['an undo of the only label leaves none', [label({ n: 1 }), undo({ n: 2, of: 1 })], []],
  [
    'a group goes as one',
    [label({ n: 1, group: 9 }), label({ n: 2, step: 1, group: 9 }), undo({ n: 3, of: 9 })],
    [],
  ],
  ['an undone undo is none', [label({ n: 1 }), undo({ n: 2, of: 1 }), undo({ n: 3, of: 2 })], [1]],
  [
    'and that undone too',
    [label({ n: 1 }), undo({ n: 2, of: 1 }), undo({ n: 3, of: 2 }), undo({ n: 4, of: 3 })],
    [],
  ],
  ['nobody undoes for another', [label({ n: 1 }), undo({ n: 2, of: 1, by: 'bob' })], [1]],
  ['the same undo twice is one', [label({ n: 1 }), undo({ n: 2, of: 1 }), undo({ n: 3, of: 1 })], []],
  [
    'one of two undos undone leaves the other',
    [label({ n: 1 }), undo({ n: 2, of: 1 }), undo({ n: 3, of: 1 }), undo({ n: 4, of: 3 })],
    [],
  ],
  ['an undo of what nobody knows', [undo({ n: 1, of: 77 }), label({ n: 2 })], [2]],
];

for (const [name, events, expected] of STORIES) {
  test('a row is labelled by what is asked, or marked; a flag, a tag or an answer to another scheme is no label', () => {
    const fold = folded([
      label({ n: 1 }),
      { ...label({ n: 2, row: 'id:2' }), scheme: 's', question: 'q' } as SignedDecision,
      mark({ n: 3, row: 'id:3' }),
      flag({ n: 4, row: 'id:4' }),
      label({ n: 5, row: 'id:5', by: 'bob' }),
    ]);
    const rows = (scheme: string | null) => [...fold.rowsLabelledBy('ada', scheme)];
    assert.deepEqual([rows(null), rows('s'), rows('other')], [['id:1', 'id:3'], ['id:2', 'id:3'], ['id:3']]);
    fold.add([verdict({ n: 6, row: 'id:4' }), tag({ n: 7, row: 'id:6' })]);
    assert.deepEqual(rows(null), ['id:1', 'id:3', 'id:4']);
    fold.add([undo({ n: 8, of: 1 })]);
    assert.deepEqual(
      [rows(null), rows('s')],
      [
        ['id:3', 'id:4'],
        ['id:2', 'id:3'],
      ],
    );
  });

  test(`${name}, in any order`, () => {
    assert.deepEqual(standing(folded(events)), expected, 'in order');
    assert.deepEqual(standing(folded(events.toReversed())), expected, 'reversed');
    assert.deepEqual(standing(folded(...events.map((event) => [event]))), expected, 'one by one');
    assert.deepEqual(standing(folded(events, events)), expected, 'twice');
    assert.deepEqual(
      plainStanding(events, 'id:1').map(({ id }) => id),
      expected.map(idOf),
      'plainly',
    );
  });
}

/** A long history of two people on three rows, with groups and undos of everything. */
function history(chance: Chance, length: number): LogEvent[] {
  return Array.from({ length }, (_, at): LogEvent => {
    const n = at + 1;
    const by = chance.pick(['ada', 'ada', 'bob']);
    const row = chance.pick(['id:1', 'id:2', 'id:3']);
    const step = chance.below(3);
    const group = 900 + Math.floor(at / 3);
    switch (chance.below(9)) {
      case 8:
        return tag({ n, by, row, concept: chance.pick(['C_1', 'C_2']), on: chance.below(3) > 0 });
      case 0:
      case 1:
        return undo({ n, by, row, of: 1 + chance.below(at + 1) });
      case 2:
        return undo({ n, by, row, of: 900 + chance.below(Math.ceil(n / 3)) });
      case 3:
        return flag({ n, by, row });
      case 4:
        return label({ n, by, row, step, group });
      case 5:
        return verdict({ n, by, row });
      default:
        return label({ n, by, row, step, value: chance.pick(['good', 'bad']) });
    }
  });
}

const stateOf = (fold: Fold) => ({
  standing: ['id:1', 'id:2', 'id:3'].map((row) => standing(fold, row)),
  newest: ['ada', 'bob'].map((by) => numbers(fold.newest(by))),
  rows: ['ada', 'bob'].map((by) => [...fold.rowsDecidedBy(by)].toSorted()),
  newestId: fold.newestId,
});

/** The same events shuffled, some of them twice, in batches of any size. */
function scattered(events: LogEvent[], chance: Chance): LogEvent[][] {
  const doubled = chance.shuffled([...events, ...events.filter(() => chance.below(3) === 0)]);
  const batches: LogEvent[][] = [];
  while (doubled.length) batches.push(doubled.splice(0, 1 + chance.below(6)));
  return batches;
}

test('any order, duplication and grouping of the events gives the same state', () => {
  for (let round = 0; round < 400; round++) {
    const chance = seeded(round);
    const events = history(chance, 1 + chance.below(40));
    const expected = stateOf(folded(events));
    for (const row of ['id:1', 'id:2', 'id:3']) {
      assert.deepEqual(standing(folded(events), row), numbers(plainStanding(events, row)), `round ${round}`);
    }
    for (let order = 0; order < 5; order++) {
      assert.deepEqual(stateOf(folded(...scattered(events, chance))), expected, `round ${round}`);
    }
  }
});

test('the newest decision comes with all that one key made', () => {
  const events = [
    label({ n: 1 }),
    label({ n: 2, group: 9 }),
    label({ n: 3, step: 1, group: 9 }),
    flag({ n: 4, by: 'bob' }),
  ];
  assert.deepEqual(numbers(folded(events).newest('ada')), [2, 3]);
  assert.deepEqual(numbers(folded(events, [undo({ n: 5, of: 9 })]).newest('ada')), [1]);
  assert.deepEqual(folded(events).newest('nobody'), []);
});

test('tells which rows are touched, and touches none twice', () => {
  const fold = new Fold();
  assert.deepEqual(
    [...fold.add([label({ n: 1, row: 'id:1' }), undo({ n: 2, of: 1, row: 'id:2' })])],
    ['id:1', 'id:2'],
  );
  assert.deepEqual([...fold.add([label({ n: 1, row: 'id:1' })])], []);
});

test('a row counts as decided while a decision on it stands', () => {
  const events = [
    label({ n: 1, row: 'id:1' }),
    label({ n: 2, row: 'id:2' }),
    undo({ n: 3, of: 2, row: 'id:2' }),
  ];
  assert.deepEqual([...folded(events).rowsDecidedBy('ada')], ['id:1']);
});
