import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { runCli } from '../cli/run-cli';
import { dataFolder } from '../real-data';
import { behind, figure, measured, values } from './measured';
import { groupSizes, openOne, openReal, texts } from './seed';

const ROW = {
  id: '3-v1',
  seed_id: '3',
  variant: 1,
  question: 'What is the slope of the line?',
  answer: '2',
  image: 'trial1/image/image3.png',
  answer_type: 'float',
  subject: 'algebra',
  level: 'high school',
};

test('28 DynaMath: a variant of a seed has its image, and names its seed and place', () => {
  const { profile, media, links } = openOne(ROW);
  assert.equal(profile, 'dynamath');
  assert.equal(media.length, 1);
  assert.deepEqual(
    links.map(({ type, group, place }) => [type, group, place]),
    [['variant', '3', '1']],
  );
});

test('28 DynaMath: the names of the other edition do as well', () => {
  const { profile, answers } = openOne({
    question: 'q',
    ground_truth: '1',
    image: 'a.png',
    answer_type: 'text',
    subject: 'x',
    knowledge_level: 'college',
  });
  assert.equal(profile, 'dynamath');
  assert.deepEqual(texts(answers), ['1']);
});

const real = openReal('dynamath/variants_10x501.jsonl');
if (real) {
  test('28 DynaMath: 501 seeds of 10 variants; 50 seeds have one answer in all of them', () => {
    assert.deepEqual(groupSizes(real.readings, 'variant'), { 10: 501 });
    const answers = new Map<string, Set<string>>();
    for (const reading of real.readings) {
      const group = reading.links[0]?.group ?? '';
      const same = answers.get(group) ?? new Set();
      answers.set(group, same.add(texts(reading.answers).join()));
    }
    assert.equal([...answers.values()].filter(({ size }) => size === 1).length, 50);
  });
}

test('28 DynaMath: a seed is safe when each of its variants is right', async () => {
  const row = (seed: string, variant: number, is_correct: boolean) => ({
    ...ROW,
    id: `${seed}-v${variant}`,
    seed_id: seed,
    variant,
    is_correct,
  });
  const report = await measured([
    row('1', 1, true),
    row('1', 2, true),
    row('2', 1, true),
    row('2', 2, false),
  ]);
  const accuracy = figure(report, 'Accuracy over variants');
  assert.deepEqual(values(accuracy), [
    ['average', 0.75],
    ['worst case', 0.5],
  ]);
  assert.deepEqual(behind(accuracy)[1], ['worst case', [2, 3]]);
  assert.match(accuracy.about, /Reasoning robustness \(worst case by average\): 66\.7 %\.$/);
});

test('28 DynaMath: of several solutions of a variant each counts in the average, all in the worst case', async () => {
  const row = (variant: number, c: number) => ({ ...ROW, id: `3-v${variant}`, variant, n: 4, c });
  const report = await measured([row(1, 4), row(2, 2)]);
  assert.deepEqual(values(figure(report, 'Accuracy over variants')), [
    ['average', 0.75],
    ['worst case', 0],
  ]);
});

const folder = dataFolder();
if (folder !== undefined) {
  test('28 DynaMath: the published results of GPT-4o are 63.3 % on average and 34.7 % in the worst case', async () => {
    const file = join(folder, 'dynamath', 'GPT4o-result.csv');
    const { lines, err } = await runCli('measure', file, '--format', 'jsonl');
    const accuracy = lines().filter(({ title }) => title === 'Accuracy over variants');
    assert.equal(err, '');
    assert.deepEqual(
      accuracy.map(({ label, value, count }) => [label, (100 * Number(value)).toFixed(1), count]),
      [
        ['average', '63.3', 5010],
        ['worst case', '34.7', 501],
      ],
    );
    assert.ok(lines().some(({ title }) => title === 'Right solutions by Topic'));
  });
}
