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
  const { profile, problem, answers, traces, media } = openOne(row);
  assert.equal(profile, 'generic');
  assert.deepEqual(
    media.map(({ file }) => file),
    ['scratch/s1.png'],
  );
  assert.deepEqual([texts(problem), texts(answers)], [[row.question], ['15']]);
  assert.ok(traces.some(({ kind }) => kind === 'reference'));
});
