import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { detectProfile, SAMPLE_ROWS } from '../../../src/core/profile/detect';
import { profileSchema } from '../../../src/core/profile/profile';
import type { Profile } from '../../../src/core/profile/profile';
import { genericProfile, shippedProfiles } from '../../../src/core/profile/shipped';
import type { Json } from '../../../src/core/row/json';
import { parseRow } from '../../../src/core/row/parse';
import { dataFolder, jsonlFiles, readLines } from '../real-data';

function detect(rows: Json[], profiles: Profile[] = shippedProfiles) {
  return detectProfile(rows, profiles);
}

const GSM8K = { question: 'q', answer: 'One.\n#### 1' };
const MATH = { problem: 'p', solution: 'So $\\boxed{1}$.', level: 'Level 3' };
const PROCESS = { problem: 'p', steps: ['a', 'b'], label: -1, final_answer_correct: true };

const ROWS: [string, Json, string][] = [
  ['GSM8K', GSM8K, 'gsm8k'],
  ['GSM8K without a final line', { ...GSM8K, answer: '1' }, 'generic'],
  ['a MATH row with the fields of GSM8K', { ...MATH, question: 'q', answer: '1' }, 'math'],
  ['MATH with its level as a number', { ...MATH, level: 3 }, 'math'],
  ['MATH without a boxed answer', { ...MATH, solution: 'So 1.' }, 'generic'],
  ['ProcessBench', PROCESS, 'processbench'],
  ['ProcessBench with an error', { ...PROCESS, label: 1 }, 'processbench'],
  ['a label that is a letter', { ...PROCESS, label: 'A' }, 'generic'],
  ['a label that is null', { ...PROCESS, label: null }, 'generic'],
  ['steps that are objects', { ...PROCESS, steps: [{ text: 'a' }] }, 'generic'],
  ['a chat', { messages: [{ role: 'user', content: 'x' }] }, 'chat'],
  ['a CHAMP dialogue', { messages: [{ role: 'User', text: 'x' }] }, 'champ-dialogue'],
  ['messages without any', { messages: [] }, 'generic'],
  ['a CHAMP hint', { identifier: 'H_1', _raw_text: 'h' }, 'champ-hint'],
  ['a CHAMP concept', { identifier: 'C_1', _raw_text: 'c', parent: null }, 'champ-concept'],
  [
    'a concept by its fields, a hint by its id',
    { identifier: 'H_1', _raw_text: 'c', parent: null },
    'champ-hint',
  ],
  ['an empty object', {}, 'generic'],
  ['a list', [1, 2], 'generic'],
  ['a text', 'question', 'generic'],
  ['null', null, 'generic'],
];

for (const [name, row, expected] of ROWS) {
  test(`a row that is ${name} is taken for ${expected}`, () => {
    assert.equal(detect([row, row, row]).profile.id, expected);
  });
}

test('a few broken rows do not matter, many do', () => {
  const broken = { question: 'q', answer: 3 };
  const found = detect([GSM8K, GSM8K, broken, GSM8K, GSM8K]);
  assert.deepEqual([found.profile.id, found.confidence], ['gsm8k', 0.8]);
  assert.match(
    found.why,
    /^4 of the first 5 rows have question \(text\), answer \(text with a last line #### N\)/,
  );
  assert.equal(detect([GSM8K, GSM8K, broken, GSM8K]).profile.id, 'generic');
});

test('no rows are no evidence', () => {
  const { profile, confidence } = detect([]);
  assert.deepEqual([profile.id, confidence], ['generic', 0]);
});

test('of two that fit, the one that asks for more is taken, in whatever order they stand', () => {
  const asking = (id: string, ...fields: string[]) =>
    profileSchema.parse({
      id,
      title: id,
      about: id,
      signature: fields.map((field) => ({ path: [field], kinds: ['text'] })),
      roles: [],
    });
  const [small, large] = [asking('small', 'a'), asking('large', 'a', 'b')];
  for (const profiles of [
    [small, large, genericProfile],
    [genericProfile, large, small],
  ]) {
    assert.equal(detect([{ a: 'x', b: 'y' }], profiles).profile.id, 'large');
    assert.equal(detect([{ a: 'x' }], profiles).profile.id, 'small');
  }
  assert.throws(() => detect([{ a: 'x' }], [large]), /last resort/);
});

/** The first rows, as an open dataset looks at them. */
function detectFile(file: string): string {
  const rows = readLines(file).slice(0, SAMPLE_ROWS).map(parseRow);
  return detect(rows.flatMap((row) => (row.kind === 'value' ? [row.value] : []))).profile.id;
}

const SAMPLES: [string, string][] = [
  ['gsm8k.jsonl', 'gsm8k'],
  ['math.jsonl', 'math'],
  ['champ/problems.jsonl', 'champ-problem'],
  ['champ/concepts.jsonl', 'champ-concept'],
  ['champ/hints.jsonl', 'champ-hint'],
];

for (const [file, expected] of SAMPLES) {
  test(`the sample ${file} is taken for ${expected}`, () => {
    assert.equal(detectFile(join('media', 'sample', file)), expected);
  });
}

const REAL: Record<string, string> = {
  'champ/problems.jsonl': 'champ-problem',
  'champ/concepts.jsonl': 'champ-concept',
  'champ/hints.jsonl': 'champ-hint',
  'champ/fws_annotations.jsonl': 'champ-solution',
  'champ/conversations_sample.jsonl': 'champ-dialogue',
  'gsm8k/test.jsonl': 'gsm8k',
  'gsm8k/test_socratic.jsonl': 'gsm8k',
  'gsm8k/train_first200.jsonl': 'gsm8k',
  'math/math500_test.jsonl': 'math',
  'math/competition_math_nt_cp_l5.jsonl': 'math',
  'processbench/gsm8k.jsonl': 'processbench',
  'processbench/math_first200.jsonl': 'processbench',
  'processbench/olympiadbench_first200.jsonl': 'processbench',
  'processbench/omnimath_first200.jsonl': 'processbench',
};

const folder = dataFolder();
if (folder !== undefined) {
  for (const [file, expected] of Object.entries(REAL)) {
    test(`${file} is taken for ${expected}`, () => assert.equal(detectFile(join(folder, file)), expected));
  }

  test('every other dataset gets some profile', () => {
    const groups = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const files = groups.flatMap(({ name }) => jsonlFiles(folder, name));
    assert.ok(files.length > 30);
    for (const file of files) assert.notEqual(detectFile(join(folder, file)), '', file);
  });
}

test('a problem that a dialogue holds counts as one that was found', () => {
  const turns = [
    { from: 'human', value: 'What is 2+2?' },
    { from: 'gpt', value: 'It is 4.' },
  ];
  assert.equal(detect([{ conversations: turns }, { conversations: turns }]).confidence, 1);
});
