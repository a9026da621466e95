import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenTexts } from '../../../src/core/profile/decoders/written-texts';

const LISTS: [string, [string | null, string][]][] = [
  [
    '["a", "b"]',
    [
      [null, 'a'],
      [null, 'b'],
    ],
  ],
  [
    `['it is', "it's", 3]`,
    [
      [null, 'it is'],
      [null, "it's"],
      [null, '3'],
    ],
  ],
  [
    String.raw`["\\frac{1}{2}", "a \"b\""]`,
    [
      [null, String.raw`\frac{1}{2}`],
      [null, 'a "b"'],
    ],
  ],
  [
    String.raw`['\frac{1}{2}', 'a']`,
    [
      [null, String.raw`\frac{1}{2}`],
      [null, 'a'],
    ],
  ],
  [
    `{"A": "12", 'B': 7}`,
    [
      ['A', '12'],
      ['B', '7'],
    ],
  ],
  ['[]', []],
  ['[["a"], "b"]', []],
  ['["a", b]', []],
  ['so ["a"]', []],
  ['[0, 1)', []],
];

for (const [written, texts] of LISTS) {
  test(`texts in ${written}`, () => {
    const found = writtenTexts(written);
    assert.deepEqual(
      found.map(({ key, text }) => [key, text]),
      texts,
    );
  });
}

test('a text stands where it is said to', () => {
  const written = ` ['12', "thirteen"] `;
  assert.deepEqual(
    writtenTexts(written).map(({ start, end }) => written.slice(start, end)),
    ['12', 'thirteen'],
  );
});
