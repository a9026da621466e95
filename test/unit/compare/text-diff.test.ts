import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textDiff } from '../../../src/core/compare/text-diff';
import type { TextSpan } from '../../../src/core/compare/text-diff';
import type { Dialect } from '../../../src/core/maths/dialect';

function marked(text: string, spans: TextSpan[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

function changed(before: string, after: string, dialect: Dialect = 'markdown'): [string[], string[]] {
  const diff = textDiff(before, after, dialect);
  return [marked(before, diff.before), marked(after, diff.after)];
}

test('words are marked, not letters', () => {
  assert.deepEqual(changed('He sold 12 clips in May.', 'He sold 21 clips in June.'), [
    ['12', 'May'],
    ['21', 'June'],
  ]);
});

test('what was put in is marked on its side alone', () => {
  assert.deepEqual(changed('a b', 'a very big b'), [[], ['very big']]);
  assert.deepEqual(changed('a very big b', 'a b'), [['very big'], []]);
});

test('a formula changes as a whole', () => {
  assert.deepEqual(changed('So $x^2+1$ is odd.', 'So $x^2-1$ is odd.'), [['$x^2+1$'], ['$x^2-1$']]);
  assert.deepEqual(changed('by @@x_1@@ here', 'by @@x_2@@ here', 'champ'), [['@@x_1@@'], ['@@x_2@@']]);
  assert.deepEqual(changed('\\frac12', '\\frac13', 'tex'), [['\\frac12'], ['\\frac13']]);
});

test('changes with only signs between them read as one', () => {
  assert.deepEqual(changed('one, two three', 'four, five three'), [['one, two'], ['four, five']]);
});

test('spaces alone are marked when nothing else changed', () => {
  assert.deepEqual(changed('a b', 'a  b'), [[' '], ['  ']]);
});

test('a very long text is marked between its shared ends', () => {
  const [head, tail] = ['h'.repeat(150_000), 't'.repeat(150_000)];
  assert.deepEqual(changed(`${head}old${tail}`, `${head}new one${tail}`), [['old'], ['new one']]);
});

test('what is not marked is the same on both sides, and spans are in order and inside', () => {
  const text = fc
    .array(
      fc.constantFrom('a', 'bc', ' ', '\n', '.', ',', '$x$', '$y+1$', '`q`', '<<1+1=2>>', '𝑥', '\\(z\\)'),
      { maxLength: 20 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom<Dialect>('markdown', 'champ', 'tex', 'plain'),
      (before, after, dialect) => {
        const diff = textDiff(before, after, dialect);
        assert.equal(rest(before, diff.before), rest(after, diff.after));
        if (before !== after) assert.ok(diff.before.length + diff.after.length > 0);
      },
    ),
    { numRuns: 1000 },
  );
});

function rest(text: string, spans: TextSpan[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of spans) {
    assert.ok(start >= at && end > start && end <= text.length);
    kept += text.slice(at, start);
    at = end;
  }
  return (kept + text.slice(at)).replaceAll(/\s/g, '');
}
