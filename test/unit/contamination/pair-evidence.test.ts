import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairEvidence } from '../../../src/core/contamination/pair-evidence';

const WELL = 'Nine men dig a well of 20 metres in 4 days. How deep do they come in 6 days?';

test('what two problems have in common is marked in both, and the numbers that differ', () => {
  const other = `In a village ${WELL.replace('20', '35')}`;
  const { runs, numbers } = pairEvidence(WELL, other);
  const texts = (spans: { item: { start: number; end: number }; row: { start: number; end: number } }[]) =>
    spans.map(({ item, row }) => [WELL.slice(item.start, item.end), other.slice(row.start, row.end)]);
  assert.deepEqual(texts(numbers), [['20', '35']]);
  assert.deepEqual(texts(runs), [
    ['Nine men dig a well of', 'Nine men dig a well of'],
    [
      'metres in 4 days. How deep do they come in 6 days',
      'metres in 4 days. How deep do they come in 6 days',
    ],
  ]);
});

test('texts without a word in common have no runs, and long ones are compared by their beginnings', () => {
  assert.deepEqual(pairEvidence('Some men', '$x$'), { runs: [], numbers: [] });
  const long = Array.from({ length: 9_000 }, (_, at) => `word${at}`).join(' ');
  assert.equal(pairEvidence(long, long).runs.length, 1);
});
