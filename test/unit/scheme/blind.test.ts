import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRow } from '../../../src/core/profile/read-row';
import { blinded } from '../../../src/core/scheme/blind';
import { profileNamed } from '../profile/profiles';

const ROW = {
  ...{ id: 'p1', generator: 'Qwen2-7B', problem: 'Halve 4.', steps: ['It is 3.'] },
  ...{ label: 0, final_answer_correct: false, split: 'gsm8k', run: { model: 'Qwen2-7B', seed: 3 } },
};

test('who wrote a trace is named nowhere in a row that is judged blind, nor what the dataset says of it', () => {
  const reading = readRow(ROW, profileNamed('processbench'));
  assert.match(JSON.stringify(reading), /Qwen/);
  const hidden = blinded(reading);
  assert.doesNotMatch(JSON.stringify(hidden), /Qwen/);
  assert.deepEqual(
    hidden.traces.map(({ author, published, steps }) => [author, published, steps.length]),
    [['Solution', null, 1]],
  );
});

test('what says nothing of the author stays', () => {
  const { problem, facts, others } = blinded(readRow(ROW, profileNamed('processbench')));
  const told = [...facts, ...others].map(({ value }) => value);
  assert.equal(problem[0]?.text, 'Halve 4.');
  assert.ok(told.includes('p1') && told.includes('gsm8k'), JSON.stringify(told));
});
