import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedAnswers } from '../../../src/core/measure/given-answers';
import { modelAnswers } from '../../../src/core/measure/model-answers';
import { detectProfile } from '../../../src/core/profile/detect';
import { readRow } from '../../../src/core/profile/read-row';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import type { Json } from '../../../src/core/row/json';
import { behind, figure, measured, values } from '../seeds/measured';

const readingOf = (row: Json) => readRow(row, detectProfile([row], shippedProfiles).profile);

test('fields that tell how an answer is written, or which ones are right or wrong, are nobody’s', () => {
  const row = {
    question: 'What is 1 + 1?',
    answer: '2',
    answer_latex: '$2$',
    answer_type: 'integer',
    answer_idx: 3,
    correct_answer: '2',
    incorrect_answers: ['3', '4'],
    short_answer: '2',
    answer_alpha: '2',
    beta_pred: '3',
    student_answer: '4',
  };
  assert.deepEqual(
    namedAnswers(row, readingOf(row)).map(({ by }) => by),
    ['alpha', 'beta', 'student'],
  );
});

test('a list of right answers is no list of teachers, and an answer that is one of them is right', async () => {
  const row = (answers: string[], votes: string[]) => ({
    question: 'What is 1 + 1?',
    answers,
    model_votes: votes,
  });
  const report = await measured([
    row(['2', 'two'], ['2', '2', '3']),
    row(['2', 'two'], ['two', 'two', 'two']),
    row(['2', 'two'], ['3', '3', '2']),
  ]);
  const noise = figure(report, 'The dataset’s answer against the majority');
  assert.deepEqual(behind(noise)[0], ['differs', [2]]);
  assert.deepEqual(values(figure(report, 'Accuracy, by model'), 'equal'), [['model_votes', 6 / 9]]);
});

test('the text of the right choice is no label noise where the dataset has its letter', async () => {
  const row = (answer: string) => ({
    question: 'Which colour?',
    options: ['red', 'blue', 'green'],
    answer,
    model_votes: ['blue', 'blue', 'red'],
  });
  const noise = figure(await measured([row('B'), row('A')]), 'The dataset’s answer against the majority');
  assert.deepEqual(behind(noise)[0], ['differs', [1]]);
});

test('an answer that was drawn out of a response is the model’s, and counts once', () => {
  const row = { question: 'What?', answer: '2', model: 'alpha', model_answer: '2' };
  const names = (each: Json) => modelAnswers(each, readingOf(each)).map(({ by }) => by);
  assert.deepEqual(names(row), ['alpha']);
  assert.deepEqual(names({ ...row, response: 'It is $\\boxed{2}$.' }), ['alpha']);
});

test('an answer may name the right choice by its letter or by its text', () => {
  const outcomes = (answer: string, given: string[]) => {
    const row = { question: 'Which colour?', options: ['red', 'blue', 'green'], answer, model_votes: given };
    return modelAnswers(row, readingOf(row)).map(({ outcome }) => outcome);
  };
  assert.deepEqual(outcomes('B', ['blue', 'B', '(B)', 'A']), ['equal', 'equal', 'equal', 'different']);
  assert.deepEqual(outcomes('blue', ['blue', 'B']), ['equal', 'equal']);
});
