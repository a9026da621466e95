import assert from 'node:assert/strict';
import { test } from 'node:test';
import katex from 'katex';
import { withRings } from '../../../webview/text/formula-rings';
import { katexOptions } from '../../../webview/text/typeset';

/** The text of each part that is ringed. */
function ringed(tex: string, ...parts: string[]): string[] {
  const rings = parts.map((part) => ({ start: tex.indexOf(part), end: tex.indexOf(part) + part.length }));
  const html = katex.renderToString(withRings(tex, rings), katexOptions(false, false));
  return [
    ...html.matchAll(/<span class="mord[^"]*"><span class="mord[^"]*" style="[^"]*#010203[^"]*">([^<]*)</g),
  ].map(([, text = '']) => text);
}

test('numbers of a formula stand in groups of their own, where they can be ringed', () => {
  assert.deepEqual(ringed('x^2+12x-6', '12', '6'), ['12', '6']);
  assert.deepEqual(ringed('x^2', '2'), ['2']);
  assert.deepEqual(ringed('\\frac12', '2'), ['2']);
  assert.deepEqual(ringed('\\sqrt[3]{27}', '27'), ['27']);
  assert.deepEqual(ringed('\\text{5 of 7}', '7'), ['7']);
});

test('a formula without rings stays as it is; of parts that overlap the first is ringed', () => {
  assert.equal(withRings('x+1', []), 'x+1');
  assert.equal(
    withRings('123', [
      { start: 1, end: 3 },
      { start: 0, end: 2 },
    ]),
    '{\\textcolor{#010203}{12}}3',
  );
});

test('where a part cannot stand in a group, typesetting says so', () => {
  const tex = '\\hspace{2cm}x';
  assert.throws(() =>
    katex.renderToString(withRings(tex, [{ start: 8, end: 9 }]), katexOptions(false, false)),
  );
});
