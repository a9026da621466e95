import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behind, figure, measured, values } from './measured';
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

test('09 several teachers: agreement, entropy, who differs, and the rows to look at', async () => {
  const row = (alpha: string, beta: string, gamma: string) => ({
    question: 'What is 6 times 7?',
    answer: '42',
    teacher_answers: { alpha, beta, gamma },
  });
  const report = await measured([row('42', '42.0', '$42$'), row('42', '42', '41'), row('1', '2', '3')]);
  assert.deepEqual(behind(figure(report, 'Agreement of the answers')), [
    ['all agree', [0]],
    ['a majority', [1]],
    ['no majority', [2]],
  ]);
  assert.deepEqual(behind(figure(report, 'Entropy of the answers')).at(-2), ['1.5 to 2', [2]]);
  assert.deepEqual(values(figure(report, 'Agreement with the majority, by who answered')), [
    ['alpha', 1],
    ['beta', 1],
    ['gamma', 0.5],
  ]);
});
