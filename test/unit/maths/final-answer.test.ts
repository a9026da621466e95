import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFinalAnswer } from '../../../src/core/maths/final-answer';
import { dataFolder, readRows } from '../real-data';

const CASES: [string, string | null][] = [
  ['So $\\boxed{\\frac{1}{2}}$, as $\\boxed{ 3 }$.', 'boxed 3'],
  ['$\\boxed{\\{1, 2\\}}$', 'boxed \\{1, 2\\}'],
  ['$\\fbox{12}$', 'boxed 12'],
  ['$\\boxed 5$', 'boxed 5'],
  ['\\boxed{1} and \\boxed{2', 'boxed 1'],
  ['\\boxed{1} and then \\boxed{}', 'boxed 1'],
  ['2+2=4\n#### 1,234\n', 'hashes 1,234'],
  ['#### 5\n#### 6', 'hashes 6'],
  ['The answer is $x^2$.', 'sentence $x^2$'],
  ['Work.\n\nThe final answer is 3.14.', 'sentence 3.14'],
  ['Therefore, the correct answer is: 7', 'sentence 7'],
  ['**Answer:** 42', 'sentence 42'],
  ['Answer: $0.5. Really.', 'sentence $0.5'],
  ['2+2=4\nA: 1,234\n', 'sentence 1,234'],
  ['A: 5\nBut no.', null],
  ['"x = 3 , so answer : option a"', 'sentence option a'],
  ['The answer is "yes"', 'sentence "yes"'],
  ['A: We add 2 and 2. The answer is (D).', 'sentence (D)'],
  ['The answer is 5.\n\nBut that was a guess', null],
  ['nothing here', null],
  ['', null],
];

void test('the final answer of a solution', () => {
  for (const [text, expected] of CASES) {
    const answer = findFinalAnswer(text);
    assert.equal(answer && `${answer.how} ${answer.text}`, expected, text);
    if (answer) assert.equal(text.slice(answer.start, answer.end), answer.text);
  }
});

void test('hostile texts give an answer that stands in them, or none', () => {
  for (const sign of ['\\boxed{', '#### ', 'the answer is ', 'answer: $', 'a.b']) {
    const text = sign.repeat(50_000);
    const answer = findFinalAnswer(text);
    if (answer) assert.equal(text.slice(answer.start, answer.end), answer.text, sign);
  }
});

/** MATH-500 tidied its answers a little. */
function squeeze(text: string): string {
  return text.replace(/\s|\\!|\\left|\\right|\\text\{|[d}]/g, '');
}

const folder = dataFolder();
if (folder !== undefined) {
  void test('MATH-500 and GSM8K give the answers that stand beside them', () => {
    const wrong: string[] = [];
    for (const row of readRows(folder, 'math/math500_test.jsonl')) {
      const answer = findFinalAnswer(String(row['solution']));
      if (squeeze(answer?.text ?? '') !== squeeze(String(row['answer'])))
        wrong.push(`${answer?.text} / ${String(row['answer'])}`);
    }
    assert.ok(wrong.length <= 40, wrong.join('\n'));
    for (const row of readRows(folder, 'gsm8k/test.jsonl')) {
      assert.equal(findFinalAnswer(String(row['answer']))?.how, 'hashes');
    }
  });
}
