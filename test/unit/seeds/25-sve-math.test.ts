import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne } from './seed';

test('25 SVE-Math: a question about a figure has its image; the primitives are regions in it', () => {
  const row = {
    question: 'How long is AB?',
    answer: '4',
    image: 'figures/1.png',
    primitives: [{ label: 'A', box: [10, 12, 20, 22] }],
  };
  const { profile, media, answers, regions } = openOne(row);
  assert.equal(profile, 'generic');
  assert.deepEqual(
    media.map(({ file }) => file),
    ['figures/1.png'],
  );
  assert.equal(answers.length, 1);
  assert.deepEqual(
    regions.map(({ label, shape, unit }) => [label, shape, unit]),
    [['A', { x: 10, y: 12, width: 10, height: 10 }, 'pixel']],
  );
});
