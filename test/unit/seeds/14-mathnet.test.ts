import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';

test('14 MathNet: several solutions are several traces, main ideas are hints, confidence is a measure', () => {
  const row = {
    unique_id: 'x-1',
    country: 'Nowhere',
    problem_markdown: 'Prove that $n^2 + n$ is even.',
    solutions_markdown: ['One of $n$, $n+1$ is even.', 'By parity.\n\nBoth cases are clear.'],
    main_ideas: ['parity'],
    topics_flat: ['Number Theory > Parity'],
    final_answer: null,
    problem_type: 'proof only',
    metadata_confidence: 0.7,
  };
  const { profile, problem, answers, traces, hints, concepts, measures } = openOne(row);
  assert.equal(profile, 'mathnet');
  assert.deepEqual(texts(problem), [row.problem_markdown]);
  assert.deepEqual(answers, []);
  assert.deepEqual(
    traces.map(({ setting, steps }) => [setting, steps.length]),
    [
      ['1 of 2', 1],
      ['2 of 2', 2],
    ],
  );
  assert.deepEqual([hints.length, concepts.length], [1, 1]);
  assert.deepEqual(
    measures.map(({ value }) => value),
    [0.7],
  );
});

test('14 MathNet: the original text is a translation in the language of the row, and topics may be paths', () => {
  const { translations, concepts, answers } = openOne({
    unique_id: 'x-2',
    language: 'French',
    problem_markdown: 'Prove that $n^2 + n$ is even.',
    original_problem_markdown: 'Montrer que $n^2 + n$ est pair.',
    solutions_markdown: ['By parity.'],
    answers_markdown: ['even'],
    final_answer: null,
    topics: [['Number Theory', 'Divisibility', 'Parity']],
  });
  assert.deepEqual(
    translations.map(({ language, source }) => [language, source.text]),
    [['French', 'Montrer que $n^2 + n$ est pair.']],
  );
  assert.deepEqual(
    concepts.map((concept) => (concept.kind === 'text' ? concept.source.text : '')),
    ['Parity'],
  );
  assert.deepEqual(texts(answers), ['even']);
});
