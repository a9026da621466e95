import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueAt } from '../../../src/core/row/json';
import { countsOf, openOne, openReal, texts } from './seed';

const ROW = {
  Course: 'Calculus',
  Topic: 'Limits',
  'Original question': 'Find the limit of 1/x as x grows.',
  'Codex input': 'Using Sympy, find the limit of 1/x as x grows.',
  'Codex code': 'from sympy import *\nx = symbols("x")\nprint(limit(1/x, x, oo))',
  'Codex code explanation': 'The limit is taken with Sympy.',
  'Program solution': 0,
  'Solution type': 'Automatic Zero Shot',
  'GPT-3 response': 'The limit is 0.',
  'GPT-3 evaluation': 'Correct',
};

test('08 mathQ: the program is a trace of code, what it gave is the answer, GPT-3 is judged', () => {
  const { profile, problem, answers, traces } = openOne(ROW);
  assert.equal(profile, 'mathq');
  assert.deepEqual(texts(problem), [ROW['Original question']]);
  assert.deepEqual(texts(answers), ['0']);
  assert.deepEqual(
    traces.map(({ author }) => author),
    ['Codex', 'GPT-3'],
  );
  assert.equal(traces[0]?.steps[0]?.form, 'code');
  assert.deepEqual(traces[1]?.published, { answerRight: true });
});

test('08 mathQ: an answer that is a plot is an image', () => {
  const { media, answers } = openOne({ ...ROW, 'Program solution': 'data/images/q1-plot.png' });
  assert.deepEqual(
    media.map(({ file }) => file),
    ['data/images/q1-plot.png'],
  );
  assert.deepEqual(answers, []);
});

const real = openReal('mit_university/questions.jsonl');
if (real) {
  test('08 mathQ: 265 questions; 24 program solutions are images', () => {
    assert.deepEqual([real.profile.id, real.readings.length], ['mathq', 265]);
    assert.equal(real.readings.filter(({ media }) => media.length > 0).length, 24);
    assert.ok(real.readings.every(({ problem }) => problem.length > 0));
  });

  test('08 mathQ: solution types in several spellings, solutions as texts and as numbers', () => {
    const counts = countsOf(real.rows.map((row) => String(valueAt(row, ['Solution type']))));
    const spellings = [
      'Automatic Zero-shot',
      'Automatic Zero Shot',
      'Automatic Zero-Shot',
      'Manual',
      'manual',
    ];
    assert.deepEqual(
      spellings.map((type) => counts[type]),
      [154, 32, 4, 42, 7],
    );
    const kinds = real.rows.map((row) => typeof valueAt(row, ['Program solution']));
    assert.deepEqual(countsOf(kinds), { string: 150, number: 115 });
  });
}
