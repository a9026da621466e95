import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsIn } from '../check/rows';
import { figure, measured, values } from './measured';
import { open, openOne, openReal, texts } from './seed';

const ROW = {
  Misconception: 'takes the larger digit from the smaller',
  'Misconception ID': 'MaE99',
  Topic: 'Number sense',
  'Example Number': 1,
  Question: 'What is 52 - 37?',
  'Incorrect Answer': '25',
  'Correct Answer': '15',
  'Question image': 'MaE9-Ex1Q',
  'Learner Answer image': 'MaE9-Ex1LA',
  Source: 'made for this test',
  Explanation: 'The student computed 7 - 2 in the ones.',
};

test('06 misconceptions: the right answer is the reference answer, the wrong one is not', () => {
  const { profile, problem, answers, media, traces } = openOne(ROW);
  assert.deepEqual(
    media.map(({ file }) => file),
    ['MaE9-Ex1Q'],
  );
  const [work] = traces;
  assert.deepEqual(
    [work?.kind, work?.finalAnswer?.text, work?.published?.answerRight],
    ['student', '25', false],
  );
  assert.deepEqual(
    work?.steps.map(({ media: pictures, remarks }) => [pictures?.[0]?.file, texts(remarks ?? [])]),
    [['MaE9-Ex1LA', [ROW.Misconception, ROW.Explanation]]],
  );
  assert.equal(profile, 'misconception');
  assert.deepEqual(texts(problem), [ROW.Question]);
  assert.deepEqual(texts(answers), ['15']);
});

const real = openReal('misconceptions/misconceptions.jsonl');
if (real) {
  test('06 misconceptions: all 220 examples have a question and a right answer', () => {
    assert.equal(real.readings.length, 220);
    const read = real.readings.filter(({ problem }) => problem.length > 0);
    assert.equal(
      read.length,
      real.rows.filter(
        (row) => typeof row === 'object' && row !== null && 'Question' in row && row['Question'] !== '',
      ).length,
    );
  });

  // 5·10⁻² is the 0.05 that row 11 takes for the right answer; 2/3 is 8/12, and row 54 says itself that 3/1 is right
  test('06 misconceptions: eight answers that are called wrong agree with the right ones', () => {
    const lines = real.rows.map((row) => JSON.stringify(row));
    const rows = findingsIn(lines, real.profile)
      .filter(({ rule }) => rule === 'answer/verdict')
      .map(({ row }) => row + 1);
    assert.deepEqual(rows, [11, 25, 53, 54, 102, 130, 192, 220]);
  });
}

const CASE = {
  case_id: 'MaE99',
  misconception_id: 'MaE99',
  topic: 'Number sense',
  misconception: ROW.Misconception,
  student_work_pattern: [
    { activity_or_question: 'Subtract 37 from 52.', student_incorrect_response: '25' },
    { activity_or_question: 'Subtract 19 from 31.', student_incorrect_response: '28' },
  ],
  research_recommendations: [
    { research_recommendation: 'Use ten-blocks.', gold_correct_response: 'It is 15.' },
  ],
};

test('06 misconceptions: a case has its activities, what students answer, and what is recommended', () => {
  const { profile, concepts, problem, traces, hints } = openOne(CASE);
  assert.equal(profile, 'remediation-case');
  assert.deepEqual(
    concepts.map((concept) => concept.kind === 'text' && concept.source.text),
    [ROW.Misconception],
  );
  assert.deepEqual(texts(problem), ['Subtract 37 from 52.', 'Subtract 19 from 31.']);
  assert.deepEqual(
    traces.map(({ author, kind, published }) => [author, kind, published?.answerRight ?? null]),
    [
      ['Student, example 1', 'student', false],
      ['Right answer, example 1', 'reference', null],
      ['Student, example 2', 'student', false],
    ],
  );
  assert.equal(hints.length, 1);
});

test('06 misconceptions: what models take a misconception for is held against which it is, by model and topic', async () => {
  const row = (model: string, predicted: string, topic: string) => ({
    'Misconception ID': 'MaE1',
    Topic: topic,
    'Predicted Diagnosis': predicted,
    Model: model,
    Correct: predicted === 'MaE1' ? 'True' : 'False',
  });
  const rows = [row('a', 'MaE1', 'x'), row('a', 'MaE2', 'y'), row('b', 'MaE1', 'x')];
  assert.equal(open(rows).profile.id, 'misconception-predictions');
  const rates = figure(await measured(rows), 'Right solutions by Topic');
  assert.deepEqual(values(rates), [
    ['x', 1],
    ['y', 0],
  ]);
});

test('06 misconceptions: which is taken for which is a matrix for each model, and each number has its rows', async () => {
  const row = (gold: string, predicted: string) => ({
    'Misconception ID': gold,
    'Predicted Diagnosis': predicted,
    Model: 'a',
  });
  const rows = [row('MaE2', 'MaE2'), row('MaE10', 'MaE2'), row('MaE10', 'MaE10'), row('MaE10', 'MaE2')];
  const { series, shape } = figure(await measured(rows), 'Gold against predicted: Misconception ID of a');
  assert.equal(shape, 'matrix');
  assert.deepEqual(
    series.map(({ name, points }) => [
      name,
      points.map(({ label, value, rows: behind }) => [label, value, behind.first]),
    ]),
    [
      ['MaE2', [['MaE2', 1, [0]]]],
      [
        'MaE10',
        [
          ['MaE2', 2 / 3, [1, 3]],
          ['MaE10', 1 / 3, [2]],
        ],
      ],
    ],
  );
});

test('06 misconceptions: error categories have their matrix as well; the rarest classes are one', async () => {
  const rows = Array.from({ length: 80 }, (_, at) => ({
    problem: 'x',
    error_category: `c${at}`,
    error_category_pred: `c${at}`,
  }));
  const { series, about } = figure(await measured(rows), 'Gold against predicted: error_category');
  assert.equal(series.length, 60);
  assert.deepEqual(
    series.at(-1)?.points.map(({ label, count }) => [label, count]),
    [['others', 21]],
  );
  assert.match(about, /^80 of 80 rows/);
});

const cases = openReal('misconceptions/remediation_cases.jsonl');
if (cases) {
  test('06 misconceptions: all 55 cases have activities, wrong answers and recommendations', () => {
    assert.deepEqual([cases.profile.id, cases.readings.length], ['remediation-case', 55]);
    for (const { problem, traces, hints } of cases.readings)
      assert.ok(problem.length >= 3 && traces.length >= 6 && hints.length >= 1);
  });
}
