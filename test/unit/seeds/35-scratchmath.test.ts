import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';

test('35 ScratchMath: the reference answer is not the answer of the student', () => {
  const row = {
    question_id: 's1',
    question: '计算 52 - 37',
    answer: '15',
    solution: '52 减 37 等于 15，先退位再减。\n所以是 15。',
    student_answer: '25',
    student_scratchwork: 'scratch/s1.png',
    error_category: 3,
    error_explanation: '没有退位',
  };
  const { profile, problem, answers, traces } = openOne(row);
  assert.equal(profile, 'scratchmath');
  const work = traces.find(({ kind }) => kind === 'student');
  assert.deepEqual(
    work?.steps.map(({ source, media, remarks }) => [source.text, media?.[0]?.file, texts(remarks ?? [])]),
    [['25', 'scratch/s1.png', ['没有退位']]],
  );
  assert.deepEqual(
    work?.facts?.map(({ value, words }) => [value, words]),
    [[3, '答题技巧错误 (answering technique)']],
  );
  assert.equal(work?.published?.answerRight, false);
  assert.deepEqual([texts(problem), texts(answers)], [[row.question], ['15']]);
  assert.ok(traces.some(({ kind }) => kind === 'reference'));
});

test('35 ScratchMath: a category that is written out has its number, and one that is no class has none', () => {
  const row = { question: 'q', answer: '1', student_answer: '2', student_scratchwork: 'a.png' };
  const wordsOf = (category: string | number) =>
    openOne({ ...row, error_category: category }).traces[0]?.facts?.[0]?.words;
  assert.equal(wordsOf('计算错误'), '计算错误 (calculation), class 0');
  assert.equal(wordsOf(6), '注意力与细节错误 (attention and detail)');
  assert.equal(wordsOf(7), undefined);
});
