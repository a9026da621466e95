import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupSizes, open, openReal, texts } from './seed';

const SEED = {
  id: 12,
  original_text: 'Tim has 3 boxes of 4 pens. How many pens?',
  segmented_text: '',
  equation: 'x=3*4',
  ans: 12.0,
};
const VARIANTS = [1, 2, 16].map((k) => ({ ...SEED, id: Number(`${k}00012`) }));

test('13 ParaMAWPS: an id names its seed after 000, and the seed is in its own group', () => {
  const { profile, readings } = open([SEED, ...VARIANTS]);
  assert.equal(profile.id, 'paramawps');
  assert.deepEqual(
    readings.flatMap(({ links }) => links.map(({ type, group, place }) => [type, group, place])),
    [
      ['variant', '12', ''],
      ['variant', '12', '1'],
      ['variant', '12', '2'],
      ['variant', '12', '16'],
    ],
  );
  assert.deepEqual(texts(readings[0]?.traces[0]?.steps.map(({ source }) => source) ?? []), ['x=3*4']);
  assert.deepEqual(texts(readings[0]?.answers ?? []), ['12']);
});

const real = openReal('paramawps/test.jsonl');
if (real) {
  test('13 ParaMAWPS test: 261 groups, each with its seed; 251 of 6, 8 of 11, 2 of 17', () => {
    assert.deepEqual(groupSizes(real.readings, 'variant'), { 6: 251, 11: 8, 17: 2 });
    const seeds = real.readings.filter(({ links }) => links[0]?.place === '');
    assert.equal(seeds.length, 261);
  });

  test('13 ParaMAWPS: no group is split between valid and test', () => {
    const groupsIn = (readings: typeof real.readings) =>
      new Set(readings.flatMap(({ links }) => links.map(({ group }) => group)));
    const valid = groupsIn(openReal('paramawps/valid.jsonl')?.readings ?? []);
    assert.ok(valid.size > 200);
    assert.deepEqual(
      [...groupsIn(real.readings)].filter((group) => valid.has(group)),
      [],
    );
  });
}
