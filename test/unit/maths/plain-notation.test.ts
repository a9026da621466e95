import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'katex';
import { plainToTex } from '../../../src/core/maths/plain-notation';
import { DOTS, evaluatePlain, texToPlain } from './evaluate-plain';
import { champFormulas, dataFolder } from '../real-data';

const CASES: [string, string][] = [
  // Indices and exponents.
  ['x_(n+1)', 'x_{n+1}'],
  ['x_12', 'x_{12}'],
  ['a_(i,1)', 'a_{i,1}'],
  ['x^(2n+1)', 'x^{2n+1}'],
  ['3^3^3', '3^{3^{3}}'],
  ['x_n^2', 'x_{n}^{2}'],
  ['x^2_n', 'x^{2}_{n}'],
  ['c_ij*x^i', 'c_{ij}\\cdot x^{i}'],
  ['a_nb_n', 'a_{n}b_{n}'],
  ['x^2n', 'x^{2}n'],
  ['x^-1', 'x^{-1}'],
  ['2^n!', '2^{n!}'],
  ["f^2'", "{f^{2}}'"],
  ['(abc)^(1/3)', '(abc)^{1/3}'],
  // A letter with one sign in parentheses is a function; with a sum it is a factor.
  ['x(n+1)=3^x(n)', 'x(n+1)=3^{x(n)}'],
  ['2^m(x+1)', '2^{m}(x+1)'],
  [
    '2^floor(n/2)*floor(n/2)!',
    '2^{\\left\\lfloor n/2\\right\\rfloor}\\cdot\\left\\lfloor \\frac{n}{2}\\right\\rfloor!',
  ],
  // Fractions where the operands are clear.
  ['3/2', '\\frac{3}{2}'],
  ['(n+1)/(r+1)', '\\frac{n+1}{r+1}'],
  ['1/(x_1+1)', '\\frac{1}{x_{1}+1}'],
  ['x^2/y^2', '\\frac{x^{2}}{y^{2}}'],
  ['1/x+y', '\\frac{1}{x}+y'],
  ['a/b*c', '\\frac{a}{b}\\cdot c'],
  ['2/5*(27)^(1/4)', '\\frac{2}{5}\\cdot(27)^{1/4}'],
  ['ab/(cd)', '\\frac{ab}{cd}'],
  ['n(n+1)/2', '\\frac{n(n+1)}{2}'],
  ['-1/2', '-\\frac{1}{2}'],
  ['(1/2)*(2n-1)/(2n)', '\\left(\\frac{1}{2}\\right)\\cdot\\frac{2n-1}{2n}'],
  ['1/a_1+...1/a_n', '\\frac{1}{a_{1}}+\\cdots\\frac{1}{a_{n}}'],
  ['x^2/2!', '\\frac{x^{2}}{2!}'],
  ['1/f(x)', '\\frac{1}{f(x)}'],
  ['10/(10x)=1/x_n.', '\\frac{10}{10x}=\\frac{1}{x_{n}}.'],
  ['2 1/2', '2\\ \\frac{1}{2}'],
  ['(a, b)/c', '\\frac{(a, b)}{c}'],
  // In doubt the slash stays.
  ['x/abc', 'x/abc'],
  ['1/2x', '1/2x'],
  ['a/b/c', 'a/b/c'],
  ['1/n(n+1)', '1/n(n+1)'],
  ['sin x/2', '\\sin x/2'],
  ['a÷b/c', 'a\\div b/c'],
  // Signs.
  ['a>=b<=c', 'a\\ge b\\le c'],
  ['a ≠ b ± c ∓ d', 'a\\ne b\\pm c\\mp d'],
  ['n→∞', 'n\\to\\infty'],
  ['{1->2, n->i}', '\\{1\\to2, n\\to i\\}'],
  ['4!=24', '4!=24'],
  ['(n+1)!=0', '(n+1)!=0'],
  ['a != b', 'a\\ne b'],
  ['5x^4−2ax−a', '5x^{4}-2ax-a'],
  ['(…)^2/geq (2)', '(\\ldots)^{2}\\ge(2)'],
  // Sizes, where x is no letter.
  ['2 x 3', '2\\;\\times\\;3'],
  ['2k x 2k', '2k\\;\\times\\;2k'],
  ['2k+1 x 2k+1', '2k{+}1\\;\\times\\;2k{+}1'],
  ['2 x + 1', '2\\ x+1'],
  // Bars that measure and bars that divide.
  ['|x+y|≤|x|+|y|', '|x+y|\\le|x|+|y|'],
  ['||a|-|b||', '||a|-|b||'],
  ['56 | 10^k*d', '56\\mid10^{k}\\cdot d'],
  ['d | a and d | b', 'd\\mid a\\text{ and }d\\mid b'],
  // Names, words, and letters that only look like one.
  ['C(n, k)*3^(n-k)', '\\binom{n}{k}\\cdot3^{n-k}'],
  ['C(n)', 'C(n)'],
  ['H(a, b)', 'H(a, b)'],
  ['sum_(k=0)^n C(n, k)', '\\sum_{k=0}^{n}\\binom{n}{k}'],
  ['lim_(n→∞) a_n=2/3', '\\lim_{n\\to\\infty}a_{n}=\\frac{2}{3}'],
  ['gcd(3,8)=1', '\\gcd(3,8)=1'],
  ['lcm(660, n)', '\\operatorname{lcm}(660, n)'],
  ['2tan(ma)/(1-x)', '\\frac{2\\tan(ma)}{1-x}'],
  ['x mod 5', 'x\\bmod5'],
  ['1≡1 (mod 3)', '1\\equiv1\\pmod{3}'],
  ['a=1 or 3', 'a=1\\text{ or }3'],
  ['p∘p=identity', 'p\\circ p=\\text{identity}'],
  ['edcba=4*abcde', 'edcba=4\\cdot abcde'],
  ['sqrt(a_1*b)^2', '\\sqrt{a_{1}\\cdot b}^{2}'],
  // Dots and numbers.
  ['{1, 2, ..., n}', '\\{1, 2, \\ldots, n\\}'],
  ['1+2+...+n', '1+2+\\cdots+n'],
  ['(1+x)(2+x)...(n+x)', '(1+x)(2+x)\\cdots(n+x)'],
  ['99...99', '99\\ldots99'],
  ['1,234,567', '1{,}234{,}567'],
  ['[0, 1)', '[0, 1)'],
  // What cannot be read is shown.
  ['', ''],
  ['(a+b', '(a+b'],
  ['a+b)', 'a+b)'],
  ['50% of #1 & a_', '50\\%\\text{ of }\\#1\\ \\&\\ a\\_'],
  ['\\frac', '\\text{\\textbackslash{}frac}'],
];

void test('plain notation becomes TeX', () => {
  for (const [source, tex] of CASES) {
    assert.equal(plainToTex(source), tex, source);
    renderToString(tex, { strict: 'ignore' });
  }
});

const HOSTILE = [
  '('.repeat(20_000),
  'x^'.repeat(9_000),
  '|'.repeat(20_000),
  '1,'.repeat(10_000),
  'a/'.repeat(10_000),
  'y'.repeat(20_001),
  '\ud800 \ue000 \u2028 \u0000 \u0316 a\u0338',
  '数 x_数^é 😀',
  'constructor __proto__ \\toString',
  '^_^',
  '\\',
];

void test('hostile notation never throws, in the converter or in KaTeX', () => {
  for (const source of HOSTILE) {
    const tex = plainToTex(source);
    if (tex.length < 2_000) renderToString(tex, { strict: 'ignore' });
  }
});

void test('random signs always typeset', () => {
  const signs = Array.from("ab2 x_^/*+-=()[]{}|,.!'<>%#&~$\\:…∈≡").concat([
    ' or ',
    'sum_',
    'sqrt(',
    'C(',
    '...',
    ' mod ',
  ]);
  let seed = 7;
  for (let round = 0; round < 3_000; round += 1) {
    let source = '';
    for (let at = 0; at < 14; at += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      source += signs[seed % signs.length];
    }
    const tex = plainToTex(source);
    assert.doesNotThrow(() => renderToString(tex, { strict: 'ignore' }), `${source} => ${tex}`);
  }
});

const folder = dataFolder();
if (folder !== undefined) {
  void test('every formula of CHAMP typesets', () => {
    const formulas = champFormulas(folder);
    assert.equal(formulas.length, 2_982);
    for (const source of formulas) {
      assert.doesNotThrow(() => renderToString(plainToTex(source), { strict: 'ignore' }), source);
    }
  });

  void test('no formula of CHAMP changes its value', () => {
    let compared = 0;
    const changed: string[] = [];
    for (const source of champFormulas(folder)) {
      // The strict reader takes `3^x(n)` and `c_ij` for products, and `sum` for letters.
      if (/\^[xy]\(n|c_[ij]{2}|sum/.test(source)) continue;
      const [sides, drawn] = [source, texToPlain(plainToTex(source))].map((text) =>
        text
          .replaceAll('C(', 'binom(')
          .replaceAll('−', '-')
          .replaceAll(/\.{3}|···/g, DOTS)
          .split(
            /\\(?:ge|le|ne|to|in|mid|nmid|equiv|approx|bmod|pmod)(?![a-z])|mod|->|∤| [|] |[=<>≥≤≠≡≈∈→,;{}[\]]/,
          ),
      );
      if (sides?.length !== drawn?.length) continue;
      sides?.forEach((side, at) => {
        const [before, after] = [evaluatePlain(side.trim()), evaluatePlain((drawn?.[at] ?? '').trim())];
        if (before === undefined || Number.isNaN(before)) return;
        compared += 1;
        const close =
          after !== undefined && (before === after || Math.abs(before - after) <= 1e-9 * Math.abs(before));
        if (!close) changed.push(`${side} in ${source}: ${before} is not ${after}`);
      });
    }
    assert.deepEqual(changed, []);
    assert.ok(compared > 3_000, `${compared} compared`);
  });
}
