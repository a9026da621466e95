import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../src/core/row/json';
import { Q, readAs, SOLVED, talk } from './published';
import { openOne, texts } from '../seeds/seed';

const WRONG = 'We add: 60+2 = 62.\n\nSo the speed is $\\boxed{62}$.';
const NEXT = 'And how far does it go in 5 hours?';
const THEN = 'In 5 hours it goes 150 miles.';
const said = (...turns: [string, string][]): Json =>
  turns.map(([role, content]): Json => ({ role, content }));

/** What was asked and said in turn, in fields, lists and texts of many forms: the dataset, a row of it, how it is read. */
const SHAPES: [string, Json, string][] = [
  [
    'turns in columns whose names begin with their numbers',
    { '1q': Q, '1a': SOLVED, '2q': NEXT, '2a': THEN },
    'generic: Q; model 4',
  ],
  [
    'turns in columns whose names end with them',
    { q2: NEXT, a1: SOLVED, q1: Q, a2: THEN },
    'generic: Q; model 4',
  ],
  [
    'turns by who speaks',
    { id: 'm1', turn_1_user: Q, turn_1_assistant: SOLVED, turn_2_user: NEXT, turn_2_assistant: THEN },
    'generic: Q; model 4',
  ],
  [
    'a numbered question without its answer is no turn',
    { question_1: Q, question_2: NEXT, answer_1: '30' },
    'generic: Q',
  ],
  [
    'UltraData-Math: an exercise and its solution',
    { uid: 'u', content: `The exercise:\n${Q}\n\nThe solution:\n${SOLVED}` },
    'generic: Q; model 2',
  ],
  ['headings of one sign', { text: `# Question\n${Q}\n\n# Solution\n${SOLVED}` }, 'generic: Q; model 2'],
  ['names in bold', { text: `**Problem:** ${Q}\n\n**Solution:**\n${SOLVED}` }, 'generic: Q; model 2'],
  [
    'a lesson: what is said first is the problem',
    { content: `Teacher: ${Q}\n\nStudent: Is it 62?\n\nTeacher: It is 30.` },
    'generic: Q; model 2',
  ],
  [
    'MathDial: a lesson beside its problem',
    {
      question: Q,
      ground_truth: SOLVED,
      student_incorrect_solution: WRONG,
      teacher_described_confusion: 'Adds.',
      conversation: 'Teacher: (probing)How so?|EOM|Student: I add.|EOM|Teacher: (focus)Why?',
    },
    'generic: Q; reference 2, student 2 wrong, model 3',
  ],
  [
    'MathDial: the student has a name',
    {
      question: Q,
      ground_truth: SOLVED,
      conversation: 'Teacher: (probing)Hi Alex, how so?|EOM|Alex: I add.|EOM|Teacher: (focus)Why?',
    },
    'generic: Q; reference 2, model 3',
  ],
  [
    'a lesson in turns beside its problem',
    {
      problem: Q,
      answer: '30',
      dialogue: [
        { speaker: 'tutor', text: 'What is given?' },
        { speaker: 'student', text: '60 miles.' },
      ],
    },
    'generic: Q = 30; model 2',
  ],
  [
    'a lesson in turns alone',
    {
      conversation: [
        { speaker: 'teacher', text: Q },
        { speaker: 'student', text: SOLVED },
      ],
    },
    'generic: Q; model 2',
  ],
  [
    'Gemini: parts of a message',
    {
      contents: [
        { role: 'user', parts: [{ text: Q }] },
        { role: 'model', parts: [{ text: SOLVED }] },
      ],
    },
    'generic: Q; model 2',
  ],
  [
    'preferences as a chat API takes them',
    {
      input: { messages: said(['user', Q]), tools: [], parallel_tool_calls: true },
      preferred_output: said(['assistant', SOLVED]),
      non_preferred_output: said(['assistant', WRONG]),
    },
    'preference: Q; model 2 chosen, model 2 rejected',
  ],
  [
    'HH-RLHF: whole dialogues in texts',
    { chosen: `\n\nHuman: ${Q}\n\nAssistant: ${SOLVED}`, rejected: `\n\nHuman: ${Q}\n\nAssistant: ${WRONG}` },
    'preference: Q; model 2 chosen, model 2 rejected',
  ],
  [
    'RM-Bench: several of each',
    { id: '1', prompt: Q, chosen: [SOLVED, SOLVED], rejected: [WRONG, WRONG] },
    'preference: Q; model 2 chosen, model 2 chosen, model 2 rejected, model 2 rejected',
  ],
  [
    'an arena: what two models said',
    {
      model_a: 'x',
      model_b: 'y',
      conversation_a: talk,
      conversation_b: said(['user', Q], ['assistant', WRONG]),
    },
    'generic: Q; model 2, model 2',
  ],
  ['RAGAS', { user_input: Q, response: SOLVED, reference: '30' }, 'generic: Q = 30; model 2'],
  [
    'messages as a table keeps them, a list of speakers and a list of texts',
    { messages: { role: ['user', 'assistant'], content: [Q, SOLVED] } },
    'generic: Q; model 2',
  ],
  ['what is said by turns, and nothing of who speaks', { dialog: [Q, SOLVED] }, 'generic: Q; model 2'],
  [
    'Alpaca’s template in one text',
    {
      text: `Below is an instruction that describes a task. Write a response.\n\n### Instruction:\n${Q}\n\n### Response:\n${SOLVED}`,
    },
    'generic: Q; model 2',
  ],
  [
    'DeepSeek’s template around a prompt',
    { prompt: `<｜begin▁of▁sentence｜><｜User｜>${Q}<｜Assistant｜><think>\n`, completion: SOLVED },
    'prompt-completion: Q; model 2',
  ],
  [
    'an instruction whose input is empty',
    { instruction: Q, input: '', output: SOLVED },
    'alpaca: Q; model 2',
  ],
];

for (const [name, row, read] of SHAPES) test(name, () => assert.equal(readAs(row), read));

test('who says what in numbered columns', () => {
  const [trace] = openOne({ '1q': Q, '1a': 'It is 30.', '2q': NEXT, '2a': THEN }).traces;
  assert.deepEqual(
    trace?.steps.map(({ speaker, source }) => [speaker, source.text]),
    [
      ['assistant', 'It is 30.'],
      ['user', NEXT],
      ['assistant', THEN],
    ],
  );
});

const PAIR = {
  prompt: Q,
  initial_reason_steps: 'We look at it.\nStep 1: There are 60 miles.\nStep 2:',
  chosen: ' We divide by 2.\nStep 3: It is 30.',
  rejected: ' We add 2.',
};

test('Step-DPO: both of a pair begin with the steps that they have in common', () => {
  for (const row of [
    PAIR,
    { question: Q, prefix: PAIR.initial_reason_steps, win: PAIR.chosen, lose: PAIR.rejected },
  ]) {
    const { traces } = openOne(row);
    const shown = traces.map(({ steps }) => steps.map(({ heading, source }) => [heading, source.text]));
    const common = [
      [undefined, 'We look at it.'],
      [undefined, 'Step 1: There are 60 miles.'],
    ];
    assert.deepEqual(shown, [
      [...common, ['Step 2', 'We divide by 2.'], [undefined, 'Step 3: It is 30.']],
      [...common, ['Step 2', 'We add 2.']],
    ]);
  }
});

test('steps in common may be a list, and a whole step heads nothing', () => {
  const { traces } = openOne({
    ...PAIR,
    initial_reason_steps: ['There are 60 miles.'],
    chosen: 'We divide.',
  });
  assert.deepEqual(texts(traces[0]!.steps.map(({ source }) => source)), [
    'There are 60 miles.',
    'We divide.',
  ]);
});

test('the answer of a dialogue may stand between tags', () => {
  const turns = said(
    ['user', Q],
    ['assistant', '<reasoning>\nWe divide.\n</reasoning>\n<answer>\n30\n</answer>'],
  );
  assert.equal(openOne({ messages: turns }).traces[0]?.finalAnswer?.text, '30');
});
