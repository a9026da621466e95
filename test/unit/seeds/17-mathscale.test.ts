import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne } from './seed';

test('17 MathScale: a concept has its text, its cues are hints, and the problems that use it stay visible', () => {
  const row = {
    name: 'vieta',
    kind: 'theorem',
    parameters: ['a', 'b'],
    description: 'Sum and product of the roots of a quadratic equation.',
    cues: ['roots are asked for together'],
    implementation: ['x1 + x2 = -b/a'],
    used_in: ['u1', 'u2'],
  };
  const { profile, concepts, hints, others } = openOne(row);
  assert.equal(profile, 'concept-memory');
  assert.deepEqual(
    concepts.map((concept) => concept.kind === 'text' && concept.source.text),
    [row.description],
  );
  assert.equal(hints.length, 1);
  assert.ok(others.some(({ path }) => path[0] === 'used_in'));
});

test('17 MathScale: a generated question names the concepts it was made from', () => {
  const row = {
    question: 'Find the sum of the roots of $x^2-5x+6$.',
    answer: '5',
    topics: ['Algebra'],
    knowledge_points: ['Vieta', 'quadratics'],
  };
  const { concepts, answers } = openOne(row);
  assert.deepEqual(
    concepts.map((concept) => concept.kind === 'text' && concept.source.text),
    ['Vieta', 'quadratics', 'Algebra'],
  );
  assert.equal(answers.length, 1);
});
