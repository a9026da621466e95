import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitLines, splitSteps } from '../../../src/core/maths/split-steps';
import { dataFolder, readRows, stringsIn } from '../real-data';

function steps(text: string): string[] {
  return splitSteps(text).map((span) => text.slice(span.start, span.end));
}

const CASES: [string, string, string[]][] = [
  ['nothing', '', []],
  ['white space', ' \n\n \n', []],
  ['blank lines', ' One.\n\n\nTwo. \n', ['One.', 'Two.']],
  ['lines, when no line is blank', 'One\nTwo\n', ['One', 'Two']],
  ['Windows line ends', 'One\r\n\r\nTwo', ['One', 'Two']],
  ['lines of a paragraph', 'One\nmore\n\nTwo', ['One\nmore', 'Two']],
  [
    'headings',
    'Go.\n\n**Step 1:** a\nb\n**Step 2:** c\n## End\nd',
    ['Go.', '**Step 1:** a\nb', '**Step 2:** c', '## End\nd'],
  ],
  ['a heading by itself', '## One\n\nText.\n\nMore.', ['## One\n\nText.', 'More.']],
  ['a formula after a colon', 'We have:\n\n$$x$$\n\nSo.', ['We have:\n\n$$x$$', 'So.']],
  ['a formula after a full stop', 'We have.\n\n\\[x\\]\n\nSo.', ['We have.', '\\[x\\]', 'So.']],
  ['a formula over blank lines', 'a\n\n\\[\nx\n\ny\n\\] b\n\nc', ['a', '\\[\nx\n\ny\n\\] b', 'c']],
  ['a drawing', 'a\n\n[asy]\nx;\n\ny;\n[/asy]\nb\n\nc', ['a', '[asy]\nx;\n\ny;\n[/asy]\nb', 'c']],
  ['code', 'a\n\n```\nx\n\ny\n```\n\nb', ['a', '```\nx\n\ny\n```', 'b']],
  ['code in lines', 'a\n```\nx\ny\n```\nb', ['a', '```\nx\ny\n```', 'b']],
  [
    'a table in lines',
    'a\n| x | y |\n|---|---|\n| 1 | 2 |\nb',
    ['a', '| x | y |\n|---|---|\n| 1 | 2 |', 'b'],
  ],
  ['a short list', 'Given:\n- a\n- b\n\nSo.', ['Given:\n- a\n- b', 'So.']],
  ['a numbered list', 'Given:\n1. a\n2. b\n\nSo.', ['Given:\n1. a\n2. b', 'So.']],
  ['items as paragraphs', '1. One.\n\n2. Two.', ['1. One.', '2. Two.']],
  ['numbered steps in lines', 'Solve:\n1. One.\n2. Two.', ['Solve:', '1. One.', '2. Two.']],
  [
    'an environment in lines',
    'a\n\\begin{align}\nx\\\\\ny\n\\end{align}\nb',
    ['a\n\\begin{align}\nx\\\\\ny\n\\end{align}', 'b'],
  ],
];

void test('a solution is cut into steps', () => {
  for (const [name, text, expected] of CASES) assert.deepEqual(steps(text), expected, name);
});

void test('a step a line', () => {
  const text = 'She has <<1+1=2>>2.\n\nSo 2.\n#### 2';
  assert.deepEqual(
    splitLines(text).map((span) => text.slice(span.start, span.end)),
    ['She has <<1+1=2>>2.', 'So 2.', '#### 2'],
  );
});

void test('hostile texts give steps in order', () => {
  for (const sign of ['\\[x\\]\n\n', '- a\n', '1. a\n', '| a\n', '# a\n\n', '$$\n', '**']) {
    let end = 0;
    for (const step of splitSteps(sign.repeat(50_000))) {
      assert.ok(step.start >= end && step.end > step.start, sign);
      end = step.end;
    }
  }
});

const folder = dataFolder();
if (folder !== undefined) {
  void test('the steps of ProcessBench are found again', () => {
    let [same, all] = [0, 0];
    for (const name of ['gsm8k', 'math_first200', 'olympiadbench_first200', 'omnimath_first200']) {
      for (const row of readRows(folder, `processbench/${name}.jsonl`)) {
        const given = stringsIn(row['steps']).map((step) => step.trim());
        all += 1;
        if (JSON.stringify(steps(given.join('\n\n'))) === JSON.stringify(given)) same += 1;
      }
    }
    // The others: headings that are steps of their own there (we keep a heading with its text), and lists cut in the middle.
    assert.ok(same / all >= 0.98, `${same} of ${all}`);
  });
}
