import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../src/core/row/json';
import { open } from '../seeds/seed';
import { Q, readAs, SOLVED } from './published';

/** One text with all that was said, in the forms that training data has. */
const FORMS: [string, Json, string][] = [
  [
    'ChatML',
    {
      text: `<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\n${Q}<|im_end|>\n<|im_start|>assistant\n${SOLVED}<|im_end|>\n`,
    },
    'generic: Q; model 2',
  ],
  [
    'Llama 3',
    {
      text: `<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\n${Q}<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n${SOLVED}<|eot_id|>`,
    },
    'generic: Q; model 2',
  ],
  ['Llama 2', { text: `<s>[INST] ${Q} [/INST] ${SOLVED} </s>` }, 'generic: Q; model 2'],
  [
    'Gemma',
    {
      text: `<bos><start_of_turn>user\n${Q}<end_of_turn>\n<start_of_turn>model\n${SOLVED}<end_of_turn>\n`,
    },
    'generic: Q; model 2',
  ],
  ['headings', { text: `### Human: ${Q}\n### Assistant: ${SOLVED}` }, 'generic: Q; model 2'],
  [
    'names; an answer at the end of the solution is no turn',
    { text: `Problem: ${Q}\n\nSolution: We divide.\n\nIt is 30.\n\nAnswer: 30`, id: 1 },
    'generic: Q; model 3',
  ],
  [
    'a prompt that ends where the model begins',
    {
      prompt: `<|im_start|>user\n${Q}<|im_end|>\n<|im_start|>assistant\n`,
      gold: '30',
      generated_text: SOLVED,
    },
    'generic: Q = 30; model 2',
  ],
];

for (const [name, row, read] of FORMS) test(name, () => assert.equal(readAs(row), read));

test('a text that only says what its parts are is no dialogue', () => {
  assert.equal(readAs({ text: `Theorem: ${Q}\nProof: It is so.` }).startsWith('generic: Theorem'), true);
  assert.equal(
    readAs({ question: 'Why?', text: `Human: ${Q}\nAssistant: No.` }).startsWith('generic: Why?'),
    true,
  );
});

test('steps stand where the text has them, and what the system says is context', () => {
  const { readings } = open([FORMS[0]![1]]);
  const { context, traces } = readings[0]!;
  assert.deepEqual(
    context.map(({ speaker, source }) => [speaker, source.text]),
    [['system', 'Be brief.']],
  );
  assert.equal(traces[0]?.finalAnswer?.text, '30');
});
