import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../src/core/row/json';
import { asked, PROOF, Q, readAs, SOLVED, talk } from './published';
import { openOne } from '../seeds/seed';

const said = (text: string): Json => [{ role: 'assistant', content: text }];

/** What models wrote, as trainers, APIs and arenas keep it: where from, a row of it, how it is read. */
const SHAPES: [string, Json, string][] = [
  [
    'TRL: completions in messages, with a reward each',
    { prompt: asked, completions: [said(SOLVED), said(PROOF)], rewards: [1, 0], ground_truth: '30' },
    'rewarded-rollouts: Q = 30; model 2 right, model 2 wrong',
  ],
  [
    'samples that are dialogues',
    { problem: Q, answer: '30', samples: [talk, talk], correct: [true, false] },
    'sampled-programs: Q = 30; model 2 right, model 2 wrong',
  ],
  [
    'several responses of each model, by its name',
    { problem: Q, answer: '30', responses: { m1: [SOLVED, PROOF], m2: [PROOF] } },
    'generic: Q = 30; model 2, model 2, model 2',
  ],
  [
    'a verdict for each model, by its name',
    { problem: Q, responses: { m1: SOLVED, m2: PROOF }, correct: { m1: true, m2: false } },
    'generic: Q; model 2 right, model 2 wrong',
  ],
  [
    'the better of two that are counted from 0',
    { prompt: Q, response_0: SOLVED, response_1: PROOF, better_response_id: 1 },
    'generic: Q; model 2 rejected, model 2 chosen',
  ],
  [
    'answers of several models',
    {
      prompt: `\n\nHuman: ${Q}\n\nAssistant: `,
      answers: [
        { answer: SOLVED, model: 'm1', rank: 1 },
        { answer: PROOF, model: 'm2', rank: 2 },
      ],
      source: ['x'],
    },
    'generic: Q; model 2, model 2',
  ],
  [
    'verl: a prompt without the signs of its template',
    { input: `system\nYou reason.\nuser\n${Q}\nassistant\n`, output: SOLVED, gts: '30', score: 1 },
    'generic: Q = 30; model 2 right',
  ],
  [
    'OpenMathInstruct-1: programs and what they gave between tags',
    {
      question: Q,
      generated_solution:
        'We run it.\n<llm-code>\n60/2\n</llm-code>\n<llm-code-output>\n30.0\n</llm-code-output>\nIt is 30.',
      is_correct: true,
    },
    'generic: Q; model 4 right',
  ],
  [
    'what was put in and what came out in turn',
    { conversation: [{ input: Q, output: SOLVED }] },
    'generic: Q; model 2',
  ],
  [
    'MT-Bench: what is asked in turn',
    { question_id: 81, category: 'math', turns: [Q, 'And by car?'], reference: ['30', '60'] },
    'generic: Q + And by car? = 30, 60',
  ],
  [
    'DROP: an answer that is a number, or spans',
    { passage: 'It was fast.', question: Q, answer: { number: '30', date: { day: '' }, spans: [] } },
    'generic: It was fast. + Q = 30',
  ],
  [
    'an item of a test: its key, and how it did',
    { item_id: 'i1', stem: Q, A: '60', B: '30', C: '15', key: 'B', p_value: 0.6, discrimination: 1.2 },
    'generic: Q = B; aBc',
  ],
  [
    'FormalGeo: the answer to the problem',
    { problem_text_en: Q, problem_answer: '30', problem_level: 3 },
    'generic: Q = 30',
  ],
  [
    'Gemini: candidates of parts',
    {
      key: 'r1',
      request: { contents: [{ role: 'user', parts: [{ text: Q }] }] },
      response: {
        candidates: [{ content: { role: 'model', parts: [{ text: SOLVED }] }, finishReason: 'STOP' }],
      },
    },
    'generic: Q; model 2',
  ],
];

for (const [name, row, read] of SHAPES) test(name, () => assert.equal(readAs(row), read));

test('an arena: who wrote the two, and which was better', () => {
  const row = {
    model_a: 'm1',
    model_b: 'm2',
    winner: 'model_b',
    conversation_a: talk,
    conversation_b: talk,
  };
  assert.deepEqual(
    openOne(row).traces.map(({ author, published }) => [author, published?.preferred]),
    [
      ['m1', false],
      ['m2', true],
    ],
  );
});

/** Batches of APIs that give back no question. */
const ANSWERED: [string, Json, string[]][] = [
  [
    'Anthropic: what was thought and said, in parts',
    {
      custom_id: 'r1',
      result: {
        type: 'succeeded',
        message: {
          model: 'm1',
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'I divide.' },
            { type: 'text', text: 'It is 30.' },
          ],
        },
      },
    },
    ['I divide.', 'It is 30.'],
  ],
  [
    'OpenAI: a summary of what was thought, and a message',
    {
      custom_id: 'r1',
      response: {
        body: {
          model: 'm1',
          output: [
            { type: 'reasoning', summary: [{ type: 'summary_text', text: 'I divide.' }] },
            { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'It is 30.' }] },
          ],
        },
      },
    },
    ['I divide.', 'It is 30.'],
  ],
];

for (const [name, row, steps] of ANSWERED) {
  test(name, () => {
    const [trace] = openOne(row).traces;
    assert.deepEqual(
      trace?.steps.map(({ source }) => source.text),
      steps,
    );
  });
}

test('a program between tags is code, and what it gave back output', () => {
  const row = SHAPES.find(([name]) => name.startsWith('OpenMathInstruct'))![1];
  assert.deepEqual(
    openOne(row).traces[0]?.steps.map(({ form }) => form),
    [undefined, 'code', 'output', undefined],
  );
});

test('where a row is from is no concept, in a list either', () => {
  const { concepts } = openOne({ question: Q, answer: '30', source: ['sharegpt'], domain: ['rates'] });
  assert.deepEqual(
    concepts.map((concept) => concept.kind === 'text' && concept.source.text),
    ['rates'],
  );
});
