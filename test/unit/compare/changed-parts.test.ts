import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedParts } from '../../../src/core/compare/changed-parts';
import { partingStep } from '../../../src/core/compare/parting-step';
import type { Step } from '../../../src/core/profile/reading';

/** The changed parts in words; those of formulas in square brackets. */
function parts(before: string, after: string): string[] {
  return changedParts(before, after, 'tex').map(({ start, end, formula }) => {
    const text = after.slice(start, end);
    return formula ? `[${text}]` : text;
  });
}

const CASES: [string, string, string, string[]][] = [
  ['the same', 'So $x = 3$.', 'So $x = 3$.', []],
  ['a number in a formula', 'So $x^2 + 3x = 18$ holds.', 'So $x^2 + 3x = 24$ holds.', ['[24]']],
  ['an exponent', 'so $a^{2} + b + c = d$', 'so $a^{3} + b + c = d$', ['[3]']],
  ['words and a term', 'Thus $x + y + z = 4$', 'Hence $x + y + z = 5$', ['Hence', '[5]']],
  ['an argument keeps its braces', '$\\frac{a+b}{2} + 100$', '$\\frac{a+c}{2} + 100$', ['[c]']],
  [
    'a group put in is one part',
    '$x + y + z + w = 1$',
    '$x + y + z + w = \\sqrt{7} + 1$',
    ['[\\sqrt{7} + ]'],
  ],
  ['only less is left: the formula as a whole', '$x + y = 1$', '$x = 1$', ['[$x = 1$]']],
  ['another formula altogether', '$x$ is it', '$\\int_0^1 f(t) dt$ is it', ['[$\\int_0^1 f(t) dt$]']],
  ['a formula where none was', 'it is four', 'it is $2+2$', ['[$2+2$]']],
];

for (const [name, before, after, wanted] of CASES)
  test(`changed parts: ${name}`, () => assert.deepEqual(parts(before, after), wanted));

const trace = (...texts: string[]) => ({
  steps: texts.map((text): Step => {
    const source = { text, dialect: 'tex' as const, path: ['t'], start: 0, end: text.length };
    return { source, uses: [], wrong: [] };
  }),
});

test('two traces part at the first step that has other words', () => {
  assert.equal(partingStep(trace('a', 'b  c', 'd'), trace('a', 'b c', 'e')), 2);
  assert.equal(partingStep(trace('a', 'b'), trace('a', 'b')), null);
  assert.equal(partingStep(trace('a', 'b'), trace('a', 'b', 'c')), 2);
  assert.equal(partingStep(trace('a'), trace('b')), 0);
});
