import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanUnits } from '../../../src/core/scheme/span-units';
import {
  firstPlace,
  growSpan,
  placeOfSpan,
  shrinkSpan,
  spanAt,
  stepSpan,
  stretchSpan,
} from '../../../src/core/scheme/span-walk';
import type { SpanPlace } from '../../../src/core/scheme/span-walk';

const TEXT = 'Halve it: so **the sum** is $\\frac{a + b}{2} = c$. Then add $1$.';
const units = spanUnits({ text: TEXT, dialect: 'markdown' });

/** The words in hand after each of some keys. */
function walk(keys: string, from = firstPlace(units)): string[] {
  assert.ok(from);
  let place: SpanPlace = from;
  const seen: string[] = [];
  for (const key of keys) {
    if (key === '>') place = stepSpan(units, place, 1);
    if (key === '<') place = stepSpan(units, place, -1);
    if (key === '+') place = stretchSpan(units, place, 1);
    if (key === '-') place = stretchSpan(units, place, -1);
    if (key === '^') place = growSpan(units, place);
    if (key === 'v') place = shrinkSpan(units, place);
    const span = spanAt(units, place);
    seen.push(span ? TEXT.slice(span.start, span.end) : '');
  }
  return seen;
}

test('words are walked one after the other, over clauses, without the signs of Markdown', () => {
  assert.deepEqual(walk('.>>>>>'), ['Halve', 'it', ':', 'so', 'the', 'sum']);
  assert.deepEqual(walk('>>><'), ['it', ':', 'so', ':']);
});

test('a formula is taken whole, then its sides, then what is in them', () => {
  const formula = '$\\frac{a + b}{2} = c$';
  assert.deepEqual(walk('>>>>>>>'.slice(0, 7)).at(-1), formula);
  assert.deepEqual(walk('>>>>>>>vv>v>').slice(-5), ['\\frac{a + b}{2}', 'a + b', '2', '2', 'c']);
  assert.deepEqual(walk('>>>>>>>v>^').slice(-3), ['\\frac{a + b}{2}', 'c', formula]);
});

test('a span is stretched over neighbours, and never past the end of its level', () => {
  assert.deepEqual(walk('+++++'), ['Halve it', 'Halve it:', 'Halve it:', 'Halve it:', 'Halve it:']);
  assert.deepEqual(walk('+-'), ['Halve it', 'Halve']);
});

test('growing ends at the whole text, and the ends of the text are ends', () => {
  assert.equal(walk('^^^^').at(-1), TEXT);
  assert.equal(walk('<<<').at(-1), 'Halve');
  assert.equal(walk('>'.repeat(40)).at(-1), '.');
});

test('what a pointer marks is widened to whole words, or to terms of a formula', () => {
  const marked = (from: string, to: string) => {
    const place = placeOfSpan(units, TEXT.indexOf(from), TEXT.indexOf(to) + to.length);
    const span = place && spanAt(units, place);
    return span && TEXT.slice(span.start, span.end);
  };
  assert.equal(marked('alv', 't:'), 'Halve it:');
  assert.equal(marked('a + b', 'b}'), 'a + b');
  assert.equal(marked('b}', 'b'.concat('}')), 'b');
  assert.equal(marked('sum', 'c$'), 'sum** is $\\frac{a + b}{2} = c$');
});

test('a text without words has nothing to choose', () => {
  assert.equal(firstPlace(spanUnits({ text: '  \n ', dialect: 'markdown' })), null);
});
