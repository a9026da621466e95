import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figure, measured, values } from './measured';
import { openOne, shown } from './seed';
import { made } from './made';

test('11 difficulty by checkpoint: each is a measure; expert solution and reformulation are two traces', () => {
  const row = {
    question: 'Find $x$ with $2x = 10$.',
    answer: '5',
    solution: 'We divide both sides of the equation by two.\n\nSo $x = \\boxed{5}$.',
    generated_solution: 'Both sides are halved, which gives $x = \\boxed{5}$ at once.\n\nThat is all.',
    'difficulty@step100': 0.8,
    'difficulty@step200': '0.3',
  };
  const { profile, traces, measures } = openOne(row);
  assert.equal(profile, 'generic');
  assert.deepEqual(traces.map(shown), [
    ['solution', 'reference', 2, '5'],
    ['generated_solution', 'model', 2, '5'],
  ]);
  assert.deepEqual(
    measures.map(({ name, value }) => [name, value]),
    [
      ['difficulty@step100', 0.8],
      ['difficulty@step200', 0.3],
    ],
  );
});

test('11 difficulty by checkpoint: the mean of each, in the order of their numbers', async () => {
  const row = (early: number, late: string) => ({
    question: 'q',
    answer: '5',
    'difficulty@step1000': late,
    'difficulty@step200': early,
  });
  const report = await measured([row(0.8, '0.2'), row(0.4, '0.6')]);
  const means = values(figure(report, 'difficulty by checkpoint'));
  assert.deepEqual(
    means.map(([run]) => run),
    ['step200', 'step1000'],
  );
  assert.ok(Math.abs((means[0]?.[1] ?? 0) - 0.6) < 1e-12 && Math.abs((means[1]?.[1] ?? 0) - 0.4) < 1e-12);
});

test('11 difficulty by checkpoint: rows in the order of any of them, in buckets', async (context) => {
  const rows = [0.8, 0.1, 0.4, 0.6].map((at) => ({
    question: `q ${at}`,
    answer: '5',
    'difficulty@step200': at,
  }));
  const ordered = await made(
    context,
    rows,
    'order',
    '--by',
    'difficulty@step200',
    '--buckets',
    '2',
    '--column',
    'turn',
  );
  assert.deepEqual(
    ordered.map((row) => [row['difficulty@step200'], row['turn'], row['turn_bucket']]),
    [
      [0.1, 1, 1],
      [0.4, 2, 1],
      [0.6, 3, 2],
      [0.8, 4, 2],
    ],
  );
});
