import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../src/core/row/json';
import { PROOF, Q, readAs, SOLVED } from './published';

/** Rows that say which solution, step or answer is the right or the better one: the dataset, a row of it, how it is read. */
const SHAPES: [string, Json, string][] = [
  [
    'JudgeBench: columns by letters',
    { question: Q, response_A: SOLVED, response_B: PROOF, label: 'A>B' },
    'generic: Q; model 2 chosen, model 2 rejected',
  ],
  [
    'columns by numbers, and the better of the two',
    { question: Q, output_1: SOLVED, output_2: PROOF, preference: 'Output 2' },
    'generic: Q; model 2 rejected, model 2 chosen',
  ],
  [
    'columns in any order are told by their letters',
    { question: Q, response_b: SOLVED, response_a: PROOF, better: 1 },
    'generic: Q; model 2 rejected, model 2 chosen',
  ],
  [
    'two columns that a judge finds as good',
    { question: Q, response_a: SOLVED, response_b: PROOF, winner: 'tie' },
    'generic: Q; model 2, model 2',
  ],
  [
    'ReClor: answers of which a label counts the right one',
    { context: PROOF, question: Q, answers: ['15', '30', '60', '120'], label: 1, id_string: 'train_7' },
    `generic: ${PROOF} + Q = 1; aBcd`,
  ],
  [
    'DeltaBench: sections, and the numbers of the wrong ones',
    {
      question: Q,
      answer: '30',
      sections: [
        { section_number: 1, content: 'Let me see.' },
        { section_number: 2, content: 'We divide 60 by 3.' },
        { section_number: 3, content: 'So it is 30.' },
      ],
      reason_error_section_numbers: [2],
    },
    'generic: Q = 30; model 3 until 1',
  ],
  [
    'a list of steps, and the numbers of all that are wrong',
    { question: Q, solution_steps: ['We divide.', 'It is 20.', 'So it is 20.'], incorrect_steps: [2, 3] },
    'generic: Q; model 3 until 1',
  ],
  [
    'MATHWELL: a solution that is a program',
    {
      question: Q,
      solution:
        'def solution():\n    # the way and the time\n    miles = 60\n    hours = 2\n    return miles / hours',
      solvability: 1,
    },
    'generic: Q; reference 1',
  ],
  [
    'answers beside a verdict are no choices',
    { question: Q, answers: ['30', '31'], label: 'correct' },
    'generic: Q = 30, 31',
  ],
];

for (const [name, row, read] of SHAPES) test(name, () => assert.equal(readAs(row), read));
