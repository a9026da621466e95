import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRow } from '../../../src/core/profile/read-row';
import type { Json } from '../../../src/core/row/json';
import { dataFolder, jsonlFiles, readRows } from '../real-data';
import { profileNamed } from './profiles';

const gsm8k = profileNamed('gsm8k');
const math = profileNamed('math');
const processbench = profileNamed('processbench');

test('GSM8K: a step a line, the last line is the answer and no step', () => {
  const reading = readRow({ question: 'q', answer: 'One: <<1+1=2>>2.\n\nTwo.\n#### 1,234' }, gsm8k);
  const [trace] = reading.traces;
  assert.deepEqual(
    trace?.steps.map(({ source }) => source.text),
    ['One: <<1+1=2>>2.', 'Two.'],
  );
  assert.deepEqual([trace.id, trace.author, trace.kind], ['answer', 'Reference solution', 'reference']);
  assert.deepEqual(
    reading.answers.map(({ text, dialect, path }) => [text, dialect, path]),
    [['1,234', 'plain', ['answer']]],
  );
});

test('GSM8K without the last line has steps and no answer', () => {
  const reading = readRow({ question: 'q', answer: 'One.\nTwo.' }, gsm8k);
  assert.deepEqual(reading.answers, []);
  assert.equal(reading.traces[0]?.steps.length, 2);
});

test('MATH: the boxed answer is TeX, and stands in the field of the solution', () => {
  const solution = 'First $x=1$.\n\nSo \\boxed{\\frac{1}{2}}.';
  const { traces } = readRow({ problem: 'p', solution, answer: '\\frac{1}{2}', level: 1 }, math);
  const answer = traces[0]?.finalAnswer;
  assert.deepEqual([answer?.text, answer?.dialect, answer?.path], ['\\frac{1}{2}', 'tex', ['solution']]);
  assert.equal(traces[0]?.steps.length, 2);
});

function judged(label: Json, correct: Json = true) {
  const row = {
    problem: 'p',
    steps: ['a', 'b \\boxed{3}'],
    label,
    final_answer_correct: correct,
    generator: 'Qwen',
  };
  return readRow(row, processbench);
}

const LABELS: [Json, number | null][] = [
  [-1, null],
  [0, 0],
  [1, 1],
];

for (const [label, firstError] of LABELS) {
  test(`ProcessBench: label ${String(label)} is the first error ${String(firstError)}`, () => {
    const [trace] = judged(label).traces;
    assert.deepEqual(trace?.published, { firstError, answerRight: true });
    assert.deepEqual([trace.author, trace.kind, trace.finalAnswer?.text], ['Qwen', 'model', '3']);
  });
}

test('ProcessBench: what is not said is not made up', () => {
  assert.deepEqual(judged('B').traces[0]?.published, { answerRight: true });
  assert.equal(judged(null, null).traces[0]?.published, null);
  assert.deepEqual(judged(0, 'perhaps').traces[0]?.published, { firstError: 0, answerRight: null });
});

test('ProcessBench: each step is a field of its own, and the label is no other field', () => {
  const { traces, others } = judged(0);
  assert.deepEqual(
    traces[0]?.steps.map(({ source }) => source.path),
    [
      ['steps', 0],
      ['steps', 1],
    ],
  );
  assert.deepEqual(others, []);
});

const folder = dataFolder();
if (folder !== undefined) {
  test('the answer of every GSM8K test row is what follows its ####', () => {
    const rows = readRows(folder, 'gsm8k/test.jsonl');
    assert.equal(rows.length, 1319);
    for (const row of rows) {
      const { answers, traces } = readRow(row as Json, gsm8k);
      const after = String(row['answer']).split('####').at(-1)?.trim();
      assert.deepEqual(
        answers.map(({ text }) => text),
        [after],
      );
      assert.equal(
        traces[0]?.steps.some(({ source }) => source.text.includes('####')),
        false,
      );
    }
  });

  test('the solution of every MATH-500 row ends in the answer beside it', () => {
    const rows = readRows(folder, 'math/math500_test.jsonl');
    assert.equal(rows.length, 500);
    /** MATH-500 tidied its answers a little. */
    const squeeze = (text: string) => text.replace(/\s|\\!|\\left|\\right|\\text\{|[d}]/g, '');
    const differing = rows.filter((row) => {
      const { traces, answers } = readRow(row as Json, math);
      const found = traces[0]?.finalAnswer;
      assert.equal(found?.dialect, 'tex');
      assert.equal(answers[0]?.text, row['answer']);
      return squeeze(found.text) !== squeeze(String(row['answer']));
    });
    assert.ok(differing.length <= 40, differing.map((row) => row['answer']).join('\n'));
  });

  for (const file of jsonlFiles(folder, 'processbench').filter((name) => !name.includes('per_step'))) {
    test(`${file}: steps, first error and answer as published`, () => {
      for (const row of readRows(folder, file)) {
        const { traces } = readRow(row as Json, processbench);
        const [trace, ...others] = traces;
        assert.ok(trace && others.length === 0);
        assert.deepEqual(
          trace.steps.map(({ source }) => source.text),
          row['steps'],
        );
        const label = row['label'] === -1 ? null : row['label'];
        assert.deepEqual(trace.published, { firstError: label, answerRight: row['final_answer_correct'] });
      }
    });
  }
}

test('a solution that asks itself has its sub-questions apart from its steps', () => {
  const answer =
    'How many are left? ** She has 5-2=<<5-2=3>>3 left.\nWhat do 3 of them cost? ** They cost $6.\n#### 6';
  const [trace] = readRow({ question: 'q', answer }, profileNamed('gsm8k')).traces;
  assert.deepEqual(
    trace?.steps.map(({ subQuestion, source }) => [subQuestion?.text, source.text]),
    [
      ['How many are left?', 'She has 5-2=<<5-2=3>>3 left.'],
      ['What do 3 of them cost?', 'They cost $6.'],
    ],
  );
  for (const { source } of trace?.steps ?? [])
    assert.equal(answer.slice(source.start, source.end), source.text);
});
