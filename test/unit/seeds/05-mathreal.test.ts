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
  assert.equal(profile, 'mathreal');
  assert.deepEqual(texts(problem), [ROW.QuestionEN]);
  assert.deepEqual(texts(answers), ['6']);
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
    for (const [at, { problem, answers, translations, measures }] of real.readings.entries()) {
      assert.ok(problem.length > 0 && answers.length > 0, `row ${at + 1}`);
      assert.equal(translations.length, 2, `row ${at + 1}`);
      assert.equal(measures.length, 13, `row ${at + 1}`); // the 14th rating, the rotation, is a word
    }
  });
}

test('05 MathReal: the Chinese texts are translations, and every rating is a measure', () => {
  const rotated = {
    'in-plane tilt': 1,
    'non-planar capture': 0,
    'background distortion': 0,
    rotation: 'Upright',
  };
  const { translations, measures, facts } = openOne({ ...ROW, ImagePerspectiveVariation: rotated });
  assert.deepEqual(
    translations.map(({ language, role, source }) => [language, role, source.text]),
    [
      ['zh', 'problem', ROW.QuestionCN],
      ['zh', 'answer', '6'],
    ],
  );
  assert.equal(measures.length, 7);
  assert.ok(facts.some(({ path, value }) => path[1] === 'rotation' && value === 'Upright'));
});
