import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, openOne, openReal, texts } from './seed';

const ROW = {
  ID: '2steps_9',
  split: 'made',
  'knowledge concept': 'Area of Rectangles',
  question: 'What is the area of the rectangle in the figure?',
  option: 'A. 6;B. 8;C. 12; D. No correct answer',
  answer: 'C',
  image_path: '2steps/image/9-1.png',
  key: '2steps_1',
  'question number': 1,
  'knowledge concept description': 'Area of Rectangles: length times width.',
};

test('02 We-Math: the sub-problems of one problem are a group by their ID, each with its key', () => {
  const { readings } = open([ROW, { ...ROW, key: '2steps_2' }, { ...ROW, key: '2steps_multi' }]);
  assert.deepEqual(
    readings.flatMap(({ links }) => links.map(({ type, group, place }) => [type, group, place])),
    ['2steps_1', '2steps_2', '2steps_multi'].map((key) => ['sub-problem', '2steps_9', key]),
  );
  const { profile, problem, answers, media } = openOne(ROW);
  assert.equal(profile, 'we-math');
  assert.deepEqual(texts(problem), [ROW.question]);
  assert.deepEqual(texts(answers), ['C']);
  assert.deepEqual(
    media.map(({ file }) => file),
    ['2steps/image/9-1.png'],
  );
});

const real = openReal('large/we-math/testmini.jsonl');
if (real) {
  test('02 We-Math: 1,740 rows are 525 groups, and ID and key name a row', () => {
    const links = real.readings.flatMap((reading) => reading.links);
    assert.equal(real.readings.length, 1740);
    assert.equal(new Set(links.map(({ group }) => group)).size, 525);
    assert.equal(new Set(links.map(({ group, place }) => `${group} ${place}`)).size, 1740);
  });
}
