import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { needlesFor } from '../../../src/core/query/needle';
import { literalsOf } from '../../../src/core/query/regex-literals';

const needlesOf = (text: string, ignoreCase = true) =>
  needlesFor(text, ignoreCase)?.needles.map(({ bytes }) => Buffer.from(bytes).toString()) ?? null;

test('of a text the longest stretch that has one spelling is looked for, and escapes of its letters', () => {
  assert.deepEqual(needlesOf('\\frac{1}{2}'), ['frac{1}{2}', '\\u00']);
  assert.deepEqual(needlesOf('a/bcd"efghi'), ['efghi', '\\u00']);
  assert.deepEqual(needlesOf('求x'), ['求', '\\u6c42']);
  assert.deepEqual(needlesOf('𝔽'), ['𝔽', '\\ud835\\udd3d']);
  assert.deepEqual(needlesOf('éa'), ['a', '\\u00']);
  assert.deepEqual(needlesOf('é', false), ['é', '\\u00e9']);
  for (const text of ['"', '\\', '/', '\n', '\ufffd', '\ud835']) assert.equal(needlesOf(text), null, text);
});

test('a sign that is taken for one without case fits nothing but itself', () => {
  const folded = new Map<string, string[]>();
  for (let code = 0; code <= 0xffff; code++) {
    const sign = String.fromCharCode(code);
    const upper = sign.toUpperCase();
    const canonical = upper.length === 1 && !(code >= 0x80 && upper < '\u0080') ? upper : sign;
    folded.set(canonical, [...(folded.get(canonical) ?? []), sign]);
  }
  for (let code = 0x80; code <= 0xffff; code++) {
    const sign = String.fromCharCode(code);
    if (needlesOf(sign) !== null) assert.deepEqual(folded.get(sign), [sign], code.toString(16));
  }
});

test('the literals of a regular expression', () => {
  const of = (source: string, flags = '') => literalsOf(source, flags);
  assert.deepEqual(of('\\\\frac\\{\\d+\\}'), ['\\frac{', '}']);
  assert.deepEqual(of('ab?c*de+f'), ['a', 'de', 'f']);
  assert.deepEqual(of('a{2}bc(x|y)d[|]e'), ['bc', 'd', 'e']);
  assert.deepEqual(of('^so.*that$'), ['so', 'that']);
  assert.deepEqual(of('boxed{x}'), ['boxed{x}']);
  assert.deepEqual(of('skate', 'iu'), ['ate']);
  for (const source of ['a|b', '\\x41b', '\\u{61}b', '(a)\\1', '\\p{L}b'])
    assert.deepEqual(of(source), [], source);
});

test('whatever a regular expression matches has all of its literals', () => {
  const bits = [
    'a',
    'b',
    'K',
    's',
    '.',
    '?',
    '*',
    '+',
    '|',
    '(',
    ')',
    '[ab]',
    '[^a]',
    '{1}',
    '{0,2}',
    '{',
    '\\.',
    '\\d',
    '^',
    '$',
    '(?=a)',
    '(?:',
  ];
  const sources = fc.array(fc.constantFrom(...bits), { maxLength: 8 }).map((parts) => parts.join(''));
  const texts = fc
    .array(fc.constantFrom('a', 'b', 'k', 'K', 's', 'ſ', '.', '{', '1'), { maxLength: 8 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      sources,
      fc.constantFrom('', 'i', 'u', 'iu', 'v', 'm'),
      fc.array(texts),
      (source, flags, all) => {
        const literals = literalsOf(source, flags);
        const pattern = compiled(source, flags);
        const fold = (text: string) => (flags.includes('i') ? text.toLowerCase() : text);
        for (const text of pattern ? all.filter((some) => pattern.test(some)) : []) {
          for (const literal of literals)
            assert.ok(fold(text).includes(fold(literal)), `${text} has no ${literal}`);
        }
      },
    ),
    { numRuns: 3000 },
  );
});

function compiled(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}
