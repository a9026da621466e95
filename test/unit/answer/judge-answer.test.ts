import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEqual } from '../../../src/core/answer/comparison';
import { compareAnswers, judgeAnswer } from '../../../src/core/answer/judge-answer';
import { dataFolder, readRows } from '../real-data';
import { seeded } from '../seeded';

const SAME: [string, string][] = [
  ['\\frac34', '0.75'], ['3/4', '\\dfrac{3}{4}'], ['2\\frac{1}{3}', '\\frac{7}{3}'], ['3 1/2', '3.5'], ['12,000', '12000'],
  ['12{,}000', '12 000'], ['25\\%', '25'], ['25\\%', '1/4'], ['$\\$4.50$', '4.5'], ['30^\\circ', '30'], ['18\\text{ cm}^2', '18'],
  ['18 dollars', '18'], ['5', 'x = 5'], ['2\\sqrt{3}', '\\sqrt{12}'], ['\\frac{1}{\\sqrt2}', '\\frac{\\sqrt{2}}{2}'],
  ['(x+1)^2', 'x^2+2x+1'], ['\\sin 2x', '2\\sin x\\cos x'], ['\\log_2 8', '3'], ['e^{i\\pi}', '-1'], ['\\binom{5}{2}', '10'],
  ['4!', '24'], ['|{-3}|', '3'], ['\\sqrt[3]{-8}', '-2'], ['2^{10}', '1024'], ['10^{-3}', '0.001'], ['\\{1,2\\}', '\\{2, 1\\}'],
  ['1, 2', '2 and 1'], ['(1,2)', '\\left(1, \\frac42\\right)'], ['[0,\\infty)', 'x \\ge 0'], ['1 < x \\leq 2', '(1,2]'],
  ['x \\in (0,1) \\cup (2,3)', '(2,3)\\cup(0,1)'], ['1 \\pm \\sqrt2', '1+\\sqrt{2}, 1-\\sqrt{2}'], ['3:4', '6:8'],
  ['2x + y = 4', 'y = 4 - 2x'], ['x > 3', '3 < x'], ['\\text{(B)}', 'B'], ['(C)', 'C) 12'], ['\\text{Monday}', 'monday'],
  ['\\begin{pmatrix}1\\\\2\\end{pmatrix}', '\\begin{bmatrix}1\\\\\\frac42\\end{bmatrix}'], ['\\frac23', '0.6667'],
]; // prettier-ignore

const OTHER: [string, string][] = [
  ['\\frac34', '0.7'], ['7.2', '72'], ['5', '-5'], ['5', '5.001'], ['2cm', '2 km'], ['(1,2)', '(2,1)'], ['(1,2)', '[1,2]'],
  ['\\{1,2\\}', '\\{1,2,3\\}'], ['1, 2', '1'], ['\\pm 3', '3'], ['x > 3', 'x < 3'], ['x \\ge 3', 'x > 3'], ['3:4', '4:3'],
  ['x+1', 'x+2'], ['\\lfloor\\sqrt{n}\\rfloor', '\\lfloor\\frac{2n}{5}\\rfloor'], ['A', 'B'], ['yes', 'no'], ['12:00', '1:00'],
  ['\\pi', '3'], ['10^{40}', '10^{40}+1'], ['10^{-20}', '2 \\cdot 10^{-20}'], ['50\\%', '50.5'], ['x^2+y=1', 'x^2+y=2'],
  ['\\infty', '-\\infty'], ['1/2', '\\frac12 x'],
]; // prettier-ignore

void test('answers that are the same', () => {
  for (const [a, b] of SAME) {
    assert.ok(isEqual(compareAnswers(a, b)), `${a} and ${b}: ${compareAnswers(a, b).how}`);
    assert.ok(isEqual(compareAnswers(b, a)), `${b} and ${a}: ${compareAnswers(b, a).how}`);
  }
});

void test('what checks an answer at the end is not the answer', () => {
  const checked = (n: string, check: string) => `7 - n/2 = 18\nn = ${n}\nCheck:\n${check}\n18 = 18`;
  assert.equal(judgeAnswer('n = -22', checked('22', '7 + 22/2 = 18')).verdict, 'different');
  assert.ok(isEqual(judgeAnswer('n = -22', checked('-22', '7 + 11 = 18'))));
  assert.ok(isEqual(judgeAnswer('18', `${checked('-22', '7 + 11 = 18')}\nThe answer is 18.`)));
});

void test('answers that differ', () => {
  for (const [a, b] of OTHER) {
    assert.equal(compareAnswers(a, b).verdict, 'different', `${a} and ${b}`);
    assert.equal(compareAnswers(b, a).verdict, 'different', `${b} and ${a}`);
  }
});

void test('what is no answer is neither the same nor another', () => {
  for (const given of ['', '\\frac{{{', '\\boxed{}', '\\sum_{k=1}^n a_k + b', '1/0'])
    assert.equal(judgeAnswer('7', given).verdict, 'cannot-tell', given);
});

const GIVEN: [string, string][] = [
  ['So \\boxed{\\frac{1}{2}}.', '\\frac{1}{2}'],
  ['We get \\boxed{1} and \\boxed{-2}.', '1, -2'],
  ['<think>\\boxed{3}</think> It is \\boxed{4}', '4'],
  ['2+2=4\n#### 18 dollars a day', '18'],
  ['Final Answer: The final answer is $x^2$. I hope it is correct.', 'x^2'],
  ['She pays 12 and then 5, which makes 17 dollars.', '17'],
  ['Thus $x$ is at least $5$.', '5'],
];

void test('the answer is taken where graders take it', () => {
  for (const [text, answer] of GIVEN) assert.equal(judgeAnswer(answer, text).extracted, answer, text);
});

/** Each writes the same value in another way. */
const IDENTITIES: ((text: string) => string)[] = [
  (text) => `(${text})`,
  (text) => `\\frac{2(${text})}{2}`,
  (text) => `(${text}) + 0`,
  (text) => `-(-(${text}))`,
  (text) => `(${text})\\cdot(\\sin^2 t + \\cos^2 t)`,
  (text) => `\\sqrt[3]{(${text})^3}`,
  (text) => `\\left( ${text} \\right)`,
  (text) => `$${text}$`,
];

const PARTS = ['x', 'y', '3', '\\frac{2}{7}', '\\sqrt{5}', '1.25', '\\pi', 'x^2', '\\ln(x^2+1)'];

void test('a formula is itself, whatever identity rewrites it, and never itself and one', () => {
  const chance = seeded(11);
  for (let round = 0; round < 300; round++) {
    const [a, b, c] = [chance.pick(PARTS), chance.pick(PARTS), chance.pick(PARTS)];
    const formula = `${a} ${chance.pick(['+', '-', '\\cdot'])} (${b}) ${chance.pick(['+', '-'])} ${c}`;
    const rewritten = chance.pick(IDENTITIES)(chance.pick(IDENTITIES.slice(0, 4))(formula));
    assert.equal(compareAnswers(formula, formula).verdict, 'equal-exact', formula);
    const verdicts = [compareAnswers(formula, rewritten), compareAnswers(rewritten, formula)];
    assert.ok(
      verdicts.every(isEqual),
      `${formula} and ${rewritten}: ${verdicts.map(({ how }) => how).join()}`,
    );
    assert.equal(
      compareAnswers(formula, `${rewritten} + 1`).verdict === 'different' || rewritten.startsWith('$'),
      true,
      rewritten,
    );
  }
});

const HOSTILE = ['9^9^9^9', '2^{10^9}', '((2^999)^999)^999', '170!!!', '('.repeat(1e5), '{'.repeat(1e6), '\\frac{'.repeat(1e5), '1,'.repeat(5e5), '±1'.repeat(300), '$'.repeat(1e6), '\\boxed{1}'.repeat(1e5), '1'.repeat(1e6), '2^'.repeat(900) + '2', '\\text{'.repeat(300), '[,'.repeat(900), '\\binom{1000000}{500000}', '-'.repeat(4e5) + '1']; // prettier-ignore

void test('hostile texts are never the answer, and end', () => {
  for (const text of HOSTILE) {
    for (const gold of ['x+1', '42']) {
      assert.ok(!isEqual(judgeAnswer(gold, text)), text.slice(0, 20));
      assert.ok(!isEqual(judgeAnswer(text, gold)), text.slice(0, 20));
    }
  }
});

const folder = dataFolder();
if (folder !== undefined) {
  void test('the pairs of the graders’ own tests, and published verdicts of GSM8K solutions', () => {
    const share = (name: string, field: string) => {
      const rows = readRows(folder, `answers/${name}.jsonl`);
      const right = rows.filter(
        (row) => isEqual(judgeAnswer(String(row['gold']), String(row[field]))) === row['expected'],
      );
      return right.length / rows.length;
    };
    assert.ok(share('cases', 'pred') >= 0.97);
    assert.ok(share('traces', 'response') >= 0.997);
  });
}
