import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne } from './seed';

test('25 SVE-Math: a question about a figure has its image; the primitives with their boxes stay readable', () => {
  const row = {
    question: 'How long is AB?',
    answer: '4',
    image: 'figures/1.png',
    primitives: [{ label: 'A', box: [10, 12, 20, 22] }],
  };
  const { profile, media, answers, others } = openOne(row);
  assert.equal(profile, 'generic');
  assert.deepEqual(
    media.map(({ file }) => file),
    ['figures/1.png'],
  );
  assert.equal(answers.length, 1);
  assert.deepEqual(
    others.map(({ path }) => path[0]),
    ['primitives'],
  );
});
