import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileNamed } from '../profile/profiles';
import { findingsIn } from '../check/rows';
import { rowsOf } from '../import/rows-of';
import { memoryDisk } from '../dataset/memory-files';
import { open, texts } from './seed';

test('12 Number Cookbook: a text of an expression and its result is split at the equals sign', () => {
  const { profile, readings } = open(['123 + 877 = 1000', '1/2 * 2/3 = 1/3', '1.2e3 + 8e2 = 2.0e3']);
  assert.equal(profile.id, 'arithmetic');
  assert.deepEqual(
    readings.map(({ problem, answers }) => [texts(problem)[0], texts(answers)[0]]),
    [
      ['123 + 877', '1000'],
      ['1/2 * 2/3', '1/3'],
      ['1.2e3 + 8e2', '2.0e3'],
    ],
  );
});

const linesOf = async (json: string) =>
  (await rowsOf('numbers.json', {}, memoryDisk({ 'numbers.json': json }).store)).rows;
const NESTED = {
  add: { 1: ['1 + 2 = 3', '4 + 5 = 8'], 2: ['10 + 20 = 30'] },
  'max frac': { 1: ['max 1/2 1/3 = 1/2'] },
};

test('12 Number Cookbook: a file of tasks and digits becomes a row for each text, and each is recomputed', async () => {
  const lines = await linesOf(JSON.stringify(NESTED));
  assert.deepEqual(lines, [
    '{"task":"add","digits":1,"text":"1 + 2 = 3"}',
    '{"task":"add","digits":1,"text":"4 + 5 = 8"}',
    '{"task":"add","digits":2,"text":"10 + 20 = 30"}',
    '{"task":"max frac","digits":1,"text":"max 1/2 1/3 = 1/2"}',
  ]);
  const { profile, readings } = open(lines.map((line) => JSON.parse(line) as object as never));
  assert.equal(profile.id, 'number-cookbook');
  assert.deepEqual(
    readings.map(({ problem, answers, measures }) => [
      texts(problem)[0],
      texts(answers)[0],
      measures[0]?.value,
    ]),
    [
      ['1 + 2', '3', 1],
      ['4 + 5', '8', 1],
      ['10 + 20', '30', 2],
      ['max 1/2 1/3', '1/2', 1],
    ],
  );
  const findings = findingsIn(lines, profileNamed('number-cookbook'));
  assert.deepEqual(
    findings.map(({ row, rule, severity, message }) => [row + 1, rule, severity, message]),
    [[2, 'result/wrong', 'error', '4 + 5 is 9, not 8.']],
  );
});

test('12 Number Cookbook: tasks that look at digits are recomputed by their names', async () => {
  const lines = await linesOf(
    JSON.stringify({
      digit_max_Integer_Integer_Integer: { 4: ['1907 and 385 = 1987', '1907 and 385 = 1907'] },
      get_digit_Integer_int_int: { 3: ['907 at position 2 = 7', '907 at position 0 = 7'] },
      sig_Float_int_ScientificNotation: { 3: ['123.45 and keep significant figures as 2 = 1.2e2'] },
    }),
  );
  assert.deepEqual(
    findingsIn(lines, profileNamed('number-cookbook')).map(({ row, message }) => [row + 1, message]),
    [
      [2, '1907 and 385 is 1987, not 1907.'],
      [4, '907 at position 0 is 9, not 7.'],
    ],
  );
});

test('12 Number Cookbook: one task alone is read so, too', async () => {
  const lines = await linesOf(JSON.stringify({ add: { 3: ['123 + 877 = 1000'] } }, null, 2));
  assert.deepEqual(lines, ['{"task":"add","digits":3,"text":"123 + 877 = 1000"}']);
});
