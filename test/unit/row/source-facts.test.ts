import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duplicateKeys } from '../../../src/core/row/duplicate-keys';
import { emptyLike } from '../../../src/core/row/empty-like';
import { numberSpellings } from '../../../src/core/row/number-spellings';
import { placeOf } from '../../../src/core/row/text-place';

test('a key that stands twice in one object is found at its later place', () => {
  const text = '{"a": 1, "b": {"a": 2, "\\u0061": 3}, "a": 4}';
  const found = duplicateKeys(text);
  assert.deepEqual(
    found.map(({ key, offset, length }) => [key, text.slice(offset, offset + length), offset]),
    [
      ['a', '"\\u0061"', 23],
      ['a', '"a"', 37],
    ],
  );
});

test('the same key in different objects is no duplicate', () => {
  assert.deepEqual(duplicateKeys('[{"a": 1}, {"a": {"a": 2}}]'), []);
});

test('a text that is nested too deeply is not looked at', () => {
  const deep = '['.repeat(200_000);
  assert.deepEqual(duplicateKeys(deep), []);
  assert.equal(numberSpellings(deep).size, 0);
});

test('places are counted from 1, in lines and in columns', () => {
  const text = 'ab\ncd\n\ne';
  const places = [0, 2, 3, 5, 6, 7, 8].map((offset) => placeOf(text, offset));
  assert.deepEqual(
    places.map(({ line, column }) => `${line}:${column}`),
    ['1:1', '1:3', '2:1', '2:3', '3:1', '4:1', '4:2'],
  );
});

test('a new row has the keys of another, each with the empty value of its kind', () => {
  const row = { t: 'x', n: 1.5, b: true, z: null, l: [1], o: { a: 1 } };
  assert.deepEqual(emptyLike(row), { t: '', n: 0, b: false, z: null, l: [], o: {} });
  assert.deepEqual(emptyLike([1]), {});
  assert.deepEqual(emptyLike(undefined), {});
});

test('numbers that would be written otherwise are known as they stand', () => {
  const text = '{"a": 1.50, "b": [2, 1e5, 12345678901234567890], "c": -0, "d": "1.50", "e": 0.1}';
  assert.deepEqual(
    [...numberSpellings(text)],
    [
      ['a', '1.50'],
      ['b[1]', '1e5'],
      ['b[2]', '12345678901234567890'],
      ['c', '-0'],
    ],
  );
});
