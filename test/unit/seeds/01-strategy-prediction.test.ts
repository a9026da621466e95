import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, shown, texts } from './seed';
import { figure, measured, values } from './measured';
import { made } from './made';

test('01 strategy prediction: the steps of a student are a trace with its strategy and group', () => {
  const row = {
    student_id: 's-17',
    problem: 'Solve $3x + 2 = 11$.',
    steps: [
      { text: 'subtract 2', label: 'correct' },
      { text: 'divide by 4', label: 'incorrect' },
    ],
    strategy: 'inverse operations',
    cluster: 3,
    skill_level: 'low',
    mastery: 0.4,
  };
  const { profile, problem, traces, facts, measures } = openOne(row);
  assert.equal(profile, 'strategy-log');
  assert.deepEqual(texts(problem), ['Solve $3x + 2 = 11$.']);
  assert.deepEqual(traces.map(shown), [['s-17', 'student', 2, null]]);
  assert.deepEqual(
    traces[0]?.steps.map(({ label }) => label),
    ['good', 'bad'],
  );
  assert.equal(traces[0]?.published?.firstError, 1);
  assert.deepEqual(
    traces[0]?.facts?.map(({ value }) => value),
    ['inverse operations'],
  );
  assert.deepEqual(
    facts.map(({ value }) => value),
    ['s-17', 3, 'low'],
  );
  assert.deepEqual(
    measures.map(({ name, value }) => [name, value]),
    [['mastery', 0.4]],
  );
});

const LOG = (student: number, level: string, strategy: string, correct: boolean) => ({
  student_id: `s-${student}`,
  problem: 'Solve $3x + 2 = 11$.',
  steps: [{ text: 'subtract 2', label: correct ? 'correct' : 'incorrect' }],
  strategy,
  skill_level: level,
  is_correct: correct,
});

test('01 strategy prediction: as many rows of each group, and how right each group is', async (context) => {
  const rows = [1, 2, 3, 4, 5, 6].map((n) => LOG(n, n < 5 ? 'low' : 'high', 'inverse', n % 2 === 0));
  const taken = await made(context, rows, 'sample', '--by', 'skill_level', '--each', '2');
  assert.deepEqual(taken.map(({ skill_level: level }) => level).toSorted(), ['high', 'high', 'low', 'low']);
  assert.deepEqual(values(figure(await measured(rows), 'Right solutions by skill_level')), [
    ['high', 0.5],
    ['low', 0.5],
  ]);
});
