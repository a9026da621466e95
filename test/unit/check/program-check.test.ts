import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileNamed } from '../profile/profiles';
import { findingsIn } from './rows';

const found = (row: object, profile: string) =>
  findingsIn([JSON.stringify(row)], profileNamed(profile))
    .filter(({ check }) => check === 'program')
    .map(({ rule, path, message }) => [rule, path, message]);

const MATHQA = {
  Problem: 'a shop sells 12 pens for 3 rs . each , and 4 cups . what is 25 % of the price of the pens ?',
  Rationale: '12 * 3 = 36 , and a fourth of it is 9 .',
  options: 'a ) 36 , b ) 9 , c ) rs . 12 , d ) 3 , e ) none of these',
  correct: 'b',
  annotated_formula: 'percent(n3,multiply(n0,n1))',
  category: 'gain',
};

test('the formula makes the choice that is right, in either way of writing it', () => {
  assert.deepEqual(found(MATHQA, 'mathqa'), []);
  const linear = { ...MATHQA, linear_formula: 'multiply(n0,n1)|percent(n3,#0)|' };
  assert.deepEqual(found(linear, 'mathqa'), []);
  assert.deepEqual(found({ ...linear, correct: 'c' }, 'mathqa'), [
    ['program/answer', ['linear_formula'], 'The program makes 9, the answer says 12.'],
  ]);
});

test('a choice without a number, and an operation that is not known, say nothing', () => {
  assert.deepEqual(found({ ...MATHQA, correct: 'e' }, 'mathqa'), []);
  assert.deepEqual(found({ ...MATHQA, correct: 'a', annotated_formula: 'sine(n0)' }, 'mathqa'), []);
});

test('MathQA-Python: the program of assignments and the operations are both held against the answer', () => {
  const row = {
    task_id: 1,
    text: 'a pen costs 7 and a cup 3 . what do 2 cups and a pen cost ?',
    code: 'n0 = 7.0\nn1 = 3.0\nn2 = 2.0\nt0 = n1 * n2\nanswer = t0 + n0',
    dsl_code: 'multiply(n1,n2)|add(n0,#0)|',
    reasoning: 'two cups and a pen .',
    answer: 13.0,
  };
  assert.deepEqual(found(row, 'mathqa-python'), []);
  assert.deepEqual(
    found({ ...row, answer: 14 }, 'mathqa-python').map(([, path]) => path),
    [['code'], ['dsl_code']],
  );
});

test('an answer that is rounded or cut is none that differs', () => {
  const row = {
    task_id: 2,
    text: 'what is 20 over 3 ?',
    code: 'n0 = 20.0\nn1 = 3.0\nanswer = n0 / n1',
    dsl_code: 'divide(n0,n1)',
  };
  for (const answer of [6.67, 6.666666666666667, 6.6, 7, 6])
    assert.deepEqual(found({ ...row, answer }, 'mathqa-python'), [], String(answer));
  assert.equal(found({ ...row, answer: 8 }, 'mathqa-python').length, 2);
});
