import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';

test('09 several teachers: the answer of each is a field of its own, and none is taken for another', () => {
  const row = {
    question: 'What is 6 times 7?',
    answer: '42',
    teacher_answers: { alpha: '42', beta: '41' },
    weight: 0.5,
  };
  const { profile, problem, answers, others } = openOne(row);
  assert.equal(profile, 'generic');
  assert.deepEqual(texts(problem), [row.question]);
  assert.deepEqual(texts(answers), ['42']);
  assert.deepEqual(
    others.map(({ path, value }) => [path[0], value]),
    [
      ['teacher_answers', row.teacher_answers],
      ['weight', 0.5],
    ],
  );
});
