import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptOf } from '../../../src/core/profile/excerpt';
import { segment } from '../../../src/core/maths/segment';
import { loaded } from '../webview/loaded-rows';

function excerpt(row: object | string, profile = 'generic'): string {
  const { parsed, reading, cut } = loaded(typeof row === 'string' ? row : JSON.stringify(row), profile);
  const found = excerptOf(parsed, reading, cut);
  return found.kind === 'text' ? `text ${found.source.text}` : `words ${found.words}`;
}

const ROWS: [string, object | string, string, string][] = [
  ['its problem', { problem: 'Find $x$.', solution: 's' }, 'generic', 'text Find $x$.'],
  ['its problem in one line', { problem: ' a\n\n b \n c' }, 'generic', 'text a b c'],
  ['its first step, where it has no problem', { solution: 'One.\n\nTwo.' }, 'generic', 'text One.'],
  ['a concept', { identifier: 'C_1', _raw_text: 'A @@x@@.', parent: null }, 'champ-concept', 'text A @@x@@.'],
  ['its fields, where nothing has a role', { foo: 1, bar: ['x'] }, 'generic', 'words 1 ["x"]'],
  ['that it is blank', '  ', 'generic', 'words blank line'],
  ['that it is not JSON', '{"a":', 'generic', 'words not JSON: {"a":'],
  ['nothing, where there is nothing', {}, 'generic', 'words '],
];

for (const [name, row, profile, expected] of ROWS) {
  test(`the list shows of a row ${name}`, () => assert.equal(excerpt(row, profile), expected));
}

test('a long text is cut, and says so', () => {
  const found = excerpt({ problem: 'word '.repeat(200) });
  assert.ok(found.endsWith('…') && found.length < 250);
  assert.equal(excerpt({ problem: 'x'.repeat(5000) }).endsWith('…'), true);
  assert.ok(excerpt({ problem: 'short' }).endsWith('short'));
});

test('a formula is never cut in two', () => {
  for (let before = 100; before < 160; before++) {
    const text = `${'a'.repeat(before)} $\\frac{1}{2} + x^2$ and more ${'b '.repeat(100)}`;
    const { parsed, reading, cut } = loaded(JSON.stringify({ problem: text }));
    const found = excerptOf(parsed, reading, cut);
    assert.ok(found.kind === 'text');
    const parts = segment(found.source.text, 'markdown');
    assert.ok(
      parts.every(({ problem }) => problem === undefined),
      found.source.text,
    );
    assert.equal(
      found.source.text.includes('$'),
      parts.some(({ kind }) => kind === 'maths'),
    );
  }
});

test('of a row that was cut only its beginning is shown', () => {
  const row = loaded(`{"problem":"${'x'.repeat(300)}`);
  const found = excerptOf(row.parsed, row.reading, true);
  assert.ok(
    found.kind === 'words' && found.words.startsWith('long row: {"problem"') && found.words.length < 120,
  );
});
