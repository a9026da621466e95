import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../src/core/row/json';
import { asked, Q, readAs, SOLVED, talk } from './published';
import { openOne } from '../seeds/seed';

const references = (...texts: string[]): Json =>
  texts.map((text, at): Json => ({ output: { text }, tags: at === 0 ? ['correct'] : [] }));
const completed = { completions: [{ text: SOLVED, logprob: -3.2, tokens: [] }] };

/** What harnesses of evaluation write, and judged steps in turns: the tool, a row of it, how it is read. */
const SHAPES: [string, Json, string][] = [
  [
    'HELM: the prompt of a request repeats the instance',
    {
      instance: { input: { text: Q }, references: references('30'), split: 'test', id: 'id1' },
      request: {
        model: 'm',
        prompt: `Given a problem, answer it.\n###\nProblem: ${Q}\nAnswer:`,
        temperature: 0,
      },
      result: { success: true, ...completed },
    },
    'helm: Q = 30; model 2',
  ],
  [
    'HELM: several references are choices',
    {
      instance: { input: { text: Q }, references: references('30', '8', '4'), id: 'id1' },
      request: { model: 'm' },
      result: completed,
    },
    'helm: Q = 30; Abc; model 2',
  ],
  [
    'HELM: instances alone',
    { input: { text: Q }, references: references('30'), split: 'test', id: 'id1' },
    'helm: Q = 30',
  ],
  [
    'LM Evaluation Harness: the answer is the place of a choice',
    {
      doc_id: 1,
      doc: { question: Q, subject: 'algebra', choices: ['60', '30', '15'], answer: 1 },
      target: 1,
      arguments: { gen_args_0: { arg_0: Q } },
      resps: [[['-1.2', 'False']]],
      filtered_resps: [['-1.2', 'False']],
      acc: 1,
    },
    'lm-eval: Q = 1; aBc',
  ],
  [
    'Inspect: the target is the answer, and not what a scorer took out of the response',
    {
      id: 1,
      epoch: 1,
      input: Q,
      target: '30',
      messages: talk,
      scores: { match: { value: 'I', answer: '62' } },
    },
    'chat: Q = 30; model 2',
  ],
  [
    'Inspect: what a scorer explains is no solution, and what it says no choices',
    {
      id: 1,
      input: asked,
      choices: ['60', '30', '15'],
      target: 'B',
      scores: { choice: { value: 'C', answer: 'B', explanation: SOLVED } },
    },
    'generic: Q = B; aBc',
  ],
  [
    'simple-evals: the next message is the model’s',
    {
      prompt_messages: asked,
      next_message: { role: 'assistant', content: SOLVED },
      score: 1,
      correct_answer: '30',
      extracted_answer: '30',
    },
    'generic: Q = 30; model 2 right',
  ],
  [
    'DeepEval: the answer that was expected, in a word',
    { input: Q, actual_output: SOLVED, expected_output: '30', success: true },
    'generic: Q = 30; model 2 right',
  ],
  [
    'what verl writes of its rollouts',
    { input: Q, output: SOLVED, gts: '30', score: 0, step: 5 },
    'generic: Q = 30; model 2 wrong',
  ],
  ['OpenRLHF: a label that is a formula', { input: Q, label: '\\frac{60}{2}' }, 'generic: Q = \\frac{60}{2}'],
  [
    'details of lighteval',
    { example: Q, gold: '30', predictions: [SOLVED], metrics: { qem: 1 } },
    'generic: Q = 30; model 2',
  ],
  [
    'RLHFlow: one sign behind a whole solution is that of its answer',
    {
      conversations: [
        ...(asked as Json[]).map(() => ({
          role: 'user',
          content: `${Q} Step 1: We divide.\nStep 2: It is 30.`,
        })),
        { role: 'assistant', content: '+' },
      ],
    },
    'judged-turns: Q; model 2 right',
  ],
  [
    'VisualPRM: steps in turns, with an image',
    {
      id: 1,
      image: 'images/1.png',
      conversations: [
        { from: 'human', value: `<image>\nQuestion: ${Q}\nProcess: We divide.` },
        { from: 'gpt', value: '+' },
        { from: 'human', value: 'It is 31.' },
        { from: 'gpt', value: '-' },
      ],
    },
    'judged-turns: Q; model 2 until 1',
  ],
  [
    'VisualProcessBench: the verdicts stand with the steps',
    {
      image: ['images/1.png'],
      question: Q,
      answer: '30',
      response: { steps: ['We divide.', 'It is 31.'], process_correctness: [1, -1] },
      policy_model: 'm',
    },
    'generic: Q = 30; model 2 until 1',
  ],
  [
    'what stands in a response is a model’s',
    { question: Q, answer: '30', response: { solution: SOLVED, model: 'm' } },
    'generic: Q = 30; model 2',
  ],
  [
    'the first error counted from 1, where it is the last step',
    { problem: Q, steps: ['We divide.', 'It is 31.'], first_error: 2, error_description: 'Adds.' },
    'generic: Q; model 2 until 1',
  ],
  [
    'a solution with an error in it is not the dataset’s own',
    { problem: Q, solution: SOLVED, correct_solution: SOLVED, first_error_step: 1, error_type: 'adds' },
    'generic: Q; reference 2, model 2 until 1',
  ],
  [
    'attempts with a verdict each',
    { prompt: Q, attempt_1: SOLVED, attempt_2: SOLVED, attempt_1_correct: false, attempt_2_correct: true },
    'generic: Q; model 2 wrong, model 2 right',
  ],
  [
    'EPIC: one solution whose steps have scores',
    { problem: Q, solution: ['We divide 60 by 2.', 'It is 30.'], scores: [0.9, 0.8], correctness: true },
    'generic: Q; model 2 right',
  ],
  [
    'several solutions that each have an end stay several',
    { problem: Q, solution: [SOLVED, SOLVED] },
    'generic: Q; reference 2, reference 2',
  ],
  [
    'solutions of students',
    { problem: Q, answer: '30', student_solutions: [{ student: 's1', text: SOLVED, score: 0.5 }] },
    'generic: Q = 30; student 2',
  ],
  [
    'a student’s answer, marked and commented',
    { problem_text: Q, student_response: '62', correct: false, teacher_comment: 'You added.' },
    'generic: Q; student 1 wrong',
  ],
];

for (const [name, row, read] of SHAPES) test(name, () => assert.equal(readAs(row), read));

test('scores, notes and concepts in the objects of steps stand with their steps', () => {
  const steps = [
    { step: 'We divide.', score: 0.9, concept: 'rates', hint: 'Look at the units.' },
    { expression: '60/2', result: 30, skills: ['division', 'whole numbers'] },
  ];
  const [trace] = openOne({ question: Q, steps, answer: '30' }).traces;
  assert.deepEqual(
    trace?.steps.map(({ source, measures = [], remarks = [], uses }) => [
      source.text,
      measures.map(({ name, value }) => `${name} ${value}`),
      remarks.map(({ text }) => text),
      uses,
    ]),
    [
      ['We divide.', ['score 0.9'], ['Look at the units.'], ['rates']],
      ['60/2', [], ['30'], ['division', 'whole numbers']],
    ],
  );
  assert.equal(trace.published, null);
});

test('rewards in lists go by the name of the list', () => {
  const { traces } = openOne({
    prompt: Q,
    responses: [SOLVED, SOLVED],
    rewards: [1, 0],
    advantages: [0.7, -0.7],
  });
  assert.deepEqual(
    traces.map(({ measures = [] }) => measures.map(({ name, value }) => `${name} ${value}`)),
    [
      ['rewards 1', 'advantages 0.7'],
      ['rewards 0', 'advantages -0.7'],
    ],
  );
});
