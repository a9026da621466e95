import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fraction } from 'fraction.js';
import { numberWords } from '../../../src/core/check/number-words';

const CASES: [value: string, beside: string, words: string][] = [
  ['4.62', '', '231/50'],
  ['4.62', '4.62', '4.62'],
  ['-0.5', '$0.5$', '-0.5'],
  ['12', '12.0', '12'],
  ['1/3', '0.33', '1/3'],
  ['3/4', '3/5', '3/4'],
  ['22/7001', '0.5', 'about 0.003142408'],
];

for (const [value, beside, words] of CASES)
  test(`${value} beside "${beside}" reads ${words}`, () => {
    assert.equal(numberWords(new Fraction(value), beside), words);
  });
