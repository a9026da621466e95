import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from './static-rows';

function words(row: object): string {
  const html = drawn(JSON.stringify(row));
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

test('a step shows what the dataset says of it, and what else was offered', () => {
  const completions = [
    { text: 'We add.', rating: 0 },
    { text: 'We guess.', rating: -1 },
  ];
  const row = {
    question: { problem: 'Find x.', ground_truth_answer: '6' },
    label: {
      steps: [{ completions, human_completion: null, chosen_completion: 0 }],
      finish_reason: 'give_up',
    },
  };
  const shown = words(row);
  assert.match(shown, /We add\. dataset: neutral 1 alternative We guess\. dataset: bad/);
  assert.match(shown, /finish_reason give_up/);
});

test('probabilities of a step, numbers about a trace and its verdict are told', () => {
  const row = {
    problem: 'Find x.',
    steps: ['It is 6.'],
    rating_probs: [{ '1': 0.91234567, '0': 0.05, '-1': 0.03 }],
    orm_score: 0.5,
    is_correct: true,
  };
  const shown = words(row);
  assert.match(shown, /dataset: good 0\.9123, neutral 0\.05, bad 0\.03/);
  assert.match(shown, /dataset: answer right/);
  assert.match(shown, /orm_score 0\.5/);
});

test('a block of a template is headed by its tag, and of a pair it is said which was preferred', () => {
  assert.match(
    words({ query: 'Find x.', response: '<Step1>Halve it.</Step1><Answer>6</Answer>' }),
    /Step1 Halve it\..*Answer 6/,
  );
  const pair = words({ prompt: 'Find x.', chosen: 'It is 6.', rejected: 'It is 7.' });
  assert.match(pair, /dataset: preferred/);
  assert.match(pair, /dataset: rejected/);
});

test('an answer says its unit, how it was come by, and that it is none; numbers stand with the facts', () => {
  const asdiv = { body: 'Tom has 9 apples.', question: 'How many?', answer: '9 (apples)', formula: '9=9' };
  assert.match(words(asdiv), /Reference answer 9 apples/);
  const voted = {
    problem: 'p',
    generated_solution: 's',
    expected_answer: '3',
    problem_source: 'augmented_math',
  };
  assert.match(words(voted), /Reference answer .*3 majority vote/);
  const proof = { problem: 'Prove it.', solution: 'It is so.', source: 'olympiads', answer: 'proof' };
  assert.match(words(proof), /proof nothing to compare with/);
  assert.match(words({ problem: 'Find x.', answer: '6', pass_rate: '25%' }), /pass_rate 0\.25/);
});
