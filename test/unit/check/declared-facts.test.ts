import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startChecks } from '../../../src/core/check/run-checks';
import type { CheckSettings } from '../../../src/core/check/check-settings';
import { typesetFault } from '../../../src/core/maths/typeset-fault';
import { profileSchema } from '../../../src/core/profile/profile';
import { genericProfile } from '../../../src/core/profile/shipped';
import { profileNamed } from '../profile/profiles';
import { findingsIn, math, rawRow } from './rows';

/** Rule and text at its place, of these rows. */
function found(rows: object[], profile = 'math', settings: CheckSettings = {}): string[] {
  const texts = rows.map((row) => JSON.stringify(row));
  const read = profile === 'generic' ? genericProfile : profileNamed(profile);
  return findingsIn(texts, read, settings).map(({ row, rule, span }) =>
    `${row + 1} ${rule} ${span ? texts[row]!.slice(span.start, span.end) : ''}`.trim(),
  );
}

test('a solution boxes one answer; several that say the same, or stand side by side, are one', () => {
  assert.deepEqual(found([math('What?', 'First $\\boxed{7}$ is near. So it is $\\boxed{12}$.')]), [
    '1 box/several 7',
  ]);
  assert.deepEqual(found([math('What?', 'First $\\boxed{\\frac{24}{2}}$. So it is $\\boxed{12}$.')]), []);
  const both = found([math('What?', 'It is $\\boxed{3}$ and $\\boxed{4}$.', '3, 4')]);
  assert.ok(!both.some((each) => each.includes('box/')), both.join());
});

test('that a solution has no box is told where a project asks for one', () => {
  const unboxed = math('What?', 'It is $12$.');
  assert.deepEqual(found([unboxed]), []);
  const required = { box: { options: { required: true } } };
  assert.deepEqual(found([unboxed], 'math', required), ['1 box/missing It is $12$.']);
  assert.deepEqual(found([math('What?', 'It is $\\boxed{12}$.')], 'math', required), []);
});

test('an answer in other units than the problem asks for', () => {
  const asked = 'A rope is 3 m long. How long is it in centimeters?';
  const solved = (answer: string) => math(asked, `It is $\\boxed{${answer}}$.`, answer);
  assert.deepEqual(found([solved('3 \\text{ meters}')]), ['1 unit/other 3 \\\\text{ meters}']);
  for (const answer of ['300', '300 \\text{ cm}', '300 \\text{ ropes}'])
    assert.deepEqual(found([solved(answer)]), [], answer);
});

test('letters of the answer stand in the problem', () => {
  const solved = (problem: string, answer: string) => math(problem, `It is $\\boxed{${answer}}$.`, answer);
  assert.deepEqual(found([solved('What is its area for the side $a$?', 'ab^2')]), [
    '1 symbol/undefined ab^2',
  ]);
  for (const [problem, answer] of [
    ['What is it for sides $a$ and $b$?', 'ab^2'],
    ['What is $AB$ times pi?', '2AB\\pi'],
    ['Integrate $2t$.', 't^2+C'],
    ['Solve it.', 'x = 5'],
  ] as const)
    assert.deepEqual(found([solved(problem, answer)]), [], answer);
});

test('rows that all name no split are not told that others do', () => {
  const rows = [1, 2].map((n) => JSON.stringify({ question: `What? ${n}`, split: null }));
  assert.deepEqual(
    findingsIn(rows, genericProfile).filter(({ rule }) => rule === 'declared/split'),
    [],
  );
});

test('rows without a split where others have one, and a second licence', () => {
  const row = (split: string | null, licence: string) => ({ question: 'What?', split, license: licence });
  const rows = [
    row('train', 'MIT'),
    row('test', 'MIT License'),
    row(null, 'mit'),
    row('train', 'CC BY-NC 4.0'),
    row('train', 'CC BY-NC 4.0'),
  ];
  const rules = found(rows, 'generic').filter((each) => each.includes('declared/'));
  assert.deepEqual(rules, ['3 declared/split null', '4 declared/licence "CC BY-NC 4.0"']);
  assert.deepEqual(found([{ question: 'What?' }, { question: 'Why?' }], 'generic'), []);
});

test('a text that is in another language than it says, by its letters', () => {
  const check = startChecks(profileNamed('m3kang'), typesetFault);
  const rules = (language: string, question: string) =>
    check(rawRow(0, JSON.stringify({ id: 1, level: 'a', text: question, language, label: 'A' })))
      .findings.map(({ rule }) => rule)
      .filter((rule) => rule.startsWith('language/'));
  const english = 'How many apples are left in the basket after lunch?';
  const russian = 'Сколько яблок осталось в корзине после обеда?';
  assert.deepEqual(rules('en', english), []);
  assert.deepEqual(rules('ru', russian), []);
  assert.deepEqual(rules('en', russian), ['language/other']);
  assert.deepEqual(rules('Chinese', english), ['language/other']);
  assert.deepEqual(rules('xx-nothing', english), []);
  assert.deepEqual(rules('zh', 'x + y = 12'), [], 'too few letters to tell');
});

test('a hint that says the answer as an answer tells it; one that has the number does not', () => {
  const roles = [
    { role: 'problem', paths: [['q']] },
    { role: 'answer', paths: [['a']] },
    { role: 'hint', paths: [['h']] },
  ];
  const check = startChecks(
    profileSchema.parse({ id: 'made', title: 'Made', about: '', signature: [], roles, schema: {} }),
    typesetFault,
  );
  const leaked = (h: string) => {
    const text = JSON.stringify({ q: 'What?', a: '12', h });
    return check(rawRow(0, text)).findings.map(
      ({ rule, span }) => `${rule} ${span ? text.slice(span.start, span.end) : ''}`,
    );
  };
  assert.deepEqual(leaked('Add. So the answer is 12.'), ['answer/leaked answer is 12']);
  for (const hint of [
    'Add up to 12 first.',
    'The answer is 120.',
    'The answer is 12.5.',
    'The answer is 12 + x.',
  ])
    assert.deepEqual(leaked(hint), [], hint);
});

test('words that stand for a missing answer', () => {
  for (const word of ['proof', 'notfound', 'N/A']) {
    const rules = found([math('Show that $1 < 2$.', 'Clear.', word)]);
    assert.deepEqual(rules, [`1 answer/sentinel ${word}`]);
  }
});
