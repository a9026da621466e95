import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behind, figure, measured } from './measured';
import { openOne, texts } from './seed';

test('42 DASD: input and output with a uuid, which is the id of the row', () => {
  const row = {
    uuid: 'u-9',
    input: 'Compute $1+2+3$.',
    output: '<think>\nAdd one by one.\n\nThat is 6.\n</think>\nThe answer is 6.',
    domain: 'math',
    meta: { len: 12 },
  };
  const { profile, problem, traces, others } = openOne(row);
  assert.equal(profile, 'distilled');
  assert.deepEqual(texts(problem), [row.input]);
  assert.deepEqual(
    traces[0]?.steps.map(({ heading }) => heading ?? null),
    ['think', 'think', null],
  );
  assert.equal(traces[0]?.finalAnswer?.text, '6');
  assert.deepEqual(
    others.map(({ path }) => path[0]),
    ['meta'],
  );
});

test('42 DASD: the sidecar’s rows are joined by uuid, whatever their order', async () => {
  const row = (uuid: string) => ({
    uuid,
    input: 'Compute $1+2$.',
    output: 'It is 3.',
    domain: 'math',
    meta: {},
  });
  const sidecar = (sample_uuid: string, logprobs: number[]) => ({ sample_uuid, token_ids: [1], logprobs });
  const report = await measured([row('u-1'), row('u-2'), row('u-3')], {
    other: [sidecar('u-3', [-1, -3]), sidecar('u-1', [-4])],
  });
  assert.deepEqual(behind(figure(report, 'Rows with log-probabilities')), [
    ['with', [0, 2]],
    ['without', [1]],
  ]);
  assert.match(figure(report, 'Mean log-probability of a row').about, /^Mean -3\.000 over 2 rows/);
  assert.match(report.notices.join(), /other\.jsonl contains log-probabilities in 2 rows/);
});
