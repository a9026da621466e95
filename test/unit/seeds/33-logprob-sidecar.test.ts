import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figure, measured, values } from './measured';
import { openOne } from './seed';

test('33 log-probabilities: a sidecar row shows whose it is, and none of its arrays', () => {
  const row = {
    sample_uuid: 'u-1',
    token_ids: Array.from({ length: 500 }, (_, at) => at),
    logprobs: Array.from({ length: 500 }, () => -0.1),
  };
  const { profile, facts, others } = openOne(row);
  assert.equal(profile, 'sidecar-logprobs');
  assert.deepEqual(
    facts.map(({ value }) => value),
    ['u-1'],
  );
  assert.deepEqual(others, []);
});

test('33 log-probabilities: said before publishing, counted, and never values', async () => {
  const row = { sample_uuid: 'u-1', token_ids: [1, 2, 3], logprobs: [-1, -2, -3] };
  const report = await measured([row, { ...row, sample_uuid: 'u-2', logprobs: [-1] }]);
  assert.match(report.notices.join(), /contains log-probabilities in 2 rows/);
  assert.equal(values(figure(report, 'Tokens with a log-probability')).length > 0, true);
  assert.match(figure(report, 'Mean log-probability of a row').about, /^Mean -1\.5/);
});

test('33 log-probabilities: a second file without ids is told of, in the singular for one row', async () => {
  const problem = { id: 'a', question: 'What is 1 + 1?', answer: '2' };
  const report = await measured([problem], { other: [{ tokens: ['a'], logprobs: [-1, -2] }] });
  assert.deepEqual(report.notices, [
    'other.jsonl contains log-probabilities in 1 row: whoever has them can imitate the model that they are from.',
  ]);
});

test('33 log-probabilities: samples of a row are taken together, also from several rows of a second file', async () => {
  const sample = (logprobs: number[]) => ({ text: 'It is 2.', logprobs });
  const row = { question: 'What is 1 + 1?', answer: '2', samples: [sample([-1, -1]), sample([-4])] };
  const report = await measured([row]);
  assert.match(figure(report, 'Tokens with a log-probability').about, /^Mean 3\.000 over 1 row\.$/);
  assert.match(figure(report, 'Mean log-probability of a row').about, /^Mean -2\.000 /);
  const other = [
    { sample_uuid: 'a', logprobs: [-1, -1] },
    { sample_uuid: 'a', logprobs: [-4] },
  ];
  const joined = await measured([{ uuid: 'a', question: 'What is 1 + 1?', answer: '2' }], { other });
  assert.match(figure(joined, 'Mean log-probability of a row').about, /^Mean -2\.000 over 1 row/);
});
