import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import katex from 'katex';
import { segment } from '../../../src/core/maths/segment';
import { isSoundFormula } from '../../../src/core/maths/sound-formula';
import { texForKatex } from '../../../src/core/maths/tex-for-katex';
import { typesetFault } from '../../../src/core/maths/typeset-fault';
import { dataFolder, readLines } from '../real-data';

/** Whether KaTeX makes boxes of a formula. */
function typesets(tex: string, displayMode: boolean): boolean {
  try {
    const macros = {};
    katex.renderToString(texForKatex(tex), { displayMode, strict: 'ignore', maxExpand: 200, macros });
    return true;
  } catch {
    return false;
  }
}

test('what does not typeset is told from parsing it alone', () => {
  const faulty = [
    '\\frac{1}{',
    'x^2^3',
    '\\nosuch',
    '\\kern1q x',
    '\\tag{1} \\tag{2}',
    '\u{1D7FF}\u{1D800}',
    '\\left( x',
  ];
  for (const tex of [...faulty, 'x^2', '\\begin{aligned} x &= 1 \\end{aligned}', '\u{1D400}', '\\text{ä}'])
    assert.equal(typesetFault(tex, false) === null, typesets(tex, false), tex);
});

const piece = fc.constantFrom(
  ...[
    'x',
    '2',
    ' ',
    '{',
    '}',
    '^',
    '_',
    '\\',
    '\\frac',
    '\\sqrt',
    '\\pi',
    '\\le',
    '\\circ',
    '\\text{a b}',
    '\\,',
    '=',
    '[',
    ']',
  ],
  ...[
    '\\boxed',
    '{x}',
    '{2}',
    '^2',
    '_{n+1}',
    '\\left',
    '(',
    ')',
    '&',
    '\\\\',
    '%',
    '$',
    "'",
    'é',
    '\\ge',
    '\\notin',
    '|',
  ],
);

test('a formula that is said to be plain does typeset', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), fc.boolean(), (pieces, display) => {
      const tex = pieces.join('');
      if (!isSoundFormula(tex)) return;
      plain++;
      assert.ok(typesets(tex, display), tex);
    }),
    { numRuns: 20_000 },
  );
  assert.ok(plain > 500);
});

test('formulas that are not plain', () => {
  for (const tex of [
    'x^2^3',
    'x_1_2',
    'x^',
    '{x',
    'x}',
    '\\frac{1}',
    '\\pix',
    'x ^2 ^3',
    'x^2 ^3',
    '\\sqrt',
    'a & b',
    '\\text{$x}',
  ])
    assert.equal(isSoundFormula(tex), false, tex);
});

const folder = dataFolder();
if (folder !== undefined)
  test('the formulas of MATH are judged as by typesetting them', () => {
    const lines = readLines(join(folder, 'math/math500_test.jsonl'));
    const texts = lines.map((line) => (JSON.parse(line) as { solution: string }).solution);
    const formulas = texts.flatMap((text) =>
      segment(text, 'markdown').filter(({ kind }) => kind === 'maths'),
    );
    assert.ok(formulas.length > 3000);
    for (const { content, display } of formulas) {
      assert.equal(typesetFault(content, display) === null, typesets(content, display), content);
      if (isSoundFormula(content)) assert.ok(typesets(content, display), content);
    }
  });
