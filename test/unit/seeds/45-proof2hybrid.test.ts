import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsIn } from '../check/rows';
import { profileNamed } from '../profile/profiles';
import { behind, figure, measured, values } from './measured';
import { openOne, texts } from './seed';

test('45 Proof2Hybrid: a question with several items has its problem, and what is right stays readable', () => {
  const row = {
    question: 'Which two of the statements are right?',
    options: ['a', 'b', 'c', 'd', 'e', 'f'],
    answer: ['A', 'D'],
  };
  const reading = openOne(row);
  assert.equal(reading.profile, 'generic');
  assert.deepEqual(texts(reading.problem), [row.question]);
  assert.match(JSON.stringify(reading.answers.map(({ text }) => text)), /A.*D/);
  assert.deepEqual(
    reading.choices.filter(({ right }) => right).map(({ label }) => label),
    ['A', 'D'],
  );
});

test('45 Proof2Hybrid: propositions with their proofs are choices, several of which are right', () => {
  const items = [true, false, false, true, false, false].map((is_correct, at) => ({
    proposition: `Claim ${at}.`,
    proof: `Because of ${at}.`,
    is_correct,
    source: is_correct ? 'original' : 'changed',
  }));
  const { profile, choices, problem } = openOne({ id: 'p1', question: 'Which two are right?', items });
  assert.equal(profile, 'proof-choice');
  assert.deepEqual(texts(problem), ['Which two are right?']);
  assert.deepEqual(
    choices.map(({ label, source, proof, right }) => [label, source.text, proof?.text, right]).slice(0, 2),
    [
      ['A', 'Claim 0.', 'Because of 0.', true],
      ['B', 'Claim 1.', 'Because of 1.', false],
    ],
  );
  assert.equal(choices.filter(({ right }) => right).length, 2);
});

test('45 Proof2Hybrid: exactly as many propositions are right as the question asks for', () => {
  const found = (question: string, right: number) =>
    findingsIn(
      [
        JSON.stringify({
          question,
          items: [0, 1, 2, 3].map((at) => ({ proposition: `P${at}`, proof: 'So.', is_correct: at < right })),
        }),
      ],
      profileNamed('proof-choice'),
    ).map(({ rule, message }) => [rule, message]);
  assert.deepEqual(found('Which two of the propositions are right?', 2), []);
  for (const asked of [
    'In how many ways can one choose 3 students from 10?',
    'What is the chance of exactly two heads?',
    'Exactly two of the dice show a six. How many rolls are there?',
    'Which two numbers have the sum 9?',
  ])
    assert.deepEqual(found(asked, 1), [], asked);
  assert.deepEqual(found('Which two of the following hold?', 1).length, 1);
  assert.deepEqual(found('Exactly 2 are right.', 3), [
    ['choice/count', 'The question asks for 2 choices, and 3 are right.'],
  ]);
  assert.deepEqual(found('Which of them are right?', 3), []);
});

test('45 Proof2Hybrid: tight and loose scores of the letters that models name', async () => {
  const row = (response: string | string[]) => ({
    question: 'Which two are right?',
    options: ['a', 'b', 'c', 'd', 'e', 'f'],
    answer: ['A', 'D'],
    response_alpha: response,
  });
  const report = await measured([
    row('I think so.\nAnswer: A, D'),
    row(['D', 'A']),
    row('AB'),
    row('Answers: A, B, D'),
    row('I choose A and D. That is my answer.'),
  ]);
  const scores = figure(report, 'Several right choices of alpha');
  assert.deepEqual(values(scores), [
    ['tight', 0.6],
    ['loose', 0.7],
  ]);
  assert.deepEqual(behind(scores)[0], ['tight', [2, 3]]);
});

test('45 Proof2Hybrid: a response that names no choices is wrong, and is counted', async () => {
  const row = (response: string | null) => ({
    question: 'Which two are right?',
    options: ['a', 'b', 'c', 'd', 'e', 'f'],
    answer: ['A', 'D'],
    response_alpha: response,
    response_time: '12 s',
  });
  const report = await measured([
    row('A, D'),
    row('I cannot tell.'),
    row('Answer: X, D'),
    row(''),
    row(null),
  ]);
  const scores = figure(report, 'Several right choices of alpha');
  assert.deepEqual(
    scores.series[0]!.points.map(({ value, count }) => [value, count]),
    [
      [0.25, 4],
      [0.25, 4],
    ],
  );
  assert.match(scores.about, /3 responses name no choices/);
  assert.equal(report.figures.filter(({ measure }) => measure === 'choice-sets').length, 1);
});
