import assert from 'node:assert/strict';
import { test } from 'node:test';
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
