import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { startChecks } from '../../../src/core/check/run-checks';
import { typesetFault } from '../../../src/core/maths/typeset-fault';
import { profileNamed } from '../profile/profiles';
import { dataFolder, readLines } from '../real-data';
import { findingsIn, inShort, rawRow } from './rows';

const SAMPLES: [string, string, string[]][] = [
  [
    'gsm8k.jsonl',
    'gsm8k',
    [
      '8 json/syntax error',
      '12 schema/invalid-type error',
      '13 calculator/wrong warning <<7*16=102>>',
      '16 schema/missing error',
    ],
  ],
  [
    'math.jsonl',
    'math',
    [
      '7 json/syntax error }',
      '9 formula/picture info [asy]',
      '13 schema/invalid-format error "Level ?"',
      '18 schema/missing error',
    ],
  ],
  [
    'champ/problems.jsonl',
    'champ-problem',
    [
      '5 equality/wrong info 43^2 = 1801',
      '19 equality/wrong info',
      '22 formula/typeset warning',
      '24 formula/unclosed warning',
    ],
  ],
  ['champ/concepts.jsonl', 'champ-concept', []],
  ['champ/hints.jsonl', 'champ-hint', []],
];

for (const [file, profile, expected] of SAMPLES) {
  test(`the sample ${file} has ${expected.length} findings, at their places`, () => {
    const lines = readLines(join('media', 'sample', file));
    const found = findingsIn(lines, profileNamed(profile)).map((finding) => inShort(finding, lines));
    assert.equal(found.length, expected.length, found.join('\n'));
    for (const [at, start] of expected.entries()) assert.ok(found[at]?.startsWith(start), found[at]);
  });
}

test('the place of a finding is the value that is wrong', () => {
  const lines = readLines(join('media', 'sample', 'gsm8k.jsonl'));
  const [torn, wrongType, , missing] = findingsIn(lines, profileNamed('gsm8k'));
  assert.deepEqual(wrongType?.path, ['answer']);
  assert.match(lines[11]!.slice(wrongType.span?.start, wrongType.span?.end), /^-?\d+$/);
  assert.equal(wrongType.message, 'answer must be text, not number.');
  assert.deepEqual(missing?.path, ['question']);
  assert.equal(
    lines[15]!.slice(missing.span?.start, missing.span?.end),
    lines[15],
    'the object that lacks it',
  );
  assert.ok(torn?.span && torn.span.end <= lines[7]!.length);
});

test('a row is identified as its profile says, broken or not', () => {
  const check = startChecks(profileNamed('processbench'), typesetFault);
  assert.equal(check(rawRow(0, '{"id":"gsm8k-1"}')).identity.key, 'id:gsm8k-1');
  assert.match(check(rawRow(1, '{"id":')).identity.key, /^bytes:/);
  for (const text of ['{"id":"gsm8k-1"}', '{"id":', '{}', '']) {
    const verdict = check(rawRow(1, text));
    assert.equal(verdict.key, verdict.identity.key);
  }
});

test('a row that was cut is said to be long, and is not called broken', () => {
  const row = { ...rawRow(3, '{"question":"a'), size: 20_000_000 };
  const { findings } = startChecks(profileNamed('gsm8k'), typesetFault)(row);
  assert.deepEqual(
    findings.map(({ rule, severity, row: number }) => [rule, severity, number]),
    [['json/too-long', 'warning', 3]],
  );
});

const REAL: [string, string][] = [
  ['champ/problems', 'champ-problem'],
  ['champ/concepts', 'champ-concept'],
  ['champ/hints', 'champ-hint'],
  ['champ/fws_annotations', 'champ-solution'],
  ['champ/conversations_sample', 'champ-dialogue'],
  ['gsm8k/test', 'gsm8k'],
  ['gsm8k/test_socratic', 'gsm8k'],
  ['gsm8k/train_first200', 'gsm8k'],
  ['math/math500_test', 'math'],
  ['math/competition_math_nt_cp_l5', 'math'],
  ['processbench/gsm8k', 'processbench'],
  ['processbench/math_first200', 'processbench'],
  ['processbench/olympiadbench_first200', 'processbench'],
  ['processbench/omnimath_first200', 'processbench'],
];

const folder = dataFolder();
if (folder !== undefined) {
  for (const [name, profile] of REAL) {
    test(`nothing is wrong in ${name}`, () => {
      const lines = readLines(join(folder, `${name}.jsonl`));
      const errors = findingsIn(lines, profileNamed(profile)).filter(({ check }) =>
        ['json', 'schema'].includes(check),
      );
      assert.deepEqual(
        errors.map((finding) => inShort(finding, lines)),
        [],
      );
    });
  }
}
