import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isModel } from '../../../src/core/annotation/annotator-name';
import { readRow } from '../../../src/core/profile/read-row';
import { modelAnnotator } from '../../../src/core/review/model-exchange';
import { judgementIn, judgementPrompt } from '../../../src/core/review/model-judgement';
import { profileNamed } from '../profile/profiles';
import { traceOf } from '../traces';

const row = {
  ...{ id: 'r1', generator: 'Aster-7B', problem: 'Halve $7$.', steps: ['Halve.', 'So $3$.'] },
  ...{ final_answer_correct: false, label: 1 },
};
const reading = readRow(row, profileNamed('processbench'));
const said = (answer: string, steps = 3) =>
  judgementIn(answer, traceOf('t', steps)).map(({ what, target, value }) => [
    what,
    target.kind === 'step' ? target.step : target.kind,
    value,
  ]);

test('a model is told the problem and the steps, and neither who wrote them nor what the dataset says of them', () => {
  const [trace] = reading.traces;
  assert.ok(trace);
  const prompt = judgementPrompt(reading, trace);
  assert.match(prompt, /Problem:\nHalve \$7\$\.\n\nStep 1: Halve\.\nStep 2: So \$3\$\./);
  assert.doesNotMatch(prompt, /Aster|r1|final_answer|false/);
});

test('nothing to judge, or too much, is said', () => {
  assert.throws(() => judgementPrompt(reading, traceOf('t', 0)), /no steps/);
  const long = traceOf('t', 1);
  const [step] = long.steps;
  assert.ok(step);
  step.source.text = 'x'.repeat(70_000);
  assert.throws(() => judgementPrompt(reading, long), /too many to ask a model about/);
});

test('what it answers are labels of steps and a verdict; the first bad step ends them', () => {
  assert.deepEqual(said('{"steps": ["good", "neutral", "good"], "verdict": "right"}'), [
    ['label', 0, 'good'],
    ['label', 1, 'neutral'],
    ['label', 2, 'good'],
    ['verdict', 'trace', 'right'],
  ]);
  assert.deepEqual(said('Sure:\n```json\n{"steps": ["good", "bad", "good"], "verdict": "wrong"}\n```'), [
    ['label', 0, 'good'],
    ['label', 1, 'bad'],
    ['verdict', 'trace', 'wrong'],
  ]);
  assert.deepEqual(said('{"steps": ["bad"]}'), [['label', 0, 'bad']]);
});

test('an answer in another form, or about other steps, is kept in no part', () => {
  for (const answer of ['', 'all good', '{"steps": ["fine"]}', '{"steps": "good"}', '[]'])
    assert.throws(() => said(answer), /not answer in the form/, answer);
  assert.throws(() => said('{"steps": ["good"]}'), /labelled 1 steps, and the trace has 3/);
  assert.throws(() => said('{"steps": ["good", "good", "good", "good"]}'), /labelled 4 steps/);
});

test('its name is never that of a person', () => {
  for (const family of ['kim', '', ' ', 'ada']) assert.ok(isModel(modelAnnotator(family)));
});
