import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeEquality } from '../../../src/core/equality/judge-equality';

const verdict = (left: string, right: string) => judgeEquality(left, right).verdict;

test('numbers are recomputed exactly, or to the digits that are told', () => {
  assert.deepEqual(judgeEquality('\\frac{75}{12}', '-16'), {
    verdict: 'fails',
    left: '25/4',
    right: '-16',
  });
  for (const [left, right] of [
    ['\\frac{3}{4} + \\frac12', '\\frac{5}{4}'],
    ['2^{10}', '1{,}024'],
    ['\\sqrt{50}', '5\\sqrt{2}'],
    ['\\frac{2}{3}', '0.67'],
    ['\\sqrt{2}', '1.41'],
    ['\\binom{5}{2}', '10'],
    ['\\$20 - \\$13.00', '\\$7.00'],
    ['3 \\cdot 4', '12 \\text{ eggs}'],
  ] as const)
    assert.equal(verdict(left, right), 'holds', `${left} = ${right}`);
  for (const [left, right] of [
    ['4(40) - 13', '157'],
    ['\\sqrt{18}', '3\\sqrt{3}'],
    ['\\lceil 9.0909 \\rceil', '9'],
    ['90^3', '729'],
    ['0.5 \\cdot 3', '2.5'],
  ] as const)
    assert.equal(verdict(left, right), 'fails', `${left} = ${right}`);
});

test('what may mean something else is left alone', () => {
  for (const [left, right] of [
    ['\\frac{36}{5}', '7'], // in words: 7 whole ones
    ['0', '-12'], // a contradiction that was looked for
    ['\\cos 30^\\circ', '\\frac{\\sqrt{3}}{2}'],
    ['\\sin(45)', '0.7'],
    ['\\tan^{-1}(-1)', '\\frac{3\\pi}{4}'],
    ['\\left[ 22.8 \\right]', '22'],
    ['101_2', '5'],
    ['0.\\overline{3}', '1'],
    ['1\\frac{1}{2}', '\\frac{3}{2}'],
    ['+ 99 + 100', '5050'],
    ['50\\%', '0.5'],
    ['2 \\cdot 60 \\text{ minutes}', '2 \\text{ hours}'],
    ['4 \\text{ hours}', '4 \\cdot 60'],
    ['1 \\text{ if } 2', '4'],
    ['x', '5'],
    ['f(x)', 'x^2'],
    ['', '3'],
    ['\\mathrm{area}', '3'],
    ['1'.repeat(400), '2'],
    ['\\gcd(143,858)', '143'], // two numbers, or one of six digits
    ['7!/5!2!', '21'],
    ['3^15^2', '75'], // 3^1 5^2 to TeX
    ['[2(42) + 1] + 70', '5 + 9 \\ldots 85 + 70'],
    ['1 + 2 + 3 + \\cdots 2009', '\\frac{2009(2010)}{2}'],
    ['324000+28800+2880', '355\\boxed{680}'],
  ] as const)
    assert.equal(verdict(left, right), 'unclear', `${left} = ${right}`);
});

test('an equality with letters may hold for some values, and is left alone', () => {
  assert.equal(verdict('(x+1)^2', 'x^2+2x+1'), 'unclear');
  assert.equal(verdict('a^3 + b^3', '(a+b)^3'), 'unclear');
});
