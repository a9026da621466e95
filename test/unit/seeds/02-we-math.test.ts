import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usesOf } from '../../../src/core/concept/row-uses';
import { behind, figure, measured, values } from './measured';
import { countsOf, open, openOne, openReal, texts } from './seed';

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
  test('02 We-Math: 67 concepts, by their names between semicolons', () => {
    const names = real.rows.flatMap((row, at) =>
      usesOf(row, real.readings[at]!).map(({ reference }) => reference),
    );
    assert.equal(new Set(names).size, 67);
  });

  test('02 We-Math: 1,740 rows are 525 groups, and ID and key name a row', () => {
    const links = real.readings.flatMap((reading) => reading.links);
    assert.equal(real.readings.length, 1740);
    assert.equal(new Set(links.map(({ group }) => group)).size, 525);
    assert.equal(new Set(links.map(({ group, place }) => `${group} ${place}`)).size, 1740);
  });

  // split at semicolons alone, 1,170 rows have five and 556 four: where one is missing, the letters still tell the choices
  test('02 We-Math: how many choices its rows have by their letters, and the right one among them in every row', () => {
    const sizes = real.readings.map(({ choices }) => choices.length);
    assert.deepEqual(countsOf(sizes), { 3: 1, 4: 559, 5: 1175, 6: 3, 7: 2 });
    assert.ok(real.readings.every(({ choices }) => choices.some(({ right }) => right === true)));
  });
}

test('02 We-Math: IK, IG, CM and RM over the sub-problems, by both rules of its evaluation', async () => {
  const problem = (id: string, verdicts: boolean[]) =>
    ['2steps_1', '2steps_2', '2steps_multi'].map((key, at) => ({
      ...ROW,
      ID: id,
      key,
      response: `I think so. Answer: ${verdicts[at] ? 'C' : 'A'}`,
    }));
  const report = await measured([
    ...problem('a', [true, true, true]),
    ...problem('b', [true, false, true]),
    ...problem('c', [true, true, false]),
    ...problem('d', [false, true, false]),
    ...problem('part missing', [true, true, true]).toSpliced(1, 1),
  ]);
  const outcomes = figure(report, 'Sub-problems and wholes');
  const shares = (rule: string) => values(outcomes, rule).map(([, value]) => value);
  assert.deepEqual(shares('strict'), [0.25, 0.25, 0.25, 0.5, 0.375]);
  assert.deepEqual(shares('loose'), [0.25, 0.25, 0.5, 0, 0.625]);
  assert.deepEqual(behind(outcomes)[1], ['IG inadequate generalisation', [6, 7, 8]]);
  const unsolved = figure(await measured(problem('c', [true, true, false])), 'Sub-problems and wholes');
  assert.deepEqual(values(unsolved)[3], ['RM rote memorisation', NaN], 'nothing was solved');
});
