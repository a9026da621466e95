import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colourPython } from '../../../webview/text/code-colours';
import { assertInert } from '../html-tags';
import { drawn } from './static-rows';

const ROW = {
  problem: 'What is $17 \\cdot 23$?',
  solution:
    'We compute it.\n```python\nfrom sympy import * # all\nprint("$17 * 23$ is", 17*23)\n```\n```output\n$17 * 23$ is 391\n```\nSo it is $\\boxed{391}$.',
  answer: '391',
};

test('a program is shown in its colours, its output apart, and no dollar in them is a formula', () => {
  const html = drawn(JSON.stringify(ROW));
  assertInert(html, 'program');
  assert.match(html, /role="group" aria-label="Python code, not run"/);
  assert.match(html, /<span class="tok-keyword">from<\/span>/);
  assert.match(html, /<span class="tok-comment"># all<\/span>/);
  assert.match(html, /role="group" aria-label="Output"[^]*\$17 \* 23\$ is 391/);
  assert.equal(html.match(/class="katex"/g)?.length, 3); // problem, answer in the step, final answer
});

test('a program in tags within a sentence stands by itself, and the words around it stay', () => {
  const html = drawn(
    JSON.stringify({ ...ROW, solution: 'I run <python>x = 1\nprint(x)</python> and see *one*.' }),
  );
  assert.match(html, /I run/);
  assert.match(html, /aria-label="Python code, not run"/);
  assert.match(html, /and see <em>one<\/em>/);
  assert.doesNotMatch(html, /xxx|~~~/);
});

test('a long output is folded to its first line', () => {
  const lines = Array.from({ length: 40 }, (_, at) => `row ${at}`).join('\n');
  const html = drawn(
    JSON.stringify({ ...ROW, solution: `\`\`\`python\nf()\n\`\`\`\n\`\`\`output\n${lines}\n\`\`\`` }),
  );
  assert.match(
    html,
    /<details class="cell output"><summary><span class="cell-name">Output, 40 lines<\/span>/,
  );
});

test('code that would be tags is text', () => {
  const html = drawn(
    JSON.stringify({
      ...ROW,
      solution: '```python\nprint("<script>alert(1)</script>")\n```\n```output\n<img src=x onerror=y>\n```',
    }),
  );
  assertInert(html, 'code');
});

test('tokens are the program itself, whatever it is', () => {
  for (const code of [
    'def f(x):\n\treturn x**2',
    '',
    '"""open',
    'n0 = 10.0',
    '))) ☃ \u0000 }{',
    'a\r\nb\n',
  ]) {
    const text = colourPython(code)
      .map((token) => token.text)
      .join('');
    assert.equal(text.replaceAll('\r', ''), code.replaceAll('\r', ''));
  }
});

test('a program is shown as it is written where it is too long to colour', () => {
  assert.deepEqual(
    colourPython('x = 1\n'.repeat(5000)).map(({ look }) => look),
    [''],
  );
});
