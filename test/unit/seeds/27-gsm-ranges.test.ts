import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calculatorAnnotations } from '../../../src/core/maths/calculator-annotation';
import { groupSizes, openOne, openReal, texts } from './seed';
import path from 'node:path';
import { folderWith } from '../temp-files';
import { runCli } from '../cli/run-cli';

const ROW = {
  id: 'level1-5-2',
  seed_id: 5,
  level: 'level1',
  variant: 2,
  question: 'Mia has 310 pens and buys 45 more. How many has she?',
  answer: 'She has 310 + 45 = <<310 + 45 = 355>>355 pens.\n#### 355',
};

test('27 GSM-Ranges: the perturbed rows of a seed are a group, and each has its solution', () => {
  const { profile, traces, answers, links } = openOne(ROW);
  assert.equal(profile, 'gsm-ranges');
  assert.deepEqual(texts(answers), ['355']);
  assert.equal(traces[0]?.steps.length, 1);
  assert.deepEqual(
    links.map(({ type, group, place }) => [type, group, place]),
    [['variant', '5', 'level1-5-2']],
  );
});

const real = openReal('large/gsm_ranges/gsm_ranges_all.jsonl');
if (real) {
  test('27 GSM-Ranges: 30,100 rows of 100 seeds, and 88,795 annotations that are all right', () => {
    assert.deepEqual([real.profile.id, real.readings.length], ['gsm-ranges', 30_100]);
    assert.equal(
      Object.values(groupSizes(real.readings, 'variant')).reduce((sum, count) => sum + count, 0),
      100,
    );
    const steps = real.readings.flatMap(({ traces }) => traces.flatMap((trace) => trace.steps));
    const verdicts = steps.flatMap(({ source }) =>
      calculatorAnnotations(source.text).map(({ verdict }) => verdict),
    );
    assert.deepEqual([verdicts.length, new Set(verdicts)], [88_795, new Set(['right'])]);
  });
}

test('27 GSM-Ranges: other numbers in a range, and every annotation recomputed', async (context) => {
  const folder = await folderWith(context, { 'rows.jsonl': `${JSON.stringify(ROW)}\n` });
  const { lines } = await runCli(
    'vary',
    path.join(folder, 'rows.jsonl'),
    '--range',
    '1000-9999',
    '--count',
    '2',
  );
  const rows = lines();
  assert.equal(rows.length, 2);
  for (const { question, answer } of rows) {
    assert.match(String(question), /\b\d{4}\b.*\b\d{4}\b/);
    assert.deepEqual(
      calculatorAnnotations(String(answer)).map(({ verdict }) => verdict),
      ['right'],
    );
  }
});
