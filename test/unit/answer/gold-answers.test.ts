import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEqual } from '../../../src/core/answer/comparison';
import { goldAnswers, judgeByAny, judgeTrace } from '../../../src/core/answer/judge-traces';
import { detectProfile } from '../../../src/core/profile/detect';
import { readRow } from '../../../src/core/profile/read-row';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import type { Json } from '../../../src/core/row/json';

const readingOf = (row: Json) => readRow(row, detectProfile([row, row, row], shippedProfiles).profile);

const ASKED = { 题目: '一列火车2小时行驶60英里，速度是多少？', 选项: ['60', '30', '15', '120'], 答案: 'B' };

test('a choice that alone is right is answered by its letter as by its text', () => {
  const reading = readingOf({ ...ASKED, 解析: '我们用路程除以时间。$60/2 = 30$。速度是 $\\boxed{30}$。' });
  assert.deepEqual(goldAnswers(reading), ['B', '30']);
  const [trace] = reading.traces;
  const judged = trace && judgeTrace(trace, goldAnswers(reading));
  assert.ok(judged && isEqual(judged), JSON.stringify(judged));
});

test('a right choice that is named by its text is answered by its letter too, but not by its number', () => {
  const problem = 'A train goes 60 miles in 2 hours. What is its speed?';
  const lettered = readingOf({ problem, choices: { A: '60', B: '30', C: '15', D: '12' }, answer: '30' });
  assert.deepEqual(goldAnswers(lettered), ['30', 'B']);
  const numbered = readingOf({ problem, choices: ['1. 60', '2. 30', '3. 15', '4. 12'], answer: '30' });
  assert.ok(!goldAnswers(numbered).includes('2'), goldAnswers(numbered).join());
});

test('without choices the row’s answer alone is right', () => {
  assert.deepEqual(goldAnswers(readingOf({ problem: 'What is $2\\cdot 15$?', answer: '30' })), ['30']);
});

test('another letter is wrong where the right one is known, though its text cannot be compared', () => {
  const golds = ['C', 'The area doubles'];
  assert.equal(judgeByAny(golds, 'B')?.verdict, 'different');
  assert.equal(judgeByAny(golds, 'The area stays the same')?.verdict, 'cannot-tell');
  assert.match(judgeByAny(golds, 'C')?.verdict ?? '', /^equal/);
});
