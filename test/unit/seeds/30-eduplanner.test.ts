import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figure, measured, values } from './measured';
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

test('30 EduPlanner: the dimensions of a rubric over several raters, and those that the user names', async () => {
  const plan = { lesson_plan: 'Begin.', topic: 'x' };
  const rows = [
    { ...plan, scores: { anna: { Clarity: 80, Depth: 60 }, ben: { Clarity: 60, Depth: 100 } } },
    { ...plan, scores: { anna: { Clarity: 40, Depth: 20 }, ben: { Clarity: '60' } } },
  ];
  const radar = figure(await measured(rows), 'Scores by the rubric');
  assert.equal(radar.shape, 'radar');
  assert.deepEqual(values(radar), [
    ['Clarity', 60],
    ['Depth', 50],
  ]);
  assert.deepEqual(values(radar, 'anna'), [
    ['Clarity', 60],
    ['Depth', 40],
  ]);
  const own = figure(await measured(rows, { rubric: ['Depth'] }), 'Scores by the rubric');
  assert.deepEqual(values(own, 'ben'), [['Depth', 100]]);
  const ciddp = figure(
    await measured([{ ...plan, Clarity: 3, Pertinence: 5, Other: 1 }]),
    'Scores by the rubric',
  );
  assert.deepEqual(values(ciddp), [
    ['Clarity', 3],
    ['Pertinence', 5],
  ]);
});

test('30 EduPlanner: rows of one rater count in the mean, and all outlines go round in the rubric’s order', async () => {
  const plan = { lesson_plan: 'Begin.', topic: 'x' };
  const rows = [
    { ...plan, scores: { anna: { Depth: 100, Clarity: 80, Tone: 1 } } },
    { ...plan, scores: { anna: { Clarity: 60, Depth: 20 }, ben: { Tone: 3, Clarity: 40, Depth: 60 } } },
  ];
  const radar = figure(await measured(rows), 'Scores by the rubric');
  assert.deepEqual(values(radar, 'mean of the raters'), [
    ['Clarity', 65],
    ['Depth', 70],
    ['Tone', 2],
  ]);
  const orders = radar.series.map(({ points }) => points.map(({ label }) => label).join(' '));
  assert.deepEqual(orders, ['Clarity Depth Tone', 'Clarity Depth Tone', 'Clarity Depth Tone']);
  const asked = figure(await measured(rows, { rubric: ['Tone', 'Depth'] }), 'Scores by the rubric');
  assert.deepEqual(
    values(asked, 'ben').map(([label]) => label),
    ['Tone', 'Depth'],
  );
});
