import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tokenise } from '../../../src/core/contamination/tokenise';
import { dataFolder, jsonlFiles, readRows, stringsIn } from '../real-data';
import { tokeniseByPattern } from './tokenise-by-pattern';

const lists = (text: string, cut: typeof tokenise) => {
  const { length, exact, kinds, starts, ends } = cut(text);
  return [exact, kinds, starts, ends].map((list) => [...list.subarray(0, length)]);
};
const same = (text: string) =>
  assert.deepEqual(lists(text, tokenise), lists(text, tokeniseByPattern), text.slice(0, 200));

const PIECES = [
  ...[
    '\\frac',
    '\\dfrac',
    '\\begin',
    '\\end',
    '{matrix}',
    '{',
    '}',
    '\\%',
    '\\,',
    '\\',
    '\\left',
    '\\leq',
    '\\Big',
    '\\alpha',
    '\\antidisestablishmentarianisms',
  ],
  ...[
    '1',
    '12345678901234567',
    'abcdefghijklmnop',
    'incomprehensibilities',
    '0',
    '12',
    ',',
    '234',
    '{,}',
    '.',
    '.5',
    '00',
    '%',
    ' ',
    '\n',
    '\u00a0',
    '_',
    "'s",
    '’re',
    "'",
    'x',
  ],
  ...[
    'walking',
    'Walked',
    'boxes',
    'glass',
    'the',
    'Twelve',
    'sin',
    'DOZEN',
    'le',
    '½',
    '²',
    '≤',
    'é',
    '求',
    '𝔽',
    '\ud800',
    '—',
  ],
];

test('tokens are those that a pattern finds, whatever the text is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (parts) => same(parts.join(''))),
    {
      numRuns: 3000,
    },
  );
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), same), { numRuns: 1000 });
});

const folder = dataFolder();
if (folder !== undefined) {
  test('and in real datasets', () => {
    for (const name of ['math', 'gsm8k', 'champ', 'mathreal', 'misconceptions']) {
      for (const file of jsonlFiles(folder, name).slice(0, 3))
        for (const text of readRows(folder, file).slice(0, 200).flatMap(stringsIn)) same(text);
    }
  });
}
