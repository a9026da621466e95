import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';

const ROW = {
  id: 7,
  question:
    'On a long and windy day Ada, who liked pears, had 3 of them and bought 4 more. How many had she?',
  orig_question: 'Ada had 3 pears and bought 4 more. How many had she?',
  prompt: 'Rewrite the question as a longer story.',
  answer: '7',
  tokens: 31,
};

test('04 E-GSM: the longer question is the problem, the one it came from names the group, the prompt is neither', () => {
  const { profile, problem, answers, links, measures, others } = openOne(ROW);
  assert.equal(profile, 'e-gsm');
  assert.deepEqual(texts(problem), [ROW.question]);
  assert.deepEqual(texts(answers), ['7']);
  assert.deepEqual(
    links.map(({ type, group }) => [type, group]),
    [['extension', ROW.orig_question]],
  );
  assert.deepEqual(
    measures.map(({ name, value }) => [name, value]),
    [['tokens', 31]],
  );
  assert.ok(others.some(({ path }) => path[0] === 'prompt'));
});

test('04 E-GSM: GSM-IC, in the same repository, puts a sentence in', () => {
  const row = {
    id: 1,
    original_question: 'A?',
    new_question: 'A, and B?',
    answer: '5',
    n_steps: 2,
    role_label: 'in-topic',
  };
  const { profile, problem, links } = openOne(row);
  assert.equal(profile, 'gsm-ic');
  assert.deepEqual(texts(problem), ['A, and B?']);
  assert.deepEqual(
    links.map(({ type, group }) => [type, group]),
    [['extension', 'A?']],
  );
});
