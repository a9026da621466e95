import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../src/core/row/json';
import { Q, readAs, SOLVED, talk } from './published';
import { open } from '../seeds/seed';

const WRONG = 'We add: 60+2 = 62.\n\nSo the speed is $\\boxed{62}$.';
const STEPS = ['We add.', '60+2 = 62.', 'So it is 62.'];

/** Rows that say whether a solution is right, and where it goes wrong: the dataset, a row of it, how it is read. */
const SHAPES: [string, Json, string][] = [
  [
    'a solution with a verdict beside it is not the dataset’s own',
    { problem: Q, answer: '30', solution: WRONG, is_correct: false },
    'generic: Q = 30; model 2 wrong',
  ],
  [
    'a verdict in words, as annotation tools export it',
    { id: 1, problem: Q, solution: WRONG, verdict: 'Incorrect', annotator: 3, lead_time: 12.5 },
    'generic: Q; model 2 wrong',
  ],
  [
    'a verdict stands with what a model wrote, where there is both',
    { problem: Q, solution: SOLVED, response: WRONG, is_correct: false },
    'generic: Q; reference 2, model 2 wrong',
  ],
  [
    'what is valid of a problem and its solution is no verdict',
    { problem: Q, solution: SOLVED, answer: '30', problem_is_valid: 'Yes', solution_is_valid: 'Yes' },
    'generic: Q = 30; reference 2',
  ],
  [
    'a short prediction beside the right answer',
    { question: Q, prediction: '62', gold: '30', correct: false },
    'generic: Q = 30; model 1 wrong',
  ],
  [
    'a number that a model answered, beside the solution',
    { question: Q, solution: SOLVED, answer: 30, model_answer: 62 },
    'generic: Q = 30; reference 2, model 1',
  ],
  [
    'MR-Ben: the number of the first wrong step is a text',
    {
      Subject: 'college_math',
      Question: Q,
      Options: 'A. 60\nB. 30\nC. 15',
      Model_Solution_Steps: STEPS,
      Ground_Truth_Answer: 'B',
      Model_Solution_Correctness: 'incorrect',
      Model_Solution_First_Error_Step: '3',
      Model_Solution_Error_Reason: 'Adds.',
    },
    'generic: Q = B; aBc; model 3 wrong until 2',
  ],
  [
    'the place of the first error as a text',
    { problem: Q, steps: STEPS, first_error_step: '0' },
    'generic: Q; model 3 until 0',
  ],
  [
    'the answer that a solution of a model ends with is not the right one',
    { question: Q, model_solution: { steps: STEPS, final_answer: '62', is_correct: false }, answer: '30' },
    'generic: Q = 30; model 3 wrong',
  ],
  [
    'a completion that passed: a format that many datasets have, and a verdict in a field of their own',
    { task_id: 'gsm/1', prompt: Q, completion: SOLVED, passed: true, result: 'passed' },
    'prompt-completion: Q; model 2 right',
  ],
  [
    'MathVista: what was judged is the response, and not what was extracted from it',
    { query: Q, response: WRONG, extraction: '62', prediction: '62', true_false: false, answer: '30' },
    'query-response: Q = 30; model 2 wrong',
  ],
  [
    'a log of students: what was answered is theirs',
    { student_id: 's1', problem_id: 7, problem_body: Q, answer_text: '62', correct: 0, hint_count: 2 },
    'generic: Q; student 1 wrong',
  ],
  [
    'what a dialogue says is better than what was rejected',
    { messages: talk, rejected_response: WRONG },
    'chat: Q; model 2 chosen, model 2 rejected',
  ],
  [
    'the preferred of two solutions',
    { question: Q, solution_a: SOLVED, solution_b: WRONG, preferred_solution: 'b' },
    'generic: Q; model 2 rejected, model 2 chosen',
  ],
  [
    'an exact match, and what was expected in a word',
    { input: Q, output: WRONG, expected: '30', exact_match: 0 },
    'generic: Q = 30; model 2 wrong',
  ],
  [
    'what a judge says is no solution',
    {
      problem: Q,
      response: SOLVED,
      judge_response: 'It is right, as 60/2 is 30.\n\nSo: yes.',
      judge_correct: true,
    },
    'generic: Q; model 2 right',
  ],
  [
    'steps as objects with a verdict in words',
    {
      problem: Q,
      steps: [
        { text: 'We divide.', verdict: 'correct' },
        { text: 'It is 31.', verdict: 'incorrect' },
      ],
    },
    'generic: Q; model 2 until 1',
  ],
  [
    'steps as objects that say whether they are wrong',
    {
      problem: Q,
      solution_steps: [
        { step_number: 1, content: 'We divide.', is_error: false },
        { step_number: 2, content: 'It is 31.', is_error: true, error_type: 'calculation' },
      ],
    },
    'generic: Q; model 2 until 1',
  ],
  [
    'a verdict as tables write it',
    { question: Q, response: SOLVED, label: '1' },
    'generic: Q; model 2 right',
  ],
  [
    'a solution that is labelled by a word, and what was predicted of it',
    { problem: Q, solution: WRONG, label: 'incorrect', prediction: 'correct' },
    'generic: Q; model 2 wrong',
  ],
  [
    'a short output beside what was expected',
    { input: Q, output: '31', expected: '30' },
    'generic: Q = 30; model 1',
  ],
  ['a dialogue and its score', { messages: talk, score: 0 }, 'chat: Q; model 2 wrong'],
];

for (const [name, row, read] of SHAPES) test(name, () => assert.equal(readAs(row), read));

test('a word in place of a step’s number says that no step is wrong', () => {
  const { readings } = open(
    ['2', 'N/A', 'none'].map((place) => ({ problem: Q, solution_steps: STEPS, first_error_step: place })),
  );
  assert.deepEqual(
    readings.map(({ traces }) => traces[0]?.published?.firstError),
    [2, null, null],
  );
});

test('a step that is said to have no error is good', () => {
  const row = SHAPES.find(([name]) => name.startsWith('steps as objects that say'))![1];
  const [trace] = open([row]).readings[0]!.traces;
  assert.deepEqual(
    trace?.steps.map(({ label }) => label),
    ['good', 'bad'],
  );
});

test('the answer in what a model answered shortly', () => {
  const row = { question: Q, model_answer: 'ANSWER: B', answer: 'B' };
  assert.equal(open([row]).readings[0]!.traces[0]?.finalAnswer?.text, 'B');
});
