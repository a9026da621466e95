import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';

test('31 TopicMath: a generated question has its topic, lesson and ratings', () => {
  const row = {
    topic: 'Fractions',
    lesson: 'Adding fractions',
    question: 'What is 1/2 + 1/4?',
    answer: '3/4',
    relevance_rating: 4,
    solvability_rating: 5,
  };
  const { profile, problem, answers, facts, measures } = openOne(row);
  assert.equal(profile, 'generic');
  assert.deepEqual([texts(problem), texts(answers)], [[row.question], ['3/4']]);
  assert.deepEqual(
    facts.map(({ value }) => value),
    ['Fractions', 'Adding fractions'],
  );
  assert.deepEqual(
    measures.map(({ name, value }) => [name, value]),
    [
      ['relevance_rating', 4],
      ['solvability_rating', 5],
    ],
  );
});
