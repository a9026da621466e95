import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareAnswers, judgeAnswer } from '../../../src/core/answer/judge-answer';
import { hardPairs } from './hard-pairs';
import { pairsByRule } from './pairs-by-rule';
import { otherPairs, samePairs } from './pairs-in-styles';

const said = (a: string, b: string) =>
  compareAnswers(a, b).verdict.replace(/-(?:exact|symbolic|rounded)$/, '');

for (const { kind, same, other } of hardPairs) {
  void test(`answers as datasets write them: ${kind}`, () => {
    for (const [a, b] of same)
      assert.deepEqual([said(a, b), said(b, a)], ['equal', 'equal'], `${a} and ${b}`);
    for (const [a, b] of other)
      assert.deepEqual([said(a, b), said(b, a)], ['different', 'different'], `${a} and ${b}`);
  });
}

for (const { rule, same, other } of pairsByRule) {
  void test(`answers that need a rule: ${rule}`, () => {
    for (const [a, b] of same)
      for (const [gold, pred] of [[a, b], [b, a]] as const)
        assert.match(judgeAnswer(gold, pred).verdict, /^equal/, `${gold} and ${pred}`);
    for (const [a, b] of other)
      for (const [gold, pred] of [[a, b], [b, a]] as const)
        assert.doesNotMatch(judgeAnswer(gold, pred).verdict, /^equal/, `${gold} and ${pred}`);
  }); // prettier-ignore
}

void test('answers in the styles of graders, in either order', () => {
  for (const [a, b] of samePairs)
    for (const [gold, pred] of [
      [a, b],
      [b, a],
    ] as const)
      assert.match(judgeAnswer(gold, pred).verdict, /^equal/, `${gold} and ${pred}`);
  for (const [a, b] of otherPairs)
    for (const [gold, pred] of [
      [a, b],
      [b, a],
    ] as const)
      assert.doesNotMatch(judgeAnswer(gold, pred).verdict, /^equal/, `${gold} and ${pred}`);
});

const NEITHER: [string, string][] = [
  ['5 apples', '5 oranges'],
  ['5 north', '5 south'],
  ['2 boys and 3 girls', '3 boys and 2 girls'],
  ['5 \\text{ (max)}', '5 \\text{ (min)}'],
  ['ABCD', 'ABDC'],
  ['not 5', '5'],
  ['\\{2,4,6,\\ldots\\}', '\\{2,4,6,8,\\dots\\}'],
  ['\\text{no such number exists at all}', '\\emptyset'],
  ['\\begin{pmatrix} 1 & 2 \\end{pmatrix}\\begin{pmatrix} 1 & 2 \\end{pmatrix}', '5'],
  ['1012_2', '5'],
  ['\\sum_{k=1}^{n} a_k', 'a_1 n'],
  ['\\sum_{k=1}^{\\infty} 2^{-k}', '1'],
  ['\\sum_{k=1}^{1000000000} k', '5'],
];

void test('what is not understood is neither the same nor another', () => {
  for (const [a, b] of NEITHER) assert.equal(judgeAnswer(a, b).verdict, 'cannot-tell', `${a} and ${b}`);
});

void test('what is counted may be told in more words, or not at all', () => {
  for (const [a, b] of [['5 apples', '5'], ['5 red apples', '5 apples'], ['5 apples', '5 apple'], ['10 \\text{ square units}', '10 cm^2']] as const)
    assert.deepEqual([said(a, b), said(b, a)], ['equal', 'equal'], `${a} and ${b}`);
  assert.equal(said('5 apples', '6 oranges'), 'different');
}); // prettier-ignore

void test('names that only look alike are no constants of integrals', () => {
  assert.equal(said('a + c', 'a + k'), 'different');
  assert.equal(said('A + C', 'A + C + 1'), 'different');
  assert.equal(said('Cx + C', 'Cx + c'), 'different');
  assert.equal(said('x^2 + C', 'x^2'), 'different');
});

void test('matrices are multiplied where they are numbers', () => {
  const identity = '\\begin{pmatrix}1 & 0 \\\\ 0 & 1\\end{pmatrix}';
  const [a, b] = [
    '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}',
    '\\begin{pmatrix} 0 & 1 \\\\ 1 & 0 \\end{pmatrix}',
  ];
  assert.equal(said(`${identity} ${identity}`, identity), 'equal');
  assert.equal(said(`${a} \\cdot ${b}`, '\\begin{bmatrix} 2 & 1 \\\\[2pt] 4 & 3 \\end{bmatrix}'), 'equal');
  assert.equal(said(`${a}${b}`, `${b}${a}`), 'different');
  assert.equal(said(`-${a}`, '\\begin{pmatrix} -1 & -2 \\\\ -3 & -4 \\end{pmatrix}'), 'equal');
  assert.equal(said(`x ${identity}`, '\\begin{pmatrix} x & 0 \\\\ 0 & x \\end{pmatrix}'), 'equal');
});

void test('an hour may be told without its half of the day', () => {
  assert.equal(said('2', '2:00 pm'), 'equal');
  assert.equal(said('15:45', '3:45 p.m.'), 'equal');
  assert.equal(said('12:00 a.m.', '12:00 p.m.'), 'different');
  assert.equal(said('-10', '-10°F'), 'equal');
  assert.equal(said('20^\\circ\\text{C}', '20^\\circ\\text{F}'), 'different');
  assert.equal(said('3:45', '1:15'), 'different');
});

const BOXES: [string, string, string][] = [
  ['The solutions are $\\boxed{3}$ and $\\boxed{5}$.', '5, 3', 'equal'],
  ['So $x = \\boxed{3}$ or $x = \\boxed{5}$.', '\\{3, 5\\}', 'equal'],
  ['\\[\\boxed{3}, \\quad \\boxed{5}\\]', '3, 5', 'equal'],
  ['We have $x=\\boxed{3}$,\n$y=\\boxed{5}$', '(3, 5)', 'equal'],
  ['$\\boxed{3}$, $\\boxed{5}$, and $\\boxed{7}$', '\\{3,5,7\\}', 'equal'],
  ['$\\boxed{3}$ and $\\boxed{3}$', '3', 'equal'],
  ['$\\boxed{3}$ and $\\boxed{5}$', '3', 'different'],
  ['Step one gives $\\boxed{3}$. Then the answer is $\\boxed{5}$.', '5', 'equal'],
  ['First $\\boxed{3}$\n\nNo, it is $\\boxed{5}$', '5', 'equal'],
  ['$\\boxed{3} + 2 = \\boxed{5}$', '5', 'equal'],
  ['$a = \\boxed{3} = \\boxed{5}$', '5', 'equal'],
];

void test('boxes beside one another are one answer, and a later box is a later answer', () => {
  for (const [text, gold, expected] of BOXES) {
    const { verdict, extracted } = judgeAnswer(gold, text);
    assert.equal(verdict.split('-')[0], expected.split('-')[0], `${text}: ${extracted}`);
  }
});

const HOSTILE = ['\\sqrt{10^{30}+57}', '\\sqrt[3]{10^{150}+1}', `${'9'.repeat(130)}^{1/64}`, `\\sqrt{${'\\sqrt{2}+'.repeat(90)}1}`, '\\sqrt{\\sqrt{'.repeat(25) + '2' + '}}'.repeat(25), '\\exp('.repeat(50) + '-9' + ')'.repeat(50), '\\sum_{k=1}^{199}'.repeat(300), `\\sum_{k=1}^{199} ${'\\sin k +'.repeat(300)}1`, '√'.repeat(9_000), '¹'.repeat(15_000), "1'000".repeat(3_000), '3或'.repeat(6_000), 'x<1 and '.repeat(2_000), '\\cap(0,1)'.repeat(1_500), '1 hour '.repeat(2_000), ' '.repeat(9_000) + '_1C_1', '10^10^10', '10^{10^{10}}', '\\frac{'.repeat(50_000), '|'.repeat(100_000), '\\begin{pmatrix}'.repeat(20_000), '\\begin{pmatrix}1&2\\end{pmatrix}'.repeat(20_000), `\\begin{pmatrix}${'1&'.repeat(100_000)}\\end{pmatrix}`, '0.'.repeat(200_000), `0.${'3'.repeat(500_000)}...`, `0.${'12'.repeat(9_000)}1...`, `0.\\overline{${'1'.repeat(100_000)}}`, '3:'.repeat(100_000), '\\text{'.repeat(100_000), '\\boxed{3} and '.repeat(50_000), '\\overline{'.repeat(100_000), `${'9'.repeat(50)}_16`, '°'.repeat(500_000), '^\\circ'.repeat(100_000), '(((((((((x+1)^9)^9)^9)^9)^9)^9)^9)^9)^9', '⟨'.repeat(500_000), 'gcd('.repeat(10_000), '-'.repeat(15_000), `${' '.repeat(18_000)}x`, `1${' '.repeat(18_000)}x`, '\\\\'.repeat(9_000) + '\\begin{matrix}', '\\sin'.repeat(4_000), '{'.repeat(9_000) + '}'.repeat(9_000), ',1'.repeat(9_000), '(1,'.repeat(6_000)]; // prettier-ignore

void test('a text that is hostile ends, and is never an answer', { timeout: 120_000 }, () => {
  for (const text of HOSTILE)
    for (const gold of ['42', 'x^2 + 1', '\\begin{pmatrix}1&3\\end{pmatrix}', '0.\\overline{3}', '(1,3)', text.slice(0, 900)])
      for (const [a, b] of [[gold, text], [text, gold]] as const)
        assert.ok(!judgeAnswer(a, b).verdict.startsWith('equal') || gold === text.slice(0, 900), text.slice(0, 20));
}); // prettier-ignore
