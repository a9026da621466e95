import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figure, measured, values } from './measured';
import { openOne, texts } from './seed';

test('29 label noise: gold and what several models answered are told apart', () => {
  const row = { problem: 'What is 11 + 12?', answer: '22', model_votes: ['23', '23', '22'] };
  const { profile, answers, others } = openOne(row);
  assert.equal(profile, 'generic');
  assert.deepEqual(texts(answers), ['22']);
  assert.deepEqual(
    others.map(({ path }) => path[0]),
    ['model_votes'],
  );
});

test('29 label noise: how often the majority of the models is not the answer, with an interval', async () => {
  const row = (answer: string, votes: string[]) => ({
    problem: 'What is 11 + 12?',
    answer,
    model_votes: votes,
  });
  const report = await measured([
    row('22', ['23', '23', '22']),
    row('23', ['23', '23', '23']),
    row('23', ['1', '2']),
    row('23', ['23', '23.0', '7']),
  ]);
  const noise = figure(report, 'The dataset’s answer against the majority');
  const [differs] = noise.series[0]?.points ?? [];
  assert.deepEqual([differs?.value, differs?.count, differs?.rows.first], [1 / 3, 3, [0]]);
  assert.ok((differs?.low ?? 1) > 0.06 && (differs?.high ?? 0) < 0.8);
});

test('29 two files: histograms side by side, quantiles, and the Kolmogorov-Smirnov distance', async () => {
  const rows = (from: number) =>
    Array.from({ length: 8 }, (_, at) => ({ problem: `What is ${10 ** (from + at)} + 1?`, answer: '1' }));
  const report = await measured(rows(0), { other: rows(8) });
  const lengths = figure(report, 'Distribution: problem length');
  assert.match(lengths.about, /distance 1\.0000/);
  assert.deepEqual(
    lengths.series.map(({ name, points }) => [name, points.reduce((sum, { count }) => sum + count, 0)]),
    [
      ['this file', 8],
      ['other.jsonl', 8],
    ],
  );
  assert.deepEqual(values(figure(report, 'Quantiles: problem length'))[2], ['50 %', 17.5]);
  assert.equal(figure(report, 'Distribution: magnitude of the numbers').series.length, 2);
});
