import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne } from './seed';

test('32 DeepMath: numbered columns are one trace each, in the order of their numbers', () => {
  const solutions = Object.fromEntries(
    [10, 1, 2].map((n) => [`r1_solution_${n}`, `Solution ${n}.\n\nIt is $\\boxed{${n}}$.`]),
  );
  const row = {
    question: 'Find $n$.',
    final_answer: '1',
    difficulty: 4.5,
    topic: 'Mathematics -> Algebra',
    ...solutions,
  };
  const { profile, traces, measures, facts, others } = openOne(row);
  assert.equal(profile, 'deepmath');
  assert.deepEqual(
    traces.map(({ id, kind, finalAnswer }) => [id, kind, finalAnswer?.text]),
    [
      ['r1_solution_1', 'model', '1'],
      ['r1_solution_2', 'model', '2'],
      ['r1_solution_10', 'model', '10'],
    ],
  );
  assert.deepEqual(
    measures.map(({ value }) => value),
    [4.5],
  );
  assert.deepEqual(
    facts.map(({ value }) => value),
    [row.topic],
  );
  assert.deepEqual(others, []);
});

test('32 DeepMath: columns of a name that nobody knows are folded as well', () => {
  const { traces } = openOne({
    problem: 'Find $n$.',
    answer: '1',
    qwen_response_1: 'It is one.\nSo.',
    qwen_response_2: 'It is two.\nSo.',
  });
  assert.deepEqual(
    traces.map(({ id }) => id),
    ['qwen_response_1', 'qwen_response_2'],
  );
});
