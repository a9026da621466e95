import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { maskForMarkdown } from '../../../src/core/maths/markdown-mask';
import { segment } from '../../../src/core/maths/segment';
import { splitSteps } from '../../../src/core/maths/split-steps';

/** The blocks of a text: what they hold, in which language, and their content. */
function cells(text: string): [string, string, string][] {
  return segment(text, 'markdown').flatMap(({ cell, content }): [string, string, string][] =>
    cell ? [[cell.kind, cell.language, content]] : [],
  );
}

test('a fence names its language, and one for output is output', () => {
  assert.deepEqual(cells('We run it.\n```python\nprint(17*23)\n```\n```output\n391\n```\nSo it is 391.'), [
    ['code', 'python', 'print(17*23)'],
    ['output', '', '391'],
  ]);
});

test('a fence without a word right after a program is what it printed, and a later one is not', () => {
  const program = '```python\nprint(2)\n```\n';
  assert.deepEqual(cells(`${program}\n\`\`\`\n2\n\`\`\``)[1], ['output', '', '2']);
  assert.deepEqual(cells(`${program}Output:\n\`\`\`\n2\n\`\`\``)[1], ['output', '', '2']);
  assert.deepEqual(cells(`${program}Then we call\n\`\`\`\nf(2)\n\`\`\``)[1], ['code', '', 'f(2)']);
});

test('programs and outputs stand between tags', () => {
  assert.deepEqual(
    cells('Let me see. <llm-code>\nx = 1\nprint(x)\n</llm-code>\n<llm-code-output>\n1\n</llm-code-output>'),
    [
      ['code', 'python', 'x = 1\nprint(x)'],
      ['output', '', '1'],
    ],
  );
  assert.deepEqual(cells('<python>print(3)</python><output>3</output>'), [
    ['code', 'python', 'print(3)'],
    ['output', '', '3'],
  ]);
});

test('an output before any program, and a tag around a word, are no cells', () => {
  assert.deepEqual(cells('<output>3</output> is what <code>f</code> gives'), []);
});

test('programs and outputs stand under labels', () => {
  assert.deepEqual(cells('PROGRAM:\nimport math\n\nprint(math.pi)\nOUTPUT:\n3.14\n\nSo it is about 3.14.'), [
    ['code', 'python', 'import math\n\nprint(math.pi)'],
    ['output', '', '3.14'],
  ]);
  assert.deepEqual(cells('```py\nprint(1)\n```\nOutput: 1\n\nDone.'), [
    ['code', 'py', 'print(1)'],
    ['output', '', '1'],
  ]);
});

test('labels over words are words', () => {
  assert.deepEqual(cells('Program:\nWe first add both sides.\n\nOutput:\nthe sum'), []);
});

test('maths within code is none, and dollars around it are no formula', () => {
  for (const text of [
    '<python>\nprice = "$5"\ncost = "$6"\n</python>',
    'PROGRAM:\nx = "$a$"\nOUTPUT:\n$3$ and $4$',
  ])
    assert.deepEqual(
      segment(text, 'markdown').filter(({ kind }) => kind === 'maths'),
      [],
    );
});

test('a program with blank lines is never cut into steps', () => {
  const text = 'First.\n\n<python>\nx = 1\n\nprint(x)\n</python>\n\nThen.';
  assert.deepEqual(
    splitSteps(text).map(({ start, end }) => text.slice(start, end)),
    ['First.', '<python>\nx = 1\n\nprint(x)\n</python>', 'Then.'],
  );
});

test('whatever the text, segments cover it, and its mask is as long', () => {
  const piece = fc.constantFrom(
    '<python>',
    '</python>',
    '\n',
    'PROGRAM:',
    'x = 1',
    'OUTPUT:',
    '```',
    '```python',
    ' ',
    'a $b$',
    '~~~',
    '<output>',
    '</output>',
    '`',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join('');
      const segments = segment(text, 'markdown');
      let at = 0;
      for (const { start, end } of segments) {
        assert.equal(start, at);
        at = end;
      }
      assert.equal(at, text.length);
      assert.equal(maskForMarkdown(text, segments).length, text.length);
    }),
    { numRuns: 2000 },
  );
});
