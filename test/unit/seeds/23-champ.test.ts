import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, openReal } from './seed';

const PROBLEM = {
  identifier: 'P_Made_1',
  _raw_text: 'Find all @@x@@ with @@x^2=4@@.',
  _answer: '±2',
  category: 'Made',
  ch_list: ['H_1', 'C_1'],
  solution: { steps: [{ _raw_text: 'Take the root.', ch_idxs: [1] }] },
  fws_annotations: {
    'Model|Direct': { text: 'So x = 2.\n\nThere is no other.', start_idx: 11, end_idx: 29 },
  },
};

test('23 CHAMP: problem, concepts, hints, solution and a model trace with its first wrong span', () => {
  const { profile, hints, concepts, traces } = openOne(PROBLEM);
  assert.equal(profile, 'champ-problem');
  assert.deepEqual([hints.length, concepts.length], [1, 1]);
  const model = traces.find(({ kind }) => kind === 'model');
  const reference = traces.find(({ kind }) => kind === 'reference');
  assert.deepEqual(reference?.steps[0]?.uses, ['C_1']);
  assert.equal(model?.published?.firstError, 1);
});

const real = openReal('champ/problems.jsonl');
if (real) {
  test('23 CHAMP: 270 problems, 540 annotated solutions of which 444 have a wrong span', () => {
    const models = real.readings.flatMap(({ traces }) => traces.filter(({ kind }) => kind === 'model'));
    assert.deepEqual([real.profile.id, real.readings.length, models.length], ['champ-problem', 270, 540]);
    assert.equal(models.filter(({ published }) => published?.firstError !== null).length, 444);
  });
}
