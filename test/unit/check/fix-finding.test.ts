import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixOf } from '../../../src/core/check/fix-finding';
import type { Finding } from '../../../src/core/check/finding';
import { profileNamed } from '../profile/profiles';
import { findingsIn } from './rows';

const row = (problem: string, subject = 'Algebra') =>
  JSON.stringify({
    problem,
    solution: 'It is $\\boxed{12}$.',
    answer: '12',
    subject,
    level: 1,
    unique_id: `made/${problem.length}.json`,
  });

/** The row when every finding in it that can be is put right, from the last to the first. */
function fixed(text: string, findings: Finding[]): string {
  const fixes = findings.flatMap((finding) => fixOf(finding, text) ?? []);
  return fixes
    .toSorted((a, b) => b.start - a.start)
    .reduce((line, { start, end, text: other }) => line.slice(0, start) + other + line.slice(end), text);
}

const MEANT: [string, string][] = [
  ['It is a\u200bb.', 'It is ab.'],
  ['You p\u0430y it.', 'You pay it.'],
  ['itâ€™s caf\u00c3\u00a9 time', 'it’s café time'],
  ['pri\u0441\u0435 of 3 Ã— 4', 'price of 3 × 4'],
  ['So 7 ? 3 = 4', 'So 7 - 3 = 4'],
  ['The area is $2\\piR^2$.', 'The area is $2\\pi R^2$.'],
];

for (const [wrong, right] of MEANT) {
  test(`what can only have been meant in one way is put right: ${right}`, () => {
    const text = row(wrong);
    const next = fixed(text, findingsIn([text], profileNamed('math')));
    assert.equal((JSON.parse(next) as { problem: string }).problem, right);
    const left = findingsIn([next], profileNamed('math')).map(({ rule }) => rule);
    assert.deepEqual(left, [], 'it is found no more');
  });
}

test('a row that escapes its signs goes on to do so', () => {
  const text = row('X Y').replace('X Y', 'p\\u0430y it\\u00e2\\u20ac\\u2122s');
  const next = fixed(text, findingsIn([text], profileNamed('math')));
  assert.equal(next, row('X Y').replace('X Y', 'pay it\\u2019s'));
});

test('a piece that a change before it has moved is not put right', () => {
  const [found] = findingsIn([row('x Ã© y')], profileNamed('math')).filter(
    ({ rule }) => rule === 'hygiene/mojibake',
  );
  assert.ok(found?.span);
  for (const moved of ['"Ã', 'a\\n', '",', '\\"'])
    assert.equal(fixOf({ ...found, span: { start: 0, end: moved.length } }, moved), null, moved);
});

test('a value is spelled as in the rows before', () => {
  const rows = [row('What?', 'Number Theory'), row('Why so?', 'number theory')];
  const next = fixed(rows[1]!, findingsIn(rows, profileNamed('math')));
  assert.equal(next, row('Why so?', 'Number Theory'));
});

test('what a person has to say is left alone, and so is a row that was changed since', () => {
  for (const problem of [
    'Let $\\frac{1}$.',
    'Let $\\nosuchthing x$.',
    'A \ufffd sign',
    'Mail anna@school.edu',
  ]) {
    const text = row(problem);
    const findings = findingsIn([text], profileNamed('math'));
    assert.ok(findings.length > 0, problem);
    assert.equal(fixed(text, findings), text);
  }
  const findings = findingsIn([row('So 7 ? 3 = 4')], profileNamed('math'));
  assert.equal(fixOf(findings[0]!, row('It was quite another text here')), null);
});
