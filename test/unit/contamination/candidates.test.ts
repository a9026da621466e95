import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildIndex } from '../../../src/core/contamination/benchmark-index';
import { CandidateFinder, IN_TRACE } from '../../../src/core/contamination/candidates';
import { tokenise } from '../../../src/core/contamination/tokenise';

const QUESTION =
  'Marisol picks 24 baskets of cherries in the orchard every morning, sells a third of them to a bakery, and dries the others.';

const finder = new CandidateFinder(
  buildIndex([{ benchmark: 0, row: 0, id: 'q', text: QUESTION, answer: null }]),
);
const found = (trace: string) => finder.find(tokenise(trace), IN_TRACE).map(({ item }) => item);

test('a run of words counts once, however often a trace repeats it', () => {
  assert.deepEqual(found('They were baskets of cherries in May. '.repeat(40)), []);
  assert.deepEqual(found('They were baskets of cherries in the orchard every morning. '), [0]);
});

test('and counts again in the next text', () => {
  for (let text = 0; text < 3; text++) assert.deepEqual(found(QUESTION), [0]);
});
