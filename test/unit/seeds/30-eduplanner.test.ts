import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';

test('30 EduPlanner: the steps of a solution are steps, and the answer is apart', () => {
  const row = {
    question: 'What is 3x - 5 + x at x = -4?',
    solution: 'Step 1: Put -4 in place of x.\nStep 2: Compute -12 - 5 - 4.',
    final_answer: '-21',
  };
  const { traces, answers } = openOne(row);
  assert.equal(traces[0]?.steps.length, 2);
  assert.deepEqual(texts(answers), ['-21']);
});

test('30 EduPlanner: the scores of a lesson plan are measures by their dimension', () => {
  const row = {
    lesson_plan: 'Begin with a balance.\n\nThen write the equation.',
    topic: 'equations',
    scores: { Clarity: 80, Depth: '70' },
  };
  const { profile, measures, traces } = openOne(row);
  assert.equal(profile, 'lesson-plan');
  assert.deepEqual(
    measures.map(({ name, value }) => [name, value]),
    [
      ['scores Clarity', 80],
      ['scores Depth', 70],
    ],
  );
  assert.equal(traces[0]?.steps.length, 2);
});

test('30 EduPlanner: scores by dimension of any other dataset are measures as well', () => {
  const row = { question: 'What is 1 + 1?', answer: '2', scores: { Clarity: 60, accuracy: 40.5 } };
  const { profile, measures } = openOne(row);
  assert.equal(profile, 'generic');
  assert.deepEqual(
    measures.map(({ name, value }) => [name, value]),
    [
      ['scores Clarity', 60],
      ['scores accuracy', 40.5],
    ],
  );
});
