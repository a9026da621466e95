import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, openReal, texts } from './seed';

const ROW = {
  idx: 3,
  ImgReal: 'real/0003.jpg',
  ImgClean: null,
  QuestionCN: '求长方形的面积。',
  QuestionEN: 'Find the area of the rectangle.',
  DescriptionCN: '长 3，宽 2',
  DescriptionEN: 'Length 3, width 2.',
  AnswerCN: '6',
  AnswerEN: '6',
  Table: 0,
  EducationalStage: 'Primary',
  QuestionType: 'FillInBlank',
  Category: 'Plane Geometry',
  Difficulty: 'Easy',
  ImageQualityDegradation: { Blur: 1, Underexposure: 0, Overexposure: 0, Shadow: 2 },
};

test('05 MathReal: question and answer are found by their names in whatever capitals', () => {
  const { profile, problem, answers, facts, media } = openOne(ROW);
  assert.equal(profile, 'generic');
  assert.ok(texts(problem).includes(ROW.QuestionEN));
  assert.ok(texts(answers).includes('6'));
  assert.deepEqual(
    media.map(({ file }) => file),
    ['real/0003.jpg'],
  );
  assert.ok(facts.some(({ value }) => value === 'Plane Geometry'));
});

const real = openReal('mathreal/testmini.jsonl');
if (real) {
  test('05 MathReal: all 480 rows have a problem and an answer', () => {
    assert.equal(real.readings.length, 480);
    for (const [at, { problem, answers }] of real.readings.entries())
      assert.ok(problem.length > 0 && answers.length > 0, `row ${at + 1}`);
  });
}
