import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../src/core/row/json';
import { asked, PROOF, Q, readAs, SOLVED, talk, THOUGHT } from './published';
import { open } from '../seeds/seed';

const DAPO = `Solve the following math problem step by step. The last line of your response should be of the form Answer: $Answer (without quotes) where $Answer is the answer to the problem.\n\n${Q}\n\nRemember to put your answer on its own line after "Answer:".`;
const verl = {
  ability: 'MATH',
  reward_model: { ground_truth: '30', style: 'rule' },
  extra_info: { index: 1 },
};

/** Fields of published training data: the dataset, a row of it, how it is read. */
const SHAPES: [string, Json, string][] = [
  [
    'DAPO-Math-17k',
    { data_source: 'math_dapo', prompt: [{ role: 'user', content: DAPO }], ...verl },
    'verl: Q = 30',
  ],
  [
    'Skywork-OR1',
    {
      data_source: 'x',
      prompt: [
        {
          role: 'user',
          content: `${Q} Let's think step by step and output the final answer within \\boxed{}.`,
        },
      ],
      ...verl,
    },
    'verl: Q = 30',
  ],
  [
    'Eurus-2-RL',
    {
      data_source: 'x',
      prompt: [
        { role: 'system', content: 'You reason.' },
        { role: 'user', content: `${Q}\n\nPresent the answer in LaTex format: \\boxed{Your answer}` },
      ],
      ...verl,
    },
    'verl: Q = 30',
  ],
  [
    'Open-Reasoner-Zero: a row is a list of turns',
    [
      { from: 'human', value: Q },
      { from: 'assistant', ground_truth: { value: '30' } },
    ],
    'turns-with-answer: Q = 30',
  ],
  ['a row is a dialogue', talk, 'generic: Q; model 2'],
  [
    'LIMR',
    { prompt: [{ role: 'system', content: 'Reason.' }, ...(asked as Json[])], answer: '30' },
    'generic: Q = 30',
  ],
  [
    'Big-Math',
    { problem: Q, answer: '30', source: 'x', domain: ['A -> B'], llama8b_solve_rate: 0.2 },
    'generic: Q = 30',
  ],
  ['DeepScaleR', { problem: Q, answer: '30', solution: SOLVED }, 'generic: Q = 30; reference 2'],
  ['NuminaMath-TIR', { problem: Q, solution: SOLVED, messages: talk }, 'numinamath-tir: Q; reference 2'],
  [
    'OpenMathInstruct-1',
    { question: Q, expected_answer: '30', generated_solution: SOLVED, is_correct: true, dataset: 'gsm8k' },
    'generic: Q = 30; model 2 right',
  ],
  [
    'MetaMathQA',
    { query: Q, response: SOLVED, type: 'GSM_Rephrased', original_question: Q },
    'query-response: Q; model 2',
  ],
  [
    'UltraInteract: what tools there are is no part of the problem',
    {
      task: 'Math_PoT',
      instruction: `Tool available:\n[1] Python interpreter\nWhen you send Python code, it is executed.\nSolve the following math problem step-by-step.\nSimplify your answer as much as possible.\n${Q}`,
      response: SOLVED,
    },
    'generic: Q; model 2',
  ],
  ['MathInstruct', { source: 'data/CoT/x.json', instruction: Q, output: SOLVED }, 'alpaca: Q; model 2'],
  ['Orca-Math', { question: Q, answer: SOLVED }, 'generic: Q; reference 2'],
  ['AceMath-Instruct: the answer is a solution', { messages: asked, answer: SOLVED }, 'chat: Q; model 2'],
  [
    'AceMath-RM: the answer is a model’s',
    { question: Q, answer: SOLVED, reference: '30', label: 1 },
    'generic: Q = 30; model 2 right',
  ],
  ['Tülu RLVR', { messages: asked, ground_truth: '30', dataset: 'MATH' }, 'chat: Q = 30'],
  [
    'Tülu personas: the prompt stands in the messages as well',
    { id: '1', prompt: Q, messages: talk },
    'chat: Q; model 2',
  ],
  ['ToRA', { idx: 1, question: Q, gt: '30', messages: talk }, 'chat: Q = 30; model 2'],
  [
    'AM-DeepSeek-R1: the answer stands in a message',
    {
      messages: [
        { role: 'user', content: Q, info: { reference_answer: '30' } },
        { role: 'assistant', content: THOUGHT },
      ],
    },
    'chat: Q = 30; model 3',
  ],
  [
    'OpenThoughts2: the question stands in the dialogue as well',
    {
      conversations: [
        { from: 'user', value: Q },
        { from: 'assistant', value: THOUGHT },
      ],
      question: Q,
      id: 1,
    },
    'generic: Q; model 3',
  ],
  [
    'GenPRM: the prompt holds more than the problem',
    {
      problem: Q,
      conversations: [
        { role: 'user', content: `Question: ${Q}\n\nFirst.` },
        { role: 'assistant', content: 'Yes.' },
      ],
    },
    'generic: Q; model 1',
  ],
  [
    'MathCodeInstruct: parts of text, code and execution',
    {
      messages: [
        { role: 'user', content: [{ type: 'text', content: Q }] },
        {
          role: 'assistant',
          content: [
            { type: 'text', content: 'I compute it.' },
            { type: 'code', content: 'print(30)' },
            { type: 'execution', content: '30' },
          ],
        },
      ],
    },
    'generic: Q; model 3',
  ],
  [
    'CAMEL',
    { role_1: 'Mathematician', 'topic;': 'Algebra', message_1: Q, message_2: SOLVED },
    'generic: Q; model 2',
  ],
  [
    'QwQ-LongCoT: a column by the name of its model',
    { problem: Q, solution: SOLVED, qwq: THOUGHT },
    'generic: Q; reference 2, model 3',
  ],
  ['NuminaMath-QwQ', { prompt: Q, response: THOUGHT, correct: false }, 'prompt-completion: Q; model 3 wrong'],
  [
    'CoT-Collection',
    { source: Q, target: '30', rationale: SOLVED, task: 'gsm8k', type: 'CoT' },
    'generic: Q = 30; reference 2',
  ],
  [
    'SYNTHETIC-1',
    { problem_id: 'v1', prompt: Q, llm_response: THOUGHT, gold_standard_solution: '30', score: 1 },
    'generic: Q = 30; model 3 right',
  ],
  [
    'OmniThought: traces with their teachers and verdicts',
    {
      id: 1,
      question: Q,
      reasoning: [{ full_response: THOUGHT, teacher: 'R1', thought_correctness_verify: true }],
    },
    'generic: Q; reference 3 right',
  ],
  [
    'NaturalReasoning',
    { question: Q, reference_answer: '30', responses: [{ response_model: 'M', response: SOLVED }] },
    'generic: Q = 30; model 2',
  ],
  [
    'GeneralThought',
    { question: Q, reference_answer: '30', model_name: 'R1', model_answer: SOLVED, model_reasoning: PROOF },
    'generic: Q = 30; model 2, model 2',
  ],
  [
    'UltraInteract: the question stands in the trajectory',
    {
      task: 'Math_CoT',
      trajectory: [
        {
          from: 'user',
          value: `Solve the following math problem step-by-step.\nSimplify your answer as much as possible. Present your final answer as \\boxed{Your Answer}.\n${Q}`,
        },
      ],
      chosen: SOLVED,
      rejected: PROOF,
    },
    'preference: Q; model 2 chosen, model 2 rejected',
  ],
  [
    'Light-R1 and LLaMA-Factory: a pair of single messages',
    {
      conversations: [{ from: 'human', value: Q }],
      chosen: { from: 'gpt', value: SOLVED },
      rejected: { from: 'gpt', value: PROOF },
    },
    'preference: Q; model 2 chosen, model 2 rejected',
  ],
  [
    'PRMBench: wrong steps by their numbers from 1',
    {
      idx: 'a',
      original_question: Q,
      modified_question: Q,
      original_process: ['One.', 'Two.'],
      modified_process: ['One.', 'Three.'],
      error_steps: [2],
      reason: 'It is two.',
    },
    'prmbench: Q; model 2 until 1, reference 2',
  ],
  [
    'MR-GSM8K: the first wrong step by its number from 1',
    {
      uuid: 'u',
      question: Q,
      ground_truth_solution: SOLVED,
      ground_truth_answer: '30',
      model_output_steps: ['One.', 'Two.'],
      model_output_answer_correctness: 'correct',
      model_output_solution_correctness: 'wrong',
      model_output_solution_first_error_step: 2,
    },
    'mr-gsm8k: Q = 30; model 2 right until 1, reference 2',
  ],
  [
    'VersaPRM',
    {
      id: 1,
      question: Q,
      answer: 'B',
      options: ['60', '30', '15'],
      chain_of_thoughts: ['One.', 'Two.'],
      labels: [1, -1],
    },
    'generic: Q = B; aBc; model 2 until 1',
  ],
  [
    'ReasonEval',
    { uuid: 'u', question: Q, model_output_steps: ['One it is.', 'Two it is.'], human_ratings: [1, 0] },
    'generic: Q; model 2 until 1',
  ],
  [
    'AceMath-RM: positives are right, negatives wrong',
    { prompt: Q, positives: [SOLVED, SOLVED], negatives: [PROOF] },
    'generic: Q; model 2 right, model 2 right, model 2 wrong',
  ],
  [
    'a wrong solution beside the right one',
    { problem: Q, correct_solution: SOLVED, wrong_solution: PROOF },
    'generic: Q; reference 2, model 2 wrong',
  ],
  [
    'responses that are called correct and incorrect',
    { question: Q, answer: '30', correct_response: SOLVED, incorrect_response: PROOF },
    'generic: Q = 30; model 2 right, model 2 wrong',
  ],
  [
    'Hard2Verify: a label for each step of a response',
    { question: Q, answer: '30', model_response_by_step: ['One it is.', 'Two it is.'], human_labels: [1, 0] },
    'generic: Q = 30; model 2 until 1',
  ],
  [
    'steps as objects with a hard label',
    {
      question: Q,
      gt: '30',
      steps: [
        { step: 'We add.', hard_label: 1 },
        { step: 'Done.', hard_label: 0 },
      ],
    },
    'generic: Q = 30; model 2 until 1',
  ],
  [
    'scores of steps are no labels: who says how much is enough?',
    { problem: Q, steps: ['One it is.', 'Two it is.'], step_scores: [0.9, 0.2], solution_correct: false },
    'generic: Q; model 2 wrong',
  ],
  [
    'rollouts as objects with a reward',
    {
      problem: Q,
      gold: '30',
      rollouts: [
        { text: SOLVED, reward: 1 },
        { text: PROOF, reward: 0 },
      ],
    },
    'generic: Q = 30; model 2 right, model 2 wrong',
  ],
  [
    'a wrong answer with its misconception is a student’s',
    { question: Q, wrong_answer: '31', correct_answer: '30', misconception: 'Adds.' },
    'generic: Q = 30; student 1 wrong',
  ],
  [
    'Open Proof Corpus: the solution is that of the model beside it',
    { problem: Q, model_id: 'o4', solution: PROOF, score: 0, feedback: 'No.' },
    'generic: Q; model 2 wrong',
  ],
  [
    'GSM8K-Aug: calculations alone are a solution',
    { question: Q, cot: '<<120/2=60>> <<60/2=30>>', answer: '30' },
    'generic: Q = 30; reference 1',
  ],
  [
    'a rubric, and a reference answer in so many words',
    { prompt: Q, rubric: [{ criterion: 'Divides', points: 5 }], reference_answer: SOLVED },
    'generic: Q; reference 2',
  ],
  [
    'Nemotron: the answer stands in JSON that is a text',
    { input: Q, output: SOLVED, ground_truth: '{"answer": "30"}' },
    'generic: Q = 30; model 2',
  ],
  [
    'Nemotron-Post-Training: the answer stands in the metadata',
    { uuid: 'u', category: 'math', messages: talk, metadata: '{"expected_answer": "30", "source": "aops"}' },
    'chat: Q = 30; model 2',
  ],
  ['MathChat', { messages: talk, ground_truth_answer: '30' }, 'chat: Q = 30; model 2'],
  [
    'Dolphin-R1: what was thought stands beside the answer',
    { messages: asked, reasoning: PROOF, answer: SOLVED, model: 'R1' },
    'chat: Q; model 2, reference 2',
  ],
  [
    'SimpleRL: an answer in the further information is no solution',
    { prompt: asked, reward_model: { ground_truth: '30' }, extra_info: { answer: '30', question: Q } },
    'verl: Q = 30',
  ],
  [
    'solutions in steps',
    { problem: Q, solutions: [{ steps: ['One.', 'Two.'], is_correct: true }] },
    'generic: Q; reference 2 right',
  ],
  [
    's1K-1.1: a grade for each attempt',
    {
      question: Q,
      gemini_attempt: SOLVED,
      gemini_grade: 'Yes',
      deepseek_attempt: SOLVED,
      deepseek_grade: 'No',
    },
    'generic: Q; model 2 right, model 2 wrong',
  ],
];

for (const [name, row, read] of SHAPES) test(name, () => assert.equal(readAs(row), read));

test('parts of a message are code and output by their type', () => {
  const row = SHAPES.find(([name]) => name.startsWith('MathCode'))![1];
  const [trace] = open([row]).readings[0]!.traces;
  assert.deepEqual(
    trace?.steps.map(({ form }) => form),
    [undefined, 'code', 'output'],
  );
});

test('a prompt that holds more than the problem is context', () => {
  const row = SHAPES.find(([name]) => name.startsWith('GenPRM'))![1];
  assert.equal(open([row]).readings[0]!.context.length, 1);
});
