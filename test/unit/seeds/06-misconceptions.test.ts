import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsIn } from '../check/rows';
import { openOne, openReal, texts } from './seed';

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

  test('06 misconceptions: five answers that are called wrong agree with the right ones', () => {
    const lines = real.rows.map((row) => JSON.stringify(row));
    const rows = findingsIn(lines, real.profile)
      .filter(({ rule }) => rule === 'answer/verdict')
      .map(({ row }) => row + 1);
    assert.deepEqual(rows, [25, 102, 130, 192, 220]);
  });
}
